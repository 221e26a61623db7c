package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.util.Arrays;

/// The last `period` values of a node in ascending order.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History] of a node, any finite number |
/// | output | the median, in the input's unit; [#percentileRank], [#medianDeviation] |
/// | warm-up | `period` updates |
/// | state | none besides the history; no allocation per update |
///
/// ```
/// median          = the middle value, or the mean of the two middle ones
/// percentile rank = 100 (below + equal / 2) / (period - 1)      of the values before the newest
/// deviation       = median(|x - median(x)|)
/// ```
///
/// An update takes two binary searches and moves what lies between the value that leaves and the
/// one that comes, in one copy: O(log period) comparisons and at most `8 period` bytes, which is
/// less than a tree costs for every period that is allowed. Every output is O(log period). While it
/// warms up the outputs are those of the values there are, two at least for the rank. Not
/// thread-safe: owned by one stream task.
///
/// Source: the definitions above.
public final class SortedWindow extends Node {

    private final Ring ring;
    private final double[] sorted;
    private int count;
    private int place;

    /// An empty window.
    ///
    /// @param period values, from 2 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public SortedWindow(History input, int period) {
        super(input);
        sorted = new double[Period.checked(period, 2)];
        ring = input.ring(period + 1);
    }

    @Override
    public void update() {
        if (count == sorted.length) {
            insert(ring.at(0), firstNotBelow(ring.at(count)));
        } else {
            insert(ring.at(0), count);
            count++;
        }
        put(median());
    }

    /// @return how high the newest value stands among the others of the window, in per cent: 0 when
    ///   all are above it, 100 when all are below it, 50 when all are equal to it
    public double percentileRank() {
        int above = place + 1;
        if (above < count && sorted[above] == sorted[place]) {
            above = firstAbove(sorted[place]);
        }
        int equal = above - place - 1;
        return 100 * ((place + equal / 2.0) / (count - 1));
    }

    /// @return the median distance from the median, in the input's unit, `>= 0`
    public double medianDeviation() {
        double median = value();
        int split = firstNotBelow(median);
        double upper = distance(median, split, count / 2 + 1);
        return count % 2 == 1 ? upper : (distance(median, split, count / 2) + upper) / 2;
    }

    @Override
    public int ownWarmUp() {
        return sorted.length;
    }

    @Override
    public boolean ready() {
        return count == sorted.length;
    }

    /// Writes nothing: the history holds all there is.
    @Override
    protected void saveMemory(StateOutput out) {}

    @Override
    protected void restoreMemory(StateInput in) {
        count = Math.min(ring.size(), sorted.length);
        for (int age = 0; age < count; age++) {
            sorted[age] = ring.at(age);
        }
        Arrays.sort(sorted, 0, count);
        place = count == 0 ? 0 : firstNotBelow(ring.at(0));
    }

    /// Puts a value in its place, the numbers between that place and the gap one step towards the
    /// gap.
    private void insert(double value, int gap) {
        int above = firstNotBelow(value);
        if (above <= gap) {
            place = above;
            System.arraycopy(sorted, above, sorted, above + 1, gap - above);
        } else {
            place = above - 1;
            System.arraycopy(sorted, gap + 1, sorted, gap, place - gap);
        }
        sorted[place] = value;
    }

    private double median() {
        int middle = count / 2;
        return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// The `rank`-th smallest distance from the median, from 1. Below the split distances grow to
    /// the left, from the split on to the right; searched is how many of the `rank` smallest lie
    /// left.
    private double distance(double median, int split, int rank) {
        int least = Math.max(0, rank - (count - split));
        int most = Math.min(rank, split);
        while (least < most) {
            int left = (least + most) >>> 1;
            boolean enough =
                    sorted[split + rank - left - 1] - median <= median - sorted[split - left - 1];
            if (enough) {
                most = left;
            } else {
                least = left + 1;
            }
        }
        double left = least > 0 ? median - sorted[split - least] : 0;
        double right = rank > least ? sorted[split + rank - least - 1] - median : 0;
        return Math.max(left, right);
    }

    /// Without a branch that nobody could predict: the half that is left is looked up, not taken.
    private int firstNotBelow(double value) {
        int from = 0;
        int length = count;
        while (length > 0) {
            int half = (length + 1) >>> 1;
            from += sorted[from + half - 1] < value ? half : 0;
            length -= half;
        }
        return from;
    }

    private int firstAbove(double value) {
        int from = 0;
        int to = count;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] <= value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
