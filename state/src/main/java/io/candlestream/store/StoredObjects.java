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

/// The stored form of live objects: a head now and then, the rows that the head names, and a
/// journal of the changes since.
///
/// ```
/// key text                                 -> signature, count of changes, head
/// key text, 0x00, number of the first row  -> signature, count of rows, rows; written once, with a head
/// key text, 0x01, slot                     -> signature, count of changes before these, changes
/// ```
///
/// The journal's slots are filled from 0 after each head and overwritten after the next, so that
/// nothing has to be deleted; an entry from before the head is known by its count. An object
/// without a head began with its journal.
///
/// A key text has no byte below 0x20, so what belongs to a key lies together and in rising order.
final class StoredObjects<K, C, T> {

    /// Bounds the size of one record; an object that gains more rows between two heads fills
    /// several chunks.
    static final int MOST_ROWS = 256;

    /// Every twelfth commit at the latest writes a head, which spreads its bytes over twelve. Rows
    /// that wait for twelve changes or more are then all written, so that from there on a longer
    /// wait costs no more bytes.
    static final int JOURNAL_SLOTS = 11;

    /// Bounds what is kept of changes in memory, and the time it takes to apply them again.
    static final int MOST_JOURNAL_BYTES = 16 * 1024;

    private static final byte ROWS = 0;
    private static final byte JOURNAL = 1;

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
        entry.rowsWrittenTo = format.nextRow(entry.object);
        readJournal(entry);
        entry.storedChangeCount = entry.changeCount;
        return entry;
    }

    /// Applies a change to the object, and keeps it for the journal.
    void apply(LiveEntry<K, T> entry, C change) {
        if (!entry.isHeadDue) {
            format.saveChange(change, entry.unstored);
            if (entry.journalBytes + entry.unstored.size() > MOST_JOURNAL_BYTES) {
                entry.isHeadDue = true;
                entry.unstored.clear();
            }
        }
        entry.changeCount++;
        format.apply(entry.object, change);
    }

    void write(LiveEntry<K, T> entry) {
        if (entry.isHeadDue || entry.journalEntries == JOURNAL_SLOTS) {
            writeHead(entry);
            writeNewRows(entry);
            deleteEmptyChunks(entry);
        } else {
            writeJournal(entry);
        }
        entry.unstored.clear();
        entry.storedChangeCount = entry.changeCount;
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
                    throw missing(entry, "rows", expected, from);
                }
                format.restoreRows(entry.object, from, to, in);
                in.expectEnd();
                entry.chunks.add(new Chunk(from, to));
                expected = Math.max(expected, to);
            }
        }
        if (expected < next) {
            throw missing(entry, "rows", expected, next);
        }
    }

    private void readJournal(LiveEntry<K, T> entry) {
        try (KeyValueIterator<Bytes, byte[]> slots =
                inner.range(journalKey(entry, 0), journalKey(entry, JOURNAL_SLOTS - 1))) {
            while (slots.hasNext()) {
                byte[] stored = slots.next().value;
                StateInput in = new StateInput(stored);
                format.checkSignature(entry.object, in);
                long from = in.getCounter();
                if (from < entry.changeCount) {
                    return;
                }
                if (from > entry.changeCount) {
                    throw missing(entry, "changes", entry.changeCount, from);
                }
                while (in.remaining() > 0) {
                    format.apply(entry.object, format.restoreChange(entry.object, in));
                    entry.changeCount++;
                }
                entry.journalEntries++;
                entry.journalBytes += stored.length;
            }
        }
    }

    private void writeHead(LiveEntry<K, T> entry) {
        out.clear();
        format.sign(entry.object, out);
        out.putLong(entry.changeCount);
        format.saveHead(entry.object, out);
        inner.put(Bytes.wrap(entry.storedKey), out.toByteArray());
        entry.isHeadDue = false;
        entry.journalEntries = 0;
        entry.journalBytes = 0;
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

    private void writeJournal(LiveEntry<K, T> entry) {
        out.clear();
        format.sign(entry.object, out);
        out.putLong(entry.storedChangeCount);
        out.putAll(entry.unstored);
        inner.put(journalKey(entry, entry.journalEntries), out.toByteArray());
        entry.journalEntries++;
        entry.journalBytes += out.size();
    }

    private static Bytes rowsKey(LiveEntry<?, ?> entry, long from) {
        StateOutput key = new StateOutput(entry.storedKey.length + 1 + Long.BYTES);
        key.putBytes(entry.storedKey);
        key.putByte(ROWS);
        key.putLong(from);
        return Bytes.wrap(key.toByteArray());
    }

    private static Bytes journalKey(LiveEntry<?, ?> entry, int slot) {
        StateOutput key = new StateOutput(entry.storedKey.length + 2);
        key.putBytes(entry.storedKey);
        key.putByte(JOURNAL);
        key.putByte((byte) slot);
        return Bytes.wrap(key.toByteArray());
    }

    private static long firstRowOf(LiveEntry<?, ?> entry, Bytes rowsKey) {
        StateInput key = new StateInput(rowsKey.get());
        key.getBytes(entry.storedKey.length + 1);
        return key.getLong();
    }

    private static StateFormatException missing(
            LiveEntry<?, ?> entry, String what, long from, long to) {
        return new StateFormatException(
                "state of %s must hold the %s %d to %d, held none of them"
                        .formatted(entry.key, what, from, to));
    }
}
