package io.candlestream.store;

import io.candlestream.codec.LiveFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/// A state store that hands out live objects and writes the changed ones when the task prepares to
/// commit.
///
/// A change is applied to the object itself; the object is not serialised for it. At the commit,
/// the changes that came since the last go to an inner, changelogged key-value store, and now and
/// then the whole object instead: inside the transaction that the commit ends, so state, output and
/// input position move together. At most `capacity` objects live at once: over that, the least
/// recently used is written and dropped, and comes back from the inner store when it is asked for.
///
/// Why an internal class of Kafka Streams is extended: [#flushCache] is the only hook that runs
/// before the changelog is flushed and the transaction commits.
/// [org.apache.kafka.streams.processor.StateStore#commit] runs after it; a write-behind built on
/// that loses state under exactly-once. A test that kills the process in mid-stream holds this to
/// be true.
///
/// Not thread-safe: owned by one stream task.
///
/// @param <K> what objects are found by
/// @param <C> what changes them
/// @param <T> the live object
public final class LiveStateStore<K, C, T>
        extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, K, T> {

    private final int capacity;
    private final StoredObjects<K, C, T> stored;
    private final SequencedMap<K, LiveEntry<K, T>> live = new LinkedHashMap<>(16, 0.75f, true);

    LiveStateStore(KeyValueStore<Bytes, byte[]> inner, LiveFormat<K, C, T> format, int capacity) {
        super(inner);
        this.capacity = capacity;
        this.stored = new StoredObjects<>(inner, format);
    }

    /// Applies a change to the object of this key. A key that was never asked for gets a new
    /// object.
    ///
    /// @return the object after the change, to be read until the next call and changed by nobody
    ///   else
    /// @throws io.candlestream.codec.StateFormatException when what is stored is not of the running
    ///   configuration
    public T apply(K key, C change) {
        LiveEntry<K, T> entry = entry(key);
        stored.apply(entry, change);
        return entry.object;
    }

    /// The object of this key as it is, to be read until the next call and changed by nobody. A key
    /// that was never asked for gets a new object.
    ///
    /// @throws io.candlestream.codec.StateFormatException when what is stored is not of the running
    ///   configuration
    public T get(K key) {
        return entry(key).object;
    }

    /// @return how many objects live now
    public int liveCount() {
        return live.size();
    }

    /// Writes every changed object; Kafka Streams calls this inside the transaction, before the
    /// commit.
    @Override
    public void flushCache() {
        for (LiveEntry<K, T> entry : live.sequencedValues()) {
            if (entry.isChanged()) {
                stored.write(entry);
            }
        }
        super.flushCache();
    }

    /// Forgets every live object; Kafka Streams calls this when the inner store may change beneath
    /// them.
    @Override
    public void clearCache() {
        live.clear();
        super.clearCache();
    }

    private LiveEntry<K, T> entry(K key) {
        LiveEntry<K, T> entry = live.get(key);
        if (entry == null) {
            makeRoom();
            entry = stored.read(key);
            live.put(key, entry);
        }
        return entry;
    }

    private void makeRoom() {
        if (live.size() < capacity) {
            return;
        }
        LiveEntry<K, T> eldest = live.pollFirstEntry().getValue();
        if (eldest.isChanged()) {
            stored.write(eldest);
        }
    }
}
