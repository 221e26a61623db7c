package io.candlestream.evaluation;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import java.util.Arrays;

/// How much more each of some forecasters loses than each of some others on the same outcomes, and
/// how sure that is.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the losses of all forecasters for one outcome, within 1e75 of zero |
/// | output | of each pair the mean difference and its 95 % confidence interval, in the losses' unit |
/// | warm-up | [#LEAST_BLOCKS] whole blocks; an interval is infinite before that |
/// | state | 3 doubles a pair and 2 counters; O(1) time a pair, no allocation per update |
///
/// ```
/// b_i      = mean of the differences of the i-th block of `length` outcomes
/// mean     = mean of all differences of whole blocks = mean of b_i
/// error    = standard deviation of b_i (sample) / sqrt(blocks)
/// interval = mean - 1.96 error  to  mean + 1.96 error
/// ```
///
/// Labels that mature `horizon` candles later overlap, so the differences of neighbours are alike.
/// Those of blocks far longer than a horizon nearly are not, so a length of several horizons makes
/// the interval honest; [PairedDifference] does the same with Bartlett's weights and memory for
/// every lag. Not thread-safe: owned by one stream task.
///
/// Source: batch means, as in G. S. Fishman, _Principles of Discrete Event Simulation_, 1978.
public final class MeanDifferences implements Stateful {

    /// Whole blocks before there is an interval.
    public static final int LEAST_BLOCKS = 10;

    private static final double Z95 = 1.959963984540054;
    private static final int OPEN = 0;
    private static final int MEAN = 1;
    private static final int SQUARES = 2;
    private static final int WIDTH = 3;

    private final int pairCount;
    private final int length;
    private final double[] values;
    private long blocks;
    private int inBlock;

    /// Differences over no outcomes.
    ///
    /// @param pairCount pairs of forecasters, at least 0
    /// @param length outcomes of a block, at least 1
    /// @throws IllegalArgumentException when a number is out of range
    public MeanDifferences(int pairCount, int length) {
        if (pairCount < 0 || length < 1) {
            throw new IllegalArgumentException(
                    "pairs must be at least 0 and a block at least 1 outcome long, were %d and %d"
                            .formatted(pairCount, length));
        }
        this.pairCount = pairCount;
        this.length = length;
        values = new double[WIDTH * pairCount];
    }

    /// Takes the losses of both of a pair; [#next] must follow once all pairs are updated.
    ///
    /// @throws IllegalArgumentException when a loss is not from -1e75 to 1e75
    public void update(int pair, double loss, double otherLoss) {
        NumberTally.check("loss", loss);
        NumberTally.check("other loss", otherLoss);
        values[WIDTH * pair + OPEN] += loss - otherLoss;
    }

    /// Ends the outcome.
    public void next() {
        if (++inBlock < length) {
            return;
        }
        inBlock = 0;
        blocks++;
        for (int at = 0; at < values.length; at += WIDTH) {
            double ofBlock = values[at + OPEN] / length;
            double before = ofBlock - values[at + MEAN];
            values[at + OPEN] = 0;
            values[at + MEAN] += before / blocks;
            values[at + SQUARES] += before * (ofBlock - values[at + MEAN]);
        }
    }

    /// Forgets everything.
    public void reset() {
        Arrays.fill(values, 0);
        blocks = 0;
        inBlock = 0;
    }

    /// @return outcomes in whole blocks
    public long count() {
        return blocks * length;
    }

    /// @return mean of the first one's losses less the other's; 0 before the first whole block
    public double mean(int pair) {
        return values[WIDTH * checked(pair) + MEAN];
    }

    /// @return half the width of the 95 % confidence interval of [#mean]; positive infinity before
    ///   [#LEAST_BLOCKS] blocks
    public double margin(int pair) {
        double squares = values[WIDTH * checked(pair) + SQUARES];
        if (blocks < LEAST_BLOCKS) {
            return Double.POSITIVE_INFINITY;
        }
        return Z95 * Math.sqrt(Math.max(0, squares) / (blocks - 1) / blocks);
    }

    private int checked(int pair) {
        if (pair < 0 || pair >= pairCount) {
            throw new IllegalArgumentException(
                    "pair must be from 0 to %d, was %d".formatted(pairCount - 1, pair));
        }
        return pair;
    }

    /// Layout: whole blocks, outcomes of the open one; of each pair the open sum, the mean, the
    /// squares.
    @Override
    public void save(StateOutput out) {
        out.putLong(blocks);
        out.putInt(inBlock);
        out.putDoubles(values);
    }

    @Override
    public void restore(StateInput in) {
        blocks = in.getCounter();
        inBlock = in.getCount(length - 1);
        in.getDoubles(values);
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new StateFormatException("a difference must be finite, was " + value);
            }
        }
    }
}
