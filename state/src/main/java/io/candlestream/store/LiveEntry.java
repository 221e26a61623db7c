package io.candlestream.store;

import io.candlestream.codec.StateOutput;
import java.util.ArrayDeque;
import java.util.Deque;

/// A live object and what is known of its stored form.
final class LiveEntry<K, T> {

    /// Rows from `from` (inclusive) to `to` (exclusive), stored under one key.
    record Chunk(long from, long to) {}

    final K key;
    final byte[] storedKey;
    final T object;

    /// Rows before this number have been written, where they were still there to write.
    long rowsWrittenTo;

    final Deque<Chunk> chunks = new ArrayDeque<>();

    /// How many changes the object has taken, and how many of them are stored.
    long changeCount;

    long storedChangeCount;

    /// The changes that are not stored; complete unless [#isHeadDue].
    final StateOutput unstored = new StateOutput(128);

    /// The entries of the journal written since the head, and their bytes.
    int journalEntries;

    long journalBytes;

    /// True when the unstored changes can only be stored by a head.
    boolean isHeadDue;

    LiveEntry(K key, byte[] storedKey, T object) {
        this.key = key;
        this.storedKey = storedKey;
        this.object = object;
    }

    boolean isChanged() {
        return changeCount > storedChangeCount;
    }
}
