package org.plumbline.mcap;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a file's records end, found without the reader: after how many bytes of the file each record that a reader
 * yields is there, and where the records outside chunks end.
 */
record Marks(List<Integer> yielded, List<Integer> outside) {

    private static final int HEAD = 9;

    static Marks of(byte[] file) {
        Marks marks = new Marks(new ArrayList<>(), new ArrayList<>());
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = 8;
        while (at < file.length - 8) {
            int end = at + HEAD + (int) bytes.getLong(at + 1);
            if (file[at] == 6) {
                marks.chunk(bytes, at, end);
            } else {
                marks.yielded.add(end);
            }
            marks.outside.add(end);
            at = end;
        }
        return marks;
    }

    private void chunk(ByteBuffer bytes, int at, int end) {
        int compression = bytes.getInt(at + HEAD + 28);
        int records = at + HEAD + 28 + 4 + compression + 8;
        yielded.add(records);
        if (compression > 0) {
            inner(end, bytes, at, records);
            return;
        }
        for (int record = records; record < end; ) {
            record += HEAD + (int) bytes.getLong(record + 1);
            yielded.add(record);
        }
    }

    /** A small compressed chunk is one block: its records are there when the whole chunk is. */
    private void inner(int end, ByteBuffer bytes, int at, int records) {
        int size = (int) bytes.getLong(at + HEAD + 16);
        byte[] packed = new byte[end - records];
        bytes.get(records, packed);
        ByteBuffer unpacked = ByteBuffer.wrap(Zstd.decompress(packed, size)).order(ByteOrder.LITTLE_ENDIAN);
        for (int record = 0; record < size; record += HEAD + (int) unpacked.getLong(record + 1)) {
            yielded.add(end);
        }
    }

    static long upTo(List<Integer> ends, int cut) {
        return ends.stream().filter(end -> end <= cut).count();
    }
}
