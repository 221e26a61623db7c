package io.candlestream.store;

import io.candlestream.codec.LiveFormat;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/// A state store that hands out live objects and writes the changed ones when the task prepares to
/// commit.
///
/// A change is applied to the object itself; the object is not serialised for it. At the commit,
/// the changes that came since the last go to an inner, changelogged key-value store, and now and
/// then the whole object instead: inside the transaction that the commit ends, so state, output and
/// input position move together. At most `capacity` objects live at once: over that, one that was
/// not used of late is written and dropped, and comes back from the inner store when it is asked
/// for.
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

    /// Changes of one object in one commit over which a head is no longer than they are; a bound on
    /// memory too.
    private static final int MOST_JOURNALED_BYTES = 4 * 1024;

    private final int capacity;
    private final LiveFormat<K, C, T> format;
    private final StoredObjects<K, C, T> stored;
    private final Journal journal;
    private final LiveEntries<K, T> live = new LiveEntries<>();
    private boolean isRecovered;
    private boolean isChanged;

    LiveStateStore(KeyValueStore<Bytes, byte[]> inner, LiveFormat<K, C, T> format, int capacity) {
        super(inner);
        this.capacity = capacity;
        this.format = format;
        this.stored = new StoredObjects<>(inner, format);
        this.journal = new Journal(inner);
    }

    /// Applies a change to the object of this key. A key that was never asked for gets a new
    /// object.
    ///
    /// @return the object after the change, to be read until the next call and changed by nobody
    ///   else
    /// @throws StateFormatException when what is stored is not of the running configuration
    public T apply(K key, C change) {
        LiveEntry<K, T> entry = entry(key);
        if (!entry.isHeadDue) {
            if (!entry.isChanged()) {
                format.sign(entry.object, entry.unstored);
            }
            format.saveChange(change, entry.unstored);
            entry.isHeadDue = entry.unstored.size() > MOST_JOURNALED_BYTES;
        }
        take(entry, change);
        isChanged = true;
        return entry.object;
    }

    /// The object of this key as it is, to be read until the next call and changed by nobody. A key
    /// that was never asked for gets a new object.
    ///
    /// @throws StateFormatException when what is stored is not of the running configuration
    public T get(K key) {
        return entry(key).object;
    }

    /// @return how many objects live now
    public int liveCount() {
        return live.size();
    }

    /// Writes what has changed; Kafka Streams calls this inside the transaction, before the commit.
    @Override
    public void flushCache() {
        if (isChanged) {
            writeChanges();
            isChanged = false;
        }
        super.flushCache();
    }

    /// Forgets every live object; Kafka Streams calls this when the inner store may change beneath
    /// them.
    @Override
    public void clearCache() {
        live.clear();
        isRecovered = false;
        isChanged = false;
        super.clearCache();
    }

    /// An object whose turn it is gets a head, though nothing has changed since the last commit:
    /// its changes in the journal are the next to be overwritten.
    private void writeChanges() {
        int turn = journal.begin();
        for (LiveEntry<K, T> entry : live.all()) {
            if (entry.isHeadDue || (entry.turn == turn && entry.isAheadOfHead())) {
                stored.write(entry);
            } else if (entry.isChanged()) {
                journal.add(entry);
                entry.setStored();
            }
        }
        journal.end();
    }

    private LiveEntry<K, T> entry(K key) {
        if (!isRecovered) {
            isRecovered = true;
            recover();
        }
        LiveEntry<K, T> entry = live.find(key);
        if (entry == null) {
            makeRoom();
            entry = stored.read(key);
            live.add(entry);
        }
        return entry;
    }

    /// Brings every object of the journal to where it was at the last commit.
    private void recover() {
        for (Journal.Group group : journal.read()) {
            LiveEntry<K, T> entry = entry(format.key(group.keyText()));
            long before = group.changesBefore();
            if (before > entry.changeCount) {
                throw new StateFormatException(
                        "state of %s must hold the changes %d to %d, held none of them"
                                .formatted(entry.key, entry.changeCount, before));
            }
            if (before == entry.changeCount) {
                StateInput in = group.changes();
                format.checkSignature(entry.object, in);
                while (in.remaining() > 0) {
                    take(entry, format.restoreChange(entry.object, in));
                }
                entry.setStored();
            }
        }
    }

    private void take(LiveEntry<K, T> entry, C change) {
        format.apply(entry.object, change);
        entry.changeCount++;
    }

    private void makeRoom() {
        if (live.size() < capacity) {
            return;
        }
        LiveEntry<K, T> unused = live.removeOne();
        if (unused.isAheadOfHead()) {
            stored.write(unused);
        }
    }
}
