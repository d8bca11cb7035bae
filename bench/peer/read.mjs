// Reads every message of a capture with @mcap/core, every CRC checked. Arguments: capture, front-to-back|by-time.
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { McapIndexedReader, McapStreamReader } from "@mcap/core";
import zstd from "@foxglove/wasm-zstd";

const [capture, order] = process.argv.slice(2);
await zstd.isLoaded;
const decompressHandlers = { zstd: (data, size) => zstd.decompress(data, Number(size)) };
let messages = 0;
let bytes = 0;

function count(message) {
  messages++;
  bytes += message.data.byteLength;
}

function frontToBack(file) {
  const reader = new McapStreamReader({ decompressHandlers, validateCrcs: true });
  const slice = Buffer.alloc(1 << 20);
  for (let length; (length = readSync(file, slice)) > 0; ) {
    reader.append(slice.subarray(0, length));
    for (let record; (record = reader.nextRecord()); ) if (record.type === "Message") count(record);
  }
}

async function byTime(file) {
  const readable = {
    size: async () => BigInt(fstatSync(file).size),
    read: async (offset, length) => {
      const part = Buffer.allocUnsafe(Number(length));
      readSync(file, part, 0, part.length, Number(offset));
      return part;
    },
  };
  const reader = await McapIndexedReader.Initialize({ readable, decompressHandlers });
  for await (const message of reader.readMessages({ validateCrcs: true })) count(message);
}

const begun = performance.now();
const file = openSync(capture, "r");
await (order === "by-time" ? byTime(file) : frontToBack(file));
closeSync(file);
console.log("seconds", (performance.now() - begun) / 1000);
console.log("messages", messages);
console.log("bytes", bytes);
console.log("peak", process.resourceUsage().maxRSS / 1024);
