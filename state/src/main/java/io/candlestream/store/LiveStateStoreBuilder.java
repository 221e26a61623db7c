package io.candlestream.store;

import io.candlestream.codec.LiveFormat;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// Builds a [LiveStateStore] over a persistent store with a changelog.
///
/// @param <K> what objects are found by
/// @param <C> what changes them
/// @param <T> the live object
public final class LiveStateStoreBuilder<K, C, T> implements StoreBuilder<LiveStateStore<K, C, T>> {

    private final StoreBuilder<KeyValueStore<Bytes, byte[]>> inner;
    private final LiveFormat<K, C, T> format;
    private final int capacity;

    /// A builder of changelogged stores.
    ///
    /// @param name of the store, and of its changelog topic
    /// @param format how objects are stored
    /// @param capacity most objects that live at once in one task, at least 1
    /// @param changelogConfig configuration of the changelog topic
    /// @throws IllegalArgumentException when the capacity is below 1
    public LiveStateStoreBuilder(
            String name,
            LiveFormat<K, C, T> format,
            int capacity,
            Map<String, String> changelogConfig) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, was " + capacity);
        }
        this.inner =
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(name),
                                Serdes.Bytes(),
                                Serdes.ByteArray())
                        .withCachingDisabled()
                        .withLoggingEnabled(changelogConfig);
        this.format = format;
        this.capacity = capacity;
    }

    @Override
    public LiveStateStore<K, C, T> build() {
        return new LiveStateStore<>(inner.build(), format, capacity);
    }

    /// Has no effect: the live objects are the cache.
    @Override
    public StoreBuilder<LiveStateStore<K, C, T>> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<LiveStateStore<K, C, T>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<LiveStateStore<K, C, T>> withLoggingEnabled(Map<String, String> config) {
        inner.withLoggingEnabled(config);
        return this;
    }

    @Override
    public StoreBuilder<LiveStateStore<K, C, T>> withLoggingDisabled() {
        inner.withLoggingDisabled();
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return inner.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return inner.loggingEnabled();
    }

    @Override
    public String name() {
        return inner.name();
    }
}
