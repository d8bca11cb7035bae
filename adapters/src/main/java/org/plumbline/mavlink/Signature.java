package org.plumbline.mavlink;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.plumbline.text.Text;

/**
 * Makes and checks signatures (MAVLink message signing guide): 8 bits link, 48 bits time stamp in 10 us, and the first 48 bits of
 * SHA-256 over key, frame, link and time stamp. Time stamps of a link must increase, and whoever accepts a later one than its own
 * takes it over. Not thread-safe, but for {@link #sign}.
 */
final class Signature {

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final int STAMPED = 7;

    private final byte[] key;
    private final AtomicLong clock;
    private final Map<Integer, Long> latest = new HashMap<>();

    /**
     * @param key 64 hexadecimal digits, or a pass phrase of which ground stations take the SHA-256
     * @param clock the latest time stamp of the channel, sent or accepted
     */
    Signature(String key, AtomicLong clock) {
        this.clock = clock;
        this.key = HEXADECIMAL.matcher(key).matches()
                ? HexFormat.of().parseHex(key)
                : sha256().digest(key.getBytes(StandardCharsets.UTF_8));
    }

    /** What is wrong with a signed frame; empty where nothing is. */
    Optional<Text> check(MavlinkFrame frame) {
        byte[] signature = frame.signature();
        byte[] given = Arrays.copyOfRange(signature, STAMPED, signature.length);
        if (!MessageDigest.isEqual(given, Arrays.copyOf(hash(frame, signature), given.length))) {
            return Optional.of(new Text("签名错误", "the signature is wrong"));
        }
        long stamp = 0;
        for (int i = STAMPED - 1; i > 0; i--) {
            stamp = stamp << 8 | signature[i] & 0xFF;
        }
        int link = frame.system() << 16 | frame.component() << 8 | signature[0] & 0xFF;
        Long before = latest.get(link);
        if (before != null && stamp <= before) {
            return Optional.of(new Text(
                    "签名的时间戳 " + stamp + " 不晚于 " + before,
                    "the signature's time stamp " + stamp + " is not after " + before));
        }
        latest.put(link, stamp);
        clock.accumulateAndGet(stamp, Math::max);
        return Optional.empty();
    }

    /**
     * The frame with its signature; its time stamp is after all before it.
     *
     * @param frame that says that it is signed, without its signature
     * @param now in 10 us since 2015-01-01T00:00:00Z
     */
    MavlinkFrame sign(MavlinkFrame frame, long now) {
        long stamp = clock.updateAndGet(last -> Math.max(last + 1, now));
        byte[] signature = new byte[MavlinkFrame.SIGNATURE_LENGTH];
        for (int i = 1; i < STAMPED; i++) {
            signature[i] = (byte) (stamp >> 8 * (i - 1));
        }
        byte[] hash = hash(frame, signature);
        System.arraycopy(hash, 0, signature, STAMPED, signature.length - STAMPED);
        byte[] part = frame.unsignedPart();
        byte[] signed = Arrays.copyOf(part, part.length + signature.length);
        System.arraycopy(signature, 0, signed, part.length, signature.length);
        return new MavlinkFrame(signed);
    }

    private byte[] hash(MavlinkFrame frame, byte[] signature) {
        MessageDigest digest = sha256();
        digest.update(key);
        digest.update(frame.unsignedPart());
        digest.update(signature, 0, STAMPED);
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
