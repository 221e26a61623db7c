package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// The last numbers of one source, shared by every window over it.
///
/// | quantity | meaning |
/// |---|---|
/// | input | any finite number |
/// | output | the number pushed `age` pushes ago; age 0 is the newest |
/// | warm-up | none; holds [#size] numbers, at most `capacity` |
/// | state | `capacity` doubles and 2 counters; O(1) time, no allocation per push |
///
/// Not thread-safe: owned by one stream task.
public final class Ring implements Stateful {

    private static final int LARGEST = 100_000;

    private double[] values;
    private int newest;
    private int size;

    /// An empty ring.
    ///
    /// @param capacity how many numbers it holds, from 1 to 100,000
    /// @throws IllegalArgumentException when the capacity is out of range
    public Ring(int capacity) {
        values = new double[checkedCapacity(capacity)];
        newest = capacity - 1;
    }

    /// Makes room for a longer window, before the first push.
    ///
    /// @param capacity how many numbers it must hold at least, from 1 to 100,000
    /// @throws IllegalArgumentException when the capacity is out of range
    /// @throws IllegalStateException when it is too small and no longer empty: a window has to see
    ///   every push
    void reserve(int capacity) {
        if (capacity > values.length) {
            if (size != 0) {
                throw new IllegalStateException(
                        "a ring must be empty to grow, held " + size + " numbers");
            }
            values = new double[checkedCapacity(capacity)];
            newest = capacity - 1;
        }
    }

    /// Takes the next number and, when full, forgets the oldest.
    public void push(double value) {
        newest = newest + 1 == values.length ? 0 : newest + 1;
        values[newest] = value;
        if (size < values.length) {
            size++;
        }
    }

    /// @param age how many pushes ago the number came, from 0 to `size() - 1`
    /// @throws IndexOutOfBoundsException when the ring holds no number of that age
    public double get(int age) {
        if (age < 0 || age >= size) {
            throw new IndexOutOfBoundsException(
                    "age must be at least 0 and below " + size + ", was " + age);
        }
        int at = newest - age;
        return values[at < 0 ? at + values.length : at];
    }

    /// @return how many numbers it holds
    public int size() {
        return size;
    }

    /// @return how many numbers it can hold
    public int capacity() {
        return values.length;
    }

    @Override
    public void save(StateOutput out) {
        out.putInt(size);
        out.putInt(newest);
        out.putDoubles(values);
    }

    @Override
    public void restore(StateInput in) {
        size = in.getCount(values.length);
        newest = in.getCount(values.length - 1);
        in.getDoubles(values);
    }

    private static int checkedCapacity(int capacity) {
        if (capacity < 1 || capacity > LARGEST) {
            throw new IllegalArgumentException(
                    "capacity must be from 1 to " + LARGEST + ", was " + capacity);
        }
        return capacity;
    }

    /// @return this ring
    /// @throws IllegalArgumentException when it is too small for the period, or not empty: a window
    ///   has to see every push
    Ring checkedFor(int period) {
        if (values.length < period || size != 0) {
            throw new IllegalArgumentException(
                    "a window of %d needs an empty ring as large, was one of %d that holds %d"
                            .formatted(period, values.length, size));
        }
        return this;
    }
}
