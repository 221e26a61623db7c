package io.candlestream.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bytes read front to back, as [StateOutput] wrote them. Not thread-safe: owned by one stream
/// task.
public final class StateInput {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private int position;

    /// Reads the array from its first byte; the array is not copied and must not change meanwhile.
    public StateInput(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @return the next byte
    /// @throws StateFormatException when no byte is left
    public byte getByte() {
        return bytes[claim(Byte.BYTES)];
    }

    /// @return the next byte as a truth value
    /// @throws StateFormatException when no byte is left, or it is neither 0 nor 1
    public boolean getBoolean() {
        byte value = getByte();
        if (value != 0 && value != 1) {
            throw new StateFormatException("a truth value must be 0 or 1, was " + value);
        }
        return value == 1;
    }

    /// @return the next four bytes
    /// @throws StateFormatException when fewer are left
    public int getInt() {
        return (int) INT.get(bytes, claim(Integer.BYTES));
    }

    /// @return the next four bytes, an index or count in `[0, limit]`
    /// @throws StateFormatException when fewer are left or the number is out of that range
    public int getCount(int limit) {
        int value = getInt();
        if (value < 0 || value > limit) {
            throw new StateFormatException("a count must be from 0 to " + limit + ", was " + value);
        }
        return value;
    }

    /// @return the next eight bytes
    /// @throws StateFormatException when fewer are left
    public long getLong() {
        return (long) LONG.get(bytes, claim(Long.BYTES));
    }

    /// @return the next eight bytes, a number of things counted, at least 0
    /// @throws StateFormatException when fewer are left or the number is negative
    public long getCounter() {
        long value = getLong();
        if (value < 0) {
            throw new StateFormatException("a counter must be at least 0, was " + value);
        }
        return value;
    }

    /// @return the next eight bytes as a double, its exact bits
    /// @throws StateFormatException when fewer are left
    public double getDouble() {
        return Double.longBitsToDouble(getLong());
    }

    /// Fills the whole array.
    ///
    /// @throws StateFormatException when too few bytes are left
    public void getDoubles(double[] into) {
        getDoubles(into, 0, into.length);
    }

    /// Fills the elements from `from` (inclusive) to `to` (exclusive).
    ///
    /// @throws StateFormatException when too few bytes are left
    public void getDoubles(double[] into, int from, int to) {
        int at = claim((to - from) * Double.BYTES);
        for (int i = from; i < to; i++, at += Double.BYTES) {
            into[i] = Double.longBitsToDouble((long) LONG.get(bytes, at));
        }
    }

    /// Fills the whole array.
    ///
    /// @throws StateFormatException when too few bytes are left
    public void getLongs(long[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = getLong();
        }
    }

    /// @return a copy of the next `length` bytes
    /// @throws StateFormatException when fewer are left
    public byte[] getBytes(int length) {
        int at = claim(length);
        return Arrays.copyOfRange(bytes, at, at + length);
    }

    /// @return how many bytes have not been read
    public int remaining() {
        return bytes.length - position;
    }

    /// Checks that everything has been read.
    ///
    /// @throws StateFormatException when bytes are left over
    public void expectEnd() {
        if (remaining() != 0) {
            throw new StateFormatException(remaining() + " bytes are left over after the state");
        }
    }

    private int claim(int length) {
        if (length > remaining()) {
            throw new StateFormatException(
                    "the state must hold " + length + " more bytes, held " + remaining());
        }
        int at = position;
        position += length;
        return at;
    }
}
