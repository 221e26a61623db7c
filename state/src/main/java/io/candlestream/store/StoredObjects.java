package io.candlestream.store;

import io.candlestream.codec.LiveFormat;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.store.LiveEntry.Chunk;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/// The stored form of live objects: one entry for the head, one for every chunk of rows.
///
/// ```
/// key text                                    -> head, rewritten whenever the object changed
/// key text, 0x00, number of the first row     -> count of rows, rows; written once, deleted when the last row is gone
/// ```
///
/// A key text has no byte 0x00, so the chunks of a key lie together behind its head and in rising
/// order.
final class StoredObjects<K, T> {

    /// Bounds the size of one record; an object that gains more rows between two commits fills
    /// several chunks.
    private static final int MOST_ROWS = 256;

    private final KeyValueStore<Bytes, byte[]> inner;
    private final LiveFormat<K, T> format;
    private final StateOutput out = new StateOutput();

    StoredObjects(KeyValueStore<Bytes, byte[]> inner, LiveFormat<K, T> format) {
        this.inner = inner;
        this.format = format;
    }

    LiveEntry<K, T> read(K key) {
        byte[] storedKey = format.keyText(key).getBytes(StandardCharsets.US_ASCII);
        LiveEntry<K, T> entry = new LiveEntry<>(key, storedKey, format.create(key));
        byte[] head = inner.get(Bytes.wrap(storedKey));
        if (head != null) {
            format.restoreHead(entry.object, new StateInput(head));
            readChunks(entry);
        }
        entry.writtenTo = format.nextRow(entry.object);
        return entry;
    }

    void write(LiveEntry<K, T> entry) {
        out.clear();
        format.saveHead(entry.object, out);
        inner.put(Bytes.wrap(entry.storedKey), out.toByteArray());
        writeNewRows(entry);
        deleteEmptyChunks(entry);
        entry.isChanged = false;
    }

    private void readChunks(LiveEntry<K, T> entry) {
        long expected = format.firstRow(entry.object);
        long next = format.nextRow(entry.object);
        try (KeyValueIterator<Bytes, byte[]> chunks =
                inner.range(chunkKey(entry, 0), chunkKey(entry, Long.MAX_VALUE))) {
            while (chunks.hasNext()) {
                KeyValue<Bytes, byte[]> stored = chunks.next();
                StateInput in = new StateInput(stored.value);
                long from = firstRowOf(entry, stored.key);
                long to = from + in.getCount(MOST_ROWS);
                if (from > expected) {
                    throw missingRows(entry, expected, from);
                }
                format.restoreRows(entry.object, from, to, in);
                entry.chunks.add(new Chunk(from, to));
                expected = Math.max(expected, to);
            }
        }
        if (expected < next) {
            throw missingRows(entry, expected, next);
        }
    }

    /// Rows that came and went between two commits are never written.
    private void writeNewRows(LiveEntry<K, T> entry) {
        long next = format.nextRow(entry.object);
        long from = Math.max(entry.writtenTo, format.firstRow(entry.object));
        while (from < next) {
            long to = Math.min(next, from + MOST_ROWS);
            out.clear();
            out.putInt((int) (to - from));
            format.saveRows(entry.object, from, to, out);
            inner.put(chunkKey(entry, from), out.toByteArray());
            entry.chunks.add(new Chunk(from, to));
            from = to;
        }
        entry.writtenTo = next;
    }

    private void deleteEmptyChunks(LiveEntry<K, T> entry) {
        long first = format.firstRow(entry.object);
        for (Iterator<Chunk> chunks = entry.chunks.iterator(); chunks.hasNext(); ) {
            Chunk chunk = chunks.next();
            if (chunk.to() > first) {
                return;
            }
            inner.delete(chunkKey(entry, chunk.from()));
            chunks.remove();
        }
    }

    private static Bytes chunkKey(LiveEntry<?, ?> entry, long from) {
        StateOutput key = new StateOutput();
        key.putBytes(entry.storedKey);
        key.putByte((byte) 0);
        key.putLong(from);
        return Bytes.wrap(key.toByteArray());
    }

    private static long firstRowOf(LiveEntry<?, ?> entry, Bytes chunkKey) {
        StateInput key = new StateInput(chunkKey.get());
        key.getBytes(entry.storedKey.length + 1);
        return key.getLong();
    }

    private static StateFormatException missingRows(LiveEntry<?, ?> entry, long from, long to) {
        return new StateFormatException(
                "state of "
                        + entry.key
                        + " must hold the rows "
                        + from
                        + " to "
                        + to
                        + ", held none of them");
    }
}
