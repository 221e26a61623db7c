package io.candlestream.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A growing array of bytes, written front to back; reused between states so that saving allocates
/// only the result.
///
/// Big-endian, fixed width. Doubles keep their exact bits. Not thread-safe: owned by one stream
/// task.
public final class StateOutput {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int size;

    /// An empty output.
    public StateOutput() {
        this(1024);
    }

    /// An empty output with room for some bytes.
    ///
    /// @param capacity bytes that fit before it grows, at least 1
    public StateOutput(int capacity) {
        bytes = new byte[capacity];
    }

    /// Forgets what was written and keeps the memory.
    public void clear() {
        size = 0;
    }

    /// @return how many bytes have been written since the last [#clear]
    public int size() {
        return size;
    }

    /// @return a copy of the bytes written since the last [#clear]
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /// Appends one byte.
    public void putByte(byte value) {
        int at = claim(Byte.BYTES);
        bytes[at] = value;
    }

    /// Appends one byte, 1 for true and 0 for false.
    public void putBoolean(boolean value) {
        putByte((byte) (value ? 1 : 0));
    }

    /// Appends four bytes.
    public void putInt(int value) {
        int at = claim(Integer.BYTES);
        INT.set(bytes, at, value);
    }

    /// Appends eight bytes.
    public void putLong(long value) {
        int at = claim(Long.BYTES);
        LONG.set(bytes, at, value);
    }

    /// Appends eight bytes, the exact bits of the value.
    public void putDouble(double value) {
        putLong(Double.doubleToRawLongBits(value));
    }

    /// Appends every element; the length is not written, the reader knows it from its
    /// configuration.
    public void putDoubles(double[] values) {
        putDoubles(values, 0, values.length);
    }

    /// Appends the elements from `from` (inclusive) to `to` (exclusive).
    public void putDoubles(double[] values, int from, int to) {
        int at = claim((to - from) * Double.BYTES);
        for (int i = from; i < to; i++, at += Double.BYTES) {
            LONG.set(bytes, at, Double.doubleToRawLongBits(values[i]));
        }
    }

    /// Appends every element; the length is not written, the reader knows it from its
    /// configuration.
    public void putLongs(long[] values) {
        for (long value : values) {
            putLong(value);
        }
    }

    /// Appends the bytes as they are; the length is not written.
    public void putBytes(byte[] values) {
        int at = claim(values.length);
        System.arraycopy(values, 0, bytes, at, values.length);
    }

    /// Appends all that was written to another output.
    public void putAll(StateOutput other) {
        int at = claim(other.size);
        System.arraycopy(other.bytes, 0, bytes, at, other.size);
    }

    /// May replace the array: the place must be claimed before the array is named.
    private int claim(int length) {
        int at = size;
        size = Math.addExact(size, length);
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
        }
        return at;
    }
}
