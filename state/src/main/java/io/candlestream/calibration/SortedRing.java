package io.candlestream.calibration;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import java.util.Arrays;

/// The last numbers, at least 0, in ascending order.
///
/// | quantity | meaning |
/// |---|---|
/// | input | numbers from 0 to `largest` |
/// | output | the number of a rank |
/// | warm-up | none: holds [#size] numbers, at most the window |
/// | state | `window` doubles and 2 counters; no allocation per push |
///
/// A push takes two binary searches and moves what lies between the number that leaves and the one
/// that comes, in one copy, as in [io.candlestream.indicator.SortedWindow]. The order is not saved:
/// it follows from the numbers. Not thread-safe: owned by one stream task.
final class SortedRing implements Stateful {

    /// The longest window.
    static final int LONGEST = 10_000;

    private final double largest;
    private final double[] ring;
    private final double[] sorted;
    private int size;
    private int next;

    /// An empty ring.
    ///
    /// @param window numbers it holds, at least 1
    /// @param largest no number is greater
    SortedRing(int window, double largest) {
        this.largest = largest;
        ring = new double[window];
        sorted = new double[window];
    }

    /// Takes the next number and, when full, forgets the oldest.
    void push(double value) {
        boolean full = size == ring.length;
        insert(value, full ? firstNotBelow(ring[next]) : size);
        size += full ? 0 : 1;
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
    }

    /// @return how many numbers it holds
    int size() {
        return size;
    }

    /// @param rank from 0, the smallest, to `size() - 1`
    double ranked(int rank) {
        return sorted[rank];
    }

    /// Puts a number in its place, those between that place and the gap one step towards the gap.
    private void insert(double value, int gap) {
        int above = firstNotBelow(value);
        if (above <= gap) {
            System.arraycopy(sorted, above, sorted, above + 1, gap - above);
            sorted[above] = value;
        } else {
            System.arraycopy(sorted, gap + 1, sorted, gap, above - 1 - gap);
            sorted[above - 1] = value;
        }
    }

    /// Without a branch that nobody could predict: the half that is left is looked up, not taken.
    private int firstNotBelow(double value) {
        int from = 0;
        int length = size;
        while (length > 0) {
            int half = (length + 1) >>> 1;
            from += sorted[from + half - 1] < value ? half : 0;
            length -= half;
        }
        return from;
    }

    /// Layout: how many numbers, where the next one goes, the numbers.
    @Override
    public void save(StateOutput out) {
        out.putInt(size);
        out.putInt(next);
        out.putDoubles(ring);
    }

    @Override
    public void restore(StateInput in) {
        size = in.getCount(ring.length);
        next = in.getCount(ring.length - 1);
        if (size < ring.length && next != size) {
            throw new StateFormatException(
                    "a ring that is not full must go on at %d, was at %d".formatted(size, next));
        }
        in.getDoubles(ring);
        for (double value : ring) {
            if (!(value >= 0 && value <= largest)) {
                throw new StateFormatException(
                        "a number must be from 0 to %s, was %s".formatted(largest, value));
            }
        }
        System.arraycopy(ring, 0, sorted, 0, size);
        Arrays.sort(sorted, 0, size);
    }
}
