package io.candlestream.store;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/// The changes of the last few commits, those of all objects of a commit together.
///
/// ```
/// 0x00, slot, number of the piece -> format, number of the commit, whether it is the last piece, groups
/// group                           -> length and text of the key, count of changes before these,
///                                    length of the changes, signature, changes
/// ```
///
/// A commit takes the slot of its number modulo [#COMMITS], so the journal is overwritten in a
/// circle and nothing has to be deleted. Whoever writes it must give an object a head before its
/// changes are overwritten. Every commit writes a piece, though it be empty, so that a lost one is
/// found out.
///
/// Keys of objects are visible ASCII, so the journal lies before all of them.
final class Journal {

    /// How many commits it holds. Every object that changes is written as a head at one commit in
    /// so many, which spreads the bytes of heads over them. Rows that wait for longer than that are
    /// all written, so that from there on a longer wait costs no more bytes.
    static final int COMMITS = 8;

    private static final byte FORMAT = 1;
    private static final byte PREFIX = 0;
    private static final int PIECE_BYTES = 256 * 1024;

    private final KeyValueStore<Bytes, byte[]> inner;
    private final StateOutput groups = new StateOutput();
    private final StateOutput piece = new StateOutput();
    private long commit;
    private int pieces;

    /// Changes of one object in one commit, behind its signature, as [#add] took them.
    record Group(String keyText, long changesBefore, StateInput changes) {}

    private record Piece(long commit, int number, boolean isLast, StateInput groups) {}

    Journal(KeyValueStore<Bytes, byte[]> inner) {
        this.inner = inner;
    }

    /// Begins the next commit.
    ///
    /// @return its number modulo [#COMMITS]
    int begin() {
        commit++;
        pieces = 0;
        groups.clear();
        return slot();
    }

    /// Adds the unstored changes of an object to the commit.
    void add(LiveEntry<?, ?> entry) {
        groups.putInt(entry.storedKey.length);
        groups.putBytes(entry.storedKey);
        groups.putLong(entry.storedChangeCount);
        groups.putInt(entry.unstored.size());
        groups.putAll(entry.unstored);
        if (groups.size() > PIECE_BYTES) {
            writePiece(false);
        }
    }

    /// Ends the commit.
    void end() {
        writePiece(true);
    }

    /// Reads what the last commits wrote, and takes up their count.
    ///
    /// @return the groups in the order in which they were added
    /// @throws StateFormatException when a piece is missing or cannot be read
    List<Group> read() {
        List<Piece> all = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> stored =
                inner.range(key(0, 0), key(COMMITS - 1, Integer.MAX_VALUE))) {
            while (stored.hasNext()) {
                all.add(piece(stored.next()));
            }
        }
        long newest = all.stream().mapToLong(Piece::commit).max().orElse(0);
        commit = newest;
        List<Piece> valid =
                all.stream()
                        .filter(each -> each.commit > newest - COMMITS)
                        .sorted(
                                Comparator.comparingLong(Piece::commit)
                                        .thenComparingInt(Piece::number))
                        .toList();
        checkComplete(valid, newest);
        List<Group> read = new ArrayList<>();
        for (Piece each : valid) {
            while (each.groups.remaining() > 0) {
                read.add(group(each.groups));
            }
        }
        return read;
    }

    private void writePiece(boolean isLast) {
        piece.clear();
        piece.putByte(FORMAT);
        piece.putLong(commit);
        piece.putBoolean(isLast);
        piece.putAll(groups);
        inner.put(key(slot(), pieces), piece.toByteArray());
        pieces++;
        groups.clear();
    }

    private int slot() {
        return (int) (commit % COMMITS);
    }

    private static Piece piece(KeyValue<Bytes, byte[]> stored) {
        StateInput key = new StateInput(stored.key.get());
        key.getByte();
        key.getByte();
        StateInput in = new StateInput(stored.value);
        byte format = in.getByte();
        if (format != FORMAT) {
            throw new StateFormatException(
                    "the journal must have format " + FORMAT + ", had " + format);
        }
        return new Piece(in.getCounter(), key.getInt(), in.getBoolean(), in);
    }

    private static Group group(StateInput in) {
        byte[] key = in.getBytes(in.getCount(in.remaining()));
        return new Group(
                new String(key, StandardCharsets.US_ASCII),
                in.getCounter(),
                new StateInput(in.getBytes(in.getCount(in.remaining()))));
    }

    private static void checkComplete(List<Piece> pieces, long newest) {
        long commit = Math.max(0, newest - COMMITS);
        int number = 0;
        boolean isLast = true;
        for (Piece piece : pieces) {
            if (isLast) {
                commit++;
                number = 0;
            }
            if (piece.commit != commit || piece.number != number) {
                throw missing(commit, number);
            }
            number++;
            isLast = piece.isLast;
        }
        if (!isLast) {
            throw missing(commit, number);
        }
    }

    private static StateFormatException missing(long commit, int piece) {
        return new StateFormatException(
                "the journal must hold piece " + piece + " of commit " + commit + ", did not");
    }

    private static Bytes key(int slot, int piece) {
        StateOutput key = new StateOutput(6);
        key.putByte(PREFIX);
        key.putByte((byte) slot);
        key.putInt(piece);
        return Bytes.wrap(key.toByteArray());
    }
}
