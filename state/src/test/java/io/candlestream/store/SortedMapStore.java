package io.candlestream.store;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// An inner store in a sorted map, which counts what is written to it.
final class SortedMapStore implements KeyValueStore<Bytes, byte[]> {

    final NavigableMap<Bytes, byte[]> entries = new TreeMap<>();
    long putCount;
    private final Map<Bytes, Integer> putsByKey = new HashMap<>();
    long writtenBytes;

    SortedMapStore() {}

    SortedMapStore(Map<Bytes, byte[]> entries) {
        this.entries.putAll(entries);
    }

    @Override
    public void put(Bytes key, byte[] value) {
        putCount++;
        putsByKey.merge(key, 1, Integer::sum);
        writtenBytes += key.get().length + value.length;
        entries.put(key, value);
    }

    /// How often this key was written.
    int puts(Bytes key) {
        return putsByKey.getOrDefault(key, 0);
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        writtenBytes += key.get().length;
        return entries.remove(key);
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return entries.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        Iterator<Map.Entry<Bytes, byte[]>> inRange =
                entries.subMap(from, true, to, true).entrySet().iterator();
        return new KeyValueIterator<>() {
            @Override
            public boolean hasNext() {
                return inRange.hasNext();
            }

            @Override
            public KeyValue<Bytes, byte[]> next() {
                Map.Entry<Bytes, byte[]> entry = inRange.next();
                return KeyValue.pair(entry.getKey(), entry.getValue());
            }

            @Override
            public Bytes peekNextKey() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> pairs) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String name() {
        return "inner";
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {}

    @Override
    public void close() {}

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }
}
