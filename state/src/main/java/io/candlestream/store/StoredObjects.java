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

/// The stored form of live objects: a head each, and the rows that the head names.
///
/// ```
/// key text                                -> signature, count of changes, head
/// key text, 0x00, number of the first row -> signature, count of rows, rows; written once, deleted when the
///                                            last row is gone
/// ```
///
/// A key text has no byte 0x00, so the chunks of a key lie together behind its head and in rising
/// order.
final class StoredObjects<K, C, T> {

    /// Bounds the size of one record; an object that gains more rows between two heads fills
    /// several chunks.
    private static final int MOST_ROWS = 256;

    private final KeyValueStore<Bytes, byte[]> inner;
    private final LiveFormat<K, C, T> format;
    private final StateOutput out = new StateOutput();

    StoredObjects(KeyValueStore<Bytes, byte[]> inner, LiveFormat<K, C, T> format) {
        this.inner = inner;
        this.format = format;
    }

    LiveEntry<K, T> read(K key) {
        byte[] storedKey = format.keyText(key).getBytes(StandardCharsets.US_ASCII);
        LiveEntry<K, T> entry = new LiveEntry<>(key, storedKey, format.create(key));
        byte[] head = inner.get(Bytes.wrap(storedKey));
        if (head != null) {
            readHead(entry, head);
            readRows(entry);
        }
        entry.headChangeCount = entry.changeCount;
        entry.setStored();
        entry.rowsWrittenTo = format.nextRow(entry.object);
        return entry;
    }

    /// Writes the head and the rows that came since the last one; the journal is not needed for
    /// this object then.
    void write(LiveEntry<K, T> entry) {
        out.clear();
        format.sign(entry.object, out);
        out.putLong(entry.changeCount);
        format.saveHead(entry.object, out);
        inner.put(Bytes.wrap(entry.storedKey), out.toByteArray());
        writeNewRows(entry);
        deleteEmptyChunks(entry);
        entry.headChangeCount = entry.changeCount;
        entry.setStored();
    }

    private void readHead(LiveEntry<K, T> entry, byte[] head) {
        StateInput in = new StateInput(head);
        format.checkSignature(entry.object, in);
        entry.changeCount = in.getCounter();
        format.restoreHead(entry.object, in);
        in.expectEnd();
    }

    private void readRows(LiveEntry<K, T> entry) {
        long expected = format.firstRow(entry.object);
        long next = format.nextRow(entry.object);
        try (KeyValueIterator<Bytes, byte[]> chunks =
                inner.range(rowsKey(entry, 0), rowsKey(entry, Long.MAX_VALUE))) {
            while (chunks.hasNext()) {
                KeyValue<Bytes, byte[]> stored = chunks.next();
                StateInput in = new StateInput(stored.value);
                format.checkSignature(entry.object, in);
                long from = firstRowOf(entry, stored.key);
                long to = from + in.getCount(MOST_ROWS);
                if (from > expected) {
                    throw missingRows(entry, expected, from);
                }
                format.restoreRows(entry.object, from, to, in);
                in.expectEnd();
                entry.chunks.add(new Chunk(from, to));
                expected = Math.max(expected, to);
            }
        }
        if (expected < next) {
            throw missingRows(entry, expected, next);
        }
    }

    /// Rows that came and went between two heads are never written.
    private void writeNewRows(LiveEntry<K, T> entry) {
        long next = format.nextRow(entry.object);
        long from = Math.max(entry.rowsWrittenTo, format.firstRow(entry.object));
        while (from < next) {
            long to = Math.min(next, from + MOST_ROWS);
            out.clear();
            format.sign(entry.object, out);
            out.putInt((int) (to - from));
            format.saveRows(entry.object, from, to, out);
            inner.put(rowsKey(entry, from), out.toByteArray());
            entry.chunks.add(new Chunk(from, to));
            from = to;
        }
        entry.rowsWrittenTo = next;
    }

    private void deleteEmptyChunks(LiveEntry<K, T> entry) {
        long first = format.firstRow(entry.object);
        for (Iterator<Chunk> chunks = entry.chunks.iterator(); chunks.hasNext(); ) {
            Chunk chunk = chunks.next();
            if (chunk.to() > first) {
                return;
            }
            inner.delete(rowsKey(entry, chunk.from()));
            chunks.remove();
        }
    }

    private static Bytes rowsKey(LiveEntry<?, ?> entry, long from) {
        StateOutput key = new StateOutput(entry.storedKey.length + 1 + Long.BYTES);
        key.putBytes(entry.storedKey);
        key.putByte((byte) 0);
        key.putLong(from);
        return Bytes.wrap(key.toByteArray());
    }

    private static long firstRowOf(LiveEntry<?, ?> entry, Bytes rowsKey) {
        StateInput key = new StateInput(rowsKey.get());
        key.getBytes(entry.storedKey.length + 1);
        return key.getLong();
    }

    private static StateFormatException missingRows(LiveEntry<?, ?> entry, long from, long to) {
        return new StateFormatException(
                "state of %s must hold the rows %d to %d, held none of them"
                        .formatted(entry.key, from, to));
    }
}
