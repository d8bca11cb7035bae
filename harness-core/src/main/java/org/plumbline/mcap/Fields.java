package org.plumbline.mcap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of one record, read one after the other; none reaches beyond the record. */
final class Fields {

    private final byte[] data;
    private final int from;
    private final int to;
    private final Place place;
    private int at;

    Fields(byte[] data, int from, int to, Place place) {
        this.data = data;
        this.from = from;
        this.to = to;
        this.place = place;
        this.at = from;
    }

    Place place() {
        return place;
    }

    byte[] array() {
        return data;
    }

    int position() {
        return at;
    }

    int left() {
        return to - at;
    }

    /** Bytes of the record's content before the next field. */
    int consumed() {
        return at - from;
    }

    int u8() throws McapException {
        return data[take(1)] & 0xFF;
    }

    int u16() throws McapException {
        return Little.u16(data, take(2));
    }

    long u32() throws McapException {
        return Little.u32(data, take(4));
    }

    long u64() throws McapException {
        return Little.u64(data, take(8));
    }

    byte[] bytes(long length) throws McapException {
        int start = take(length);
        return Arrays.copyOfRange(data, start, start + (int) length);
    }

    String text() throws McapException {
        long length = u32();
        int start = take(length);
        return new String(data, start, (int) length, StandardCharsets.UTF_8);
    }

    /** The elements of an array or map, as fields of their own. */
    Fields nested() throws McapException {
        long length = u32();
        int start = take(length);
        return new Fields(data, start, start + (int) length, place);
    }

    Map<String, String> texts() throws McapException {
        Fields entries = nested();
        Map<String, String> map = new LinkedHashMap<>();
        while (entries.left() > 0) {
            map.put(entries.text(), entries.text());
        }
        return map;
    }

    Map<Integer, Long> numbers() throws McapException {
        Fields entries = nested();
        Map<Integer, Long> map = new LinkedHashMap<>();
        while (entries.left() > 0) {
            map.put(entries.u16(), entries.u64());
        }
        return map;
    }

    /** Passes {@code length} bytes; their index. */
    private int take(long length) throws McapException {
        if (length < 0 || length > to - at) {
            throw place.error("the record ends within a field: " + Long.toUnsignedString(length) + " bytes needed, "
                    + (to - at) + " left");
        }
        int start = at;
        at += (int) length;
        return start;
    }
}
