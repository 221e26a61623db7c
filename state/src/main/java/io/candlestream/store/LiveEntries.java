package io.candlestream.store;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The live entries by their keys, and the one to be given up when there are too many.
///
/// That is the first in a queue which has not been asked for since it came to the front last; one
/// that has goes to the back again. This is nearly the least recently used. The order of use itself
/// would have to be written at every access, into neighbours that are in no cache of the processor.
///
/// Source: F. J. Corbató, _A Paging Experiment with the Multics System_, 1968 ("second chance").
final class LiveEntries<K, T> {

    private final Map<K, LiveEntry<K, T>> byKey = new HashMap<>();
    private final Deque<LiveEntry<K, T>> queue = new ArrayDeque<>();

    @Nullable LiveEntry<K, T> find(K key) {
        LiveEntry<K, T> entry = byKey.get(key);
        if (entry != null) {
            entry.isRecent = true;
        }
        return entry;
    }

    void add(LiveEntry<K, T> entry) {
        byKey.put(entry.key, entry);
        queue.addLast(entry);
    }

    /// Removes the entry that is to be given up; there must be one.
    LiveEntry<K, T> removeOne() {
        LiveEntry<K, T> entry = queue.removeFirst();
        while (entry.isRecent) {
            entry.isRecent = false;
            queue.addLast(entry);
            entry = queue.removeFirst();
        }
        byKey.remove(entry.key);
        return entry;
    }

    int size() {
        return queue.size();
    }

    Collection<LiveEntry<K, T>> all() {
        return Collections.unmodifiableCollection(queue);
    }

    void clear() {
        byKey.clear();
        queue.clear();
    }
}
