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
/// | state | `capacity` doubles and 2 counters; O(1) amortised time, no allocation per push |
///
/// Not thread-safe: owned by one stream task.
public final class Ring implements Stateful {

    private static final int LARGEST = 100_000;

    /// Room for as many pushes again, at least, before the numbers have to be moved.
    private static final int LEAST_ROOM = 16;

    /*
     * The numbers lie in a row, the newest at `newest`, so a window is a piece of the array. When the
     * end is reached, those that still count move to the front.
     *
     * Saved is a ring all the same, `capacity` numbers of which the newest is at `turn + newest`,
     * counted round: where the numbers lie in memory is not part of the state.
     */
    private double[] values;
    private int capacity;
    private int newest;
    private int turn;
    private int size;

    /// An empty ring.
    ///
    /// @param capacity how many numbers it holds, from 1 to 100,000
    /// @throws IllegalArgumentException when the capacity is out of range
    public Ring(int capacity) {
        this.capacity = checkedCapacity(capacity);
        values = room(capacity);
        newest = capacity - 1;
    }

    /// Makes room for a longer window, before the first push.
    ///
    /// @param capacity how many numbers it must hold at least, from 1 to 100,000
    /// @throws IllegalArgumentException when the capacity is out of range
    /// @throws IllegalStateException when it is too small and no longer empty: a window has to see
    ///   every push
    void reserve(int capacity) {
        if (capacity > this.capacity) {
            if (size != 0) {
                throw new IllegalStateException(
                        "a ring must be empty to grow, held " + size + " numbers");
            }
            this.capacity = checkedCapacity(capacity);
            values = room(capacity);
            newest = capacity - 1;
        }
    }

    /// Takes the next number and, when full, forgets the oldest.
    public void push(double value) {
        int next = newest + 1;
        if (next == values.length) {
            next = makeRoom();
        }
        values[next] = value;
        newest = next;
        if (size < capacity) {
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
        return values[newest - age];
    }

    /// The number of an age below the capacity; 0 when it does not hold one.
    double at(int age) {
        return values[newest - age];
    }

    /// @return an array in which the numbers lie in a row, the newest at [#newest]; another one at
    ///   any time
    double[] array() {
        return values;
    }

    /// @return where the newest number lies in the [#array]
    int newest() {
        return newest;
    }

    /// @return how many numbers it holds
    public int size() {
        return size;
    }

    /// @return how many numbers it can hold
    public int capacity() {
        return capacity;
    }

    @Override
    public void save(StateOutput out) {
        out.putInt(size);
        out.putInt((turn + newest) % capacity);
        for (int place = 0; place < capacity; place++) {
            out.putDouble(at(age(place)));
        }
    }

    @Override
    public void restore(StateInput in) {
        size = in.getCount(capacity);
        turn = in.getCount(capacity - 1) + 1;
        newest = capacity - 1;
        for (int place = 0; place < capacity; place++) {
            values[newest - age(place)] = in.getDouble();
        }
    }

    /// @param place in the ring as it is saved
    private int age(int place) {
        return Math.floorMod(turn + newest - place, capacity);
    }

    /// Moves all but the oldest number to the front.
    ///
    /// @return where the next one goes
    private int makeRoom() {
        int kept = capacity - 1;
        int from = values.length - kept;
        System.arraycopy(values, from, values, 0, kept);
        turn = (turn + from) % capacity;
        return kept;
    }

    private static double[] room(int capacity) {
        return new double[capacity + Math.max(capacity, LEAST_ROOM)];
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
        if (capacity < period || size != 0) {
            throw new IllegalArgumentException(
                    "a window of %d needs an empty ring as large, was one of %d that holds %d"
                            .formatted(period, capacity, size));
        }
        return this;
    }
}
