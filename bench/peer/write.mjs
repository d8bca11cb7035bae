// Writes one capture with @mcap/core. Arguments: payloads, capture, count, zstd|none.
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { McapWriter } from "@mcap/core";
import zstd from "@foxglove/wasm-zstd";

const [payloads, capture, count, compression] = process.argv.slice(2);
const LENGTH = 100;
const START = 1790000000000000000n;
const all = readFileSync(payloads);
const texts = [];
for (let from = 0; from < all.length; from += LENGTH) texts.push(all.subarray(from, from + LENGTH));
await zstd.isLoaded;

/** Not asynchronous: a write that is awaited would cost Node more than the write. */
class File {
  #file = openSync(capture, "wx");
  #position = 0n;
  position() {
    return this.#position;
  }
  write(bytes) {
    writeSync(this.#file, bytes);
    this.#position += BigInt(bytes.byteLength);
    return undefined;
  }
  close() {
    closeSync(this.#file);
  }
}

const processor = process.cpuUsage();
const begun = performance.now();
const file = new File();
const compressChunk = (bytes) => ({ compression: "zstd", compressedData: zstd.compress(bytes, 3) });
const writer = new McapWriter({ writable: file, ...(compression === "zstd" ? { compressChunk } : {}) });
await writer.start({ profile: "", library: "peer" });
const schemaId = await writer.registerSchema({
  name: "state",
  encoding: "jsonschema",
  data: new TextEncoder().encode("{}"),
});
const channelId = await writer.registerChannel({ schemaId, topic: "/state", messageEncoding: "json", metadata: new Map() });
for (let i = 0; i < Number(count); i++) {
  const time = START + BigInt(i) * 1000n;
  await writer.addMessage({ channelId, sequence: i, logTime: time, publishTime: time, data: texts[i % texts.length] });
}
await writer.end();
file.close();
console.log("seconds", (performance.now() - begun) / 1000);
const { user, system } = process.cpuUsage(processor);
console.log("processor", (user + system) / 1e6);
console.log("peak", process.resourceUsage().maxRSS / 1024);
