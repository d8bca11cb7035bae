package org.plumbline.mcap;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.plumbline.mcap.McapRecord.Channel;
import org.plumbline.mcap.McapRecord.Chunk;
import org.plumbline.mcap.McapRecord.ChunkIndex;
import org.plumbline.mcap.McapRecord.Message;

/**
 * The messages that a query asks for, in the order of their log times, those of the same time in the order of the file.
 * Only chunks that may hold such messages are read, each once, and kept as long as others overlap it in time. The CRCs
 * of the summary and of the chunks are checked; that of the data section is not, for it needs the whole file.
 */
public final class McapMessages {

    private static final Comparator<ChunkIndex> BY_START = (one, other) -> {
        int byStart = Long.compareUnsigned(one.start(), other.start());
        return byStart != 0 ? byStart : Long.compare(one.chunkOffset(), other.chunkOffset());
    };

    private final McapSummary summary;
    private final McapQuery query;
    private final FileRecords file;
    private final Unpacker unpacker;
    private final Damage damage;
    private final Deque<ChunkIndex> waiting;
    private final PriorityQueue<Cursor> open = new PriorityQueue<>(Cursor::inOrder);

    McapMessages(FileIndex index, McapQuery query, FileRecords file, Unpacker unpacker, Damage damage)
            throws IOException {
        this.summary = index.summary();
        this.query = query;
        this.file = file;
        this.unpacker = unpacker;
        this.damage = damage;
        this.waiting = new ArrayDeque<>(summary.chunkIndexes().stream()
                .filter(this::mayHold)
                .sorted(BY_START)
                .toList());
        add(loose(index.loose()));
    }

    /** A chunk without messages has the times 0 and 0, as one with messages at 0 has. */
    private boolean mayHold(ChunkIndex chunk) {
        return query.overlaps(chunk.start(), chunk.end())
                && (chunk.messageIndexOffsets().isEmpty()
                        || chunk.messageIndexOffsets().keySet().stream().anyMatch(this::wants));
    }

    /** A channel that the summary lacks is found out when its message is met. */
    private boolean wants(int id) {
        Channel channel = summary.channels().get(id);
        return channel == null || query.wants(channel);
    }

    /**
     * The next message; null after the last.
     *
     * @throws McapException where a chunk or a message is not what the index says, unless the reader is lenient
     */
    public @Nullable Message next() throws IOException {
        while (!waiting.isEmpty() && isDue(waiting.getFirst())) {
            openChunk(waiting.removeFirst());
        }
        Cursor cursor = open.poll();
        if (cursor == null) {
            return null;
        }
        Message message = cursor.next();
        add(cursor);
        return message;
    }

    /** What a lenient reader passed over so far: at most the first 100 problems. */
    public List<McapException> damage() {
        return damage.found();
    }

    private boolean isDue(ChunkIndex chunk) {
        Cursor first = open.peek();
        return first == null || Long.compareUnsigned(chunk.start(), first.time()) <= 0;
    }

    private void add(Cursor cursor) {
        if (cursor.hasNext()) {
            open.add(cursor);
        }
    }

    private void openChunk(ChunkIndex index) throws IOException {
        try {
            Fields fields = file.at(index.chunkOffset(), Opcode.CHUNK);
            Chunk head = RecordDecoder.chunk(fields);
            RecordRun run = unpacker.unpack(head, fields, damage, new byte[0]);
            Entries entries = entries(run, index);
            add(new Cursor(
                    entries,
                    offset -> {
                        run.moveTo((int) offset);
                        return run.message();
                    },
                    index.chunkOffset()));
        } catch (McapException e) {
            damage.report(e);
        }
    }

    private Entries entries(RecordRun run, ChunkIndex index) throws McapException {
        Entries entries = new Entries();
        while (run.advance()) {
            if (run.isMessage()) {
                try {
                    check(run, index);
                    if (query.wants(run.logTime()) && wants(run.channel())) {
                        entries.add(run.logTime(), run.inner());
                    }
                } catch (McapException e) {
                    damage.report(e);
                }
            }
        }
        return entries;
    }

    private void check(RecordRun run, ChunkIndex index) throws McapException {
        run.checkMessage();
        if (!summary.channels().containsKey(run.channel())) {
            throw run.place().error("a message of channel " + run.channel() + ", which the summary lacks");
        }
        if (Long.compareUnsigned(run.logTime(), index.start()) < 0
                || Long.compareUnsigned(run.logTime(), index.end()) > 0) {
            throw run.place()
                    .error("a message at " + Long.toUnsignedString(run.logTime()) + ", where the chunk index says "
                            + Long.toUnsignedString(index.start()) + " to " + Long.toUnsignedString(index.end()));
        }
    }

    private Cursor loose(Entries all) throws IOException {
        Entries wanted = new Entries();
        for (int i = 0; i < all.size(); i++) {
            if (query.wants(all.time(i))
                    && (query.topics().isEmpty() || wants(message(all.offset(i)).channel()))) {
                wanted.add(all.time(i), all.offset(i));
            }
        }
        return new Cursor(wanted, this::message, -1);
    }

    private Message message(long offset) throws IOException {
        Fields fields = file.at(offset, Opcode.MESSAGE);
        return RecordDecoder.message(fields.array(), fields.position(), fields.left(), fields.place());
    }
}
