package org.plumbline.timeline;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pages on disk, in a temporary file that nobody else reads. It is gone after {@link #close}, and where the operating
 * system allows it, also when the process is killed. Not by channel: an interrupted thread would close it.
 */
final class SpillFile implements AutoCloseable {

    private static final int HEAD = 3 * Integer.BYTES;
    private static final int NO_TEXT = -1;

    private final Path path;
    private final RandomAccessFile file;
    private long end;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    /** @throws IOException where it cannot be made */
    SpillFile(Path folder) throws IOException {
        path = Files.createTempFile(folder, "plumbline-timeline-", ".tmp");
        file = new RandomAccessFile(path.toFile(), "rw");
        forgetPath();
    }

    /** Windows deletes no open file: there it goes at the end. */
    private void forgetPath() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }

    /** @return where it is read back from */
    long write(Page page) throws IOException {
        Map<String, Integer> dictionary = dictionary(page);
        int length = HEAD + entries(page.size()) + textBytes(page, dictionary);
        clear(length);
        buffer.putInt(length).putInt(page.size()).putInt(page.texts == null ? NO_TEXT : dictionary.size());
        putLongs(page.times, page.size());
        putLongs(page.sequences, page.size());
        putLongs(page.words, page.size());
        buffer.put(page.kinds, 0, page.size());
        putTexts(page, dictionary);
        long position = end;
        file.seek(position);
        file.write(buffer.array(), 0, length);
        end += length;
        return position;
    }

    private static int entries(int size) {
        return size * (3 * Long.BYTES + 1);
    }

    private void clear(int length) {
        buffer = buffer.capacity() < length ? ByteBuffer.allocate(length) : buffer;
        buffer.clear();
    }

    private void putLongs(long[] numbers, int size) {
        LongBuffer longs = buffer.asLongBuffer();
        longs.put(numbers, 0, size);
        buffer.position(buffer.position() + size * Long.BYTES);
    }

    /** Each text once, by its number. */
    private static Map<String, Integer> dictionary(Page page) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; page.texts != null && i < page.size(); i++) {
            String text = page.text(i);
            if (text != null) {
                numbers.putIfAbsent(text, numbers.size());
            }
        }
        return numbers;
    }

    private static int textBytes(Page page, Map<String, Integer> dictionary) {
        if (page.texts == null) {
            return 0;
        }
        int letters = dictionary.keySet().stream().mapToInt(String::length).sum();
        return Integer.BYTES * (page.size() + dictionary.size()) + Character.BYTES * letters;
    }

    /** As Java holds them: a text of a device need not be one that can be encoded. */
    private void putTexts(Page page, Map<String, Integer> dictionary) {
        String[] texts = new String[dictionary.size()];
        dictionary.forEach((text, number) -> texts[number] = text);
        for (String text : texts) {
            buffer.putInt(text.length());
            buffer.asCharBuffer().put(text);
            buffer.position(buffer.position() + text.length() * Character.BYTES);
        }
        for (int i = 0; page.texts != null && i < page.size(); i++) {
            String text = page.text(i);
            buffer.putInt(text == null ? NO_TEXT : dictionary.get(text));
        }
    }

    Page read(long position) throws IOException {
        file.seek(position);
        int length = file.readInt();
        clear(length);
        file.readFully(buffer.array(), Integer.BYTES, length - Integer.BYTES);
        buffer.position(Integer.BYTES);
        int size = buffer.getInt();
        int texts = buffer.getInt();
        long[] times = getLongs(size);
        long[] sequences = getLongs(size);
        long[] words = getLongs(size);
        byte[] kinds = new byte[size];
        buffer.get(kinds);
        String[] dictionary = texts == NO_TEXT ? new String[0] : getTexts(texts);
        Page page = new Page(size, texts != NO_TEXT);
        for (int i = 0; i < size; i++) {
            page.add(times[i], sequences[i], kinds[i], words[i], texts == NO_TEXT ? null : getText(dictionary));
        }
        return page;
    }

    private long[] getLongs(int size) {
        long[] numbers = new long[size];
        buffer.asLongBuffer().get(numbers);
        buffer.position(buffer.position() + size * Long.BYTES);
        return numbers;
    }

    private String[] getTexts(int count) {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            char[] letters = new char[buffer.getInt()];
            buffer.asCharBuffer().get(letters);
            buffer.position(buffer.position() + letters.length * Character.BYTES);
            texts[i] = new String(letters);
        }
        return texts;
    }

    private @Nullable String getText(String[] dictionary) {
        int number = buffer.getInt();
        return number == NO_TEXT ? null : dictionary[number];
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }
}
