package io.candlestream.store;

import java.util.ArrayDeque;
import java.util.Deque;

/// A live object and what is known of its stored form.
final class LiveEntry<K, T> {

    /// Rows from `from` (inclusive) to `to` (exclusive), stored under one key.
    record Chunk(long from, long to) {}

    final K key;
    final byte[] storedKey;
    final T object;
    final Deque<Chunk> chunks = new ArrayDeque<>();

    /// Rows before this number have been written, where they were still there to write.
    long writtenTo;

    boolean isChanged;

    LiveEntry(K key, byte[] storedKey, T object) {
        this.key = key;
        this.storedKey = storedKey;
        this.object = object;
    }
}
