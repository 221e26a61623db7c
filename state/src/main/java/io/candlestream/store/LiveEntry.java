package io.candlestream.store;

import io.candlestream.codec.StateOutput;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// A live object and what is known of its stored form.
final class LiveEntry<K, T> {

    /// Rows from `from` (inclusive) to `to` (exclusive), stored under one key.
    record Chunk(long from, long to) {}

    final K key;
    final byte[] storedKey;
    final T object;

    /// Which commit in every [Journal#COMMITS] writes a head.
    final int turn;

    /// How many changes the object has taken; how many of them the head or the journal holds; how
    /// many the head.
    long changeCount;

    long storedChangeCount;
    long headChangeCount;

    /// The signature and the changes that are not stored; complete unless [#isHeadDue].
    final StateOutput unstored = new StateOutput(64);

    /// True when there are too many unstored changes for the journal.
    boolean isHeadDue;

    /// Asked for since [LiveEntries] looked last.
    boolean isRecent;

    /// Rows before this number have been written, where they were still there to write.
    long rowsWrittenTo;

    final Deque<Chunk> chunks = new ArrayDeque<>();

    LiveEntry(K key, byte[] storedKey, T object) {
        this.key = key;
        this.storedKey = storedKey;
        this.object = object;
        this.turn = Math.floorMod(Arrays.hashCode(storedKey), Journal.COMMITS);
    }

    /// Tells whether there are changes that neither the head nor the journal holds.
    boolean isChanged() {
        return changeCount > storedChangeCount;
    }

    /// Tells whether the head alone is not the object.
    boolean isAheadOfHead() {
        return changeCount > headChangeCount;
    }

    /// Everything the object has taken is stored.
    void setStored() {
        storedChangeCount = changeCount;
        unstored.clear();
        isHeadDue = false;
    }
}
