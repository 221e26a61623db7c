package io.candlestream.drift;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.model.Exponential;

/// Adaptive windowing (ADWIN2): the longest window of latest losses no two parts of which differ by
/// more than chance.
///
/// | quantity | meaning |
/// |---|---|
/// | input | losses from 0 to `range`; others count as the end they are beyond |
/// | output | [Drift#DRIFT] when the window was cut and its newer part was worse; never a warning |
/// | warm-up | none: few losses never differ by more than chance |
/// | state | 2.4 kB; O(log n) time at every 32nd loss, O(1) amortised at others, no allocation |
///
/// ```
/// for every cut of the window (n losses, variance v) into an older part of n0 and a newer of n1:
/// 1 / m     = 1 / n0 + 1 / n1          l = ln(2 ln(n) / delta)          losses as parts of the range
/// cut when |mean of older - mean of newer| > sqrt(2 v l / m) + 2 l / (3 m)
/// ```
///
/// The window is kept as buckets of 1, 2, 4, ... losses, at most five of a size, of which it loses
/// the oldest as long as there is a cut. A cut whose newer part was better shortens the window too,
/// in silence. Cuts are looked for at every 32nd loss, as the authors' program does; the window
/// holds 8e7 losses at most. Not thread-safe: owned by one stream task.
///
/// Source: A. Bifet, R. Gavaldà, _Learning from Time-Changing Data with Adaptive Windowing_, SDM
/// 2007, section 4.
public final class Adwin implements DriftDetector {

    private static final int CHECK_EVERY = 32;
    private static final int BUCKETS = 5;
    private static final int ROWS = 24;

    /// A row holds one bucket too many until two of it become one of the next row.
    private static final int SLOTS = BUCKETS + 1;

    private final double delta;
    private final double range;

    /// By row: how many buckets of `2^row` losses there are, the oldest in the first slot.
    private final int[] counts = new int[ROWS];

    private final double[] means = new double[ROWS * SLOTS];
    private final double[] squares = new double[ROWS * SLOTS];
    private int sinceCheck;

    /// A window of no losses.
    ///
    /// @param delta chance of a false cut at one loss, above 0 and below 1; published: 0.002 and
    ///   more
    /// @param range greatest loss, above 0
    /// @throws IllegalArgumentException when a number is out of range
    public Adwin(double delta, double range) {
        this.delta = Losses.between("delta", delta, 0, 1);
        this.range = Losses.between("range", range, 0, Double.POSITIVE_INFINITY);
    }

    @Override
    public String name() {
        return "adwin";
    }

    /// @return how many losses the window holds
    public long length() {
        long length = 0;
        for (int row = 0; row < ROWS; row++) {
            length += (long) counts[row] << row;
        }
        return length;
    }

    @Override
    public Drift update(double loss) {
        insert(Math.clamp(Losses.checked(loss) / range, 0, 1));
        sinceCheck++;
        if (sinceCheck < CHECK_EVERY) {
            return Drift.STABLE;
        }
        sinceCheck = 0;
        boolean grown = false;
        for (double growth = cut(); growth != 0; growth = cut()) {
            grown |= growth > 0;
            dropOldest();
        }
        return grown ? Drift.DRIFT : Drift.STABLE;
    }

    private void insert(double loss) {
        put(0, loss, 0);
        int row = 0;
        while (row < ROWS - 1 && counts[row] == SLOTS) {
            int at = row * SLOTS;
            double gap = means[at + 1] - means[at];
            double losses = 1L << row;
            put(
                    row + 1,
                    (means[at] + means[at + 1]) / 2,
                    squares[at] + squares[at + 1] + gap * gap * losses / 2);
            remove(row, 2);
            row++;
        }
        if (counts[ROWS - 1] == SLOTS) {
            remove(ROWS - 1, 1);
        }
    }

    private void put(int row, double mean, double ofSquares) {
        int at = row * SLOTS + counts[row];
        means[at] = mean;
        squares[at] = ofSquares;
        counts[row]++;
    }

    /// Removes the oldest buckets of a row.
    private void remove(int row, int removed) {
        int at = row * SLOTS;
        counts[row] -= removed;
        System.arraycopy(means, at + removed, means, at, counts[row]);
        System.arraycopy(squares, at + removed, squares, at, counts[row]);
    }

    private void dropOldest() {
        int row = ROWS - 1;
        while (counts[row] == 0) {
            row--;
        }
        remove(row, 1);
    }

    /// @return mean of the newer part less that of the older at the oldest cut that is to be made,
    ///   0 when there is none
    private double cut() {
        double length = length();
        double sum = sum();
        double variance = variance(length, sum / length);
        double certainty = Exponential.log(2 * Exponential.log(Math.max(length, 3)) / delta);
        double older = 0;
        double olderSum = 0;
        for (int row = ROWS - 1; row >= 0; row--) {
            double losses = 1L << row;
            for (int i = 0; i < counts[row] && older + losses < length; i++) {
                older += losses;
                olderSum += losses * means[row * SLOTS + i];
                double newer = length - older;
                double growth = (sum - olderSum) / newer - olderSum / older;
                double scale = certainty * (1 / older + 1 / newer);
                if (Math.abs(growth) > Math.sqrt(2 * variance * scale) + 2 * scale / 3) {
                    return growth;
                }
            }
        }
        return 0;
    }

    private double sum() {
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < counts[row]; i++) {
                sum += means[row * SLOTS + i] * (1L << row);
            }
        }
        return sum;
    }

    private double variance(double length, double mean) {
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < counts[row]; i++) {
                double gap = means[row * SLOTS + i] - mean;
                sum += squares[row * SLOTS + i] + gap * gap * (1L << row);
            }
        }
        return sum / length;
    }

    /// Layout: losses since the last look for cuts, buckets by row, then of each slot the mean and
    /// the sum of squares; what an empty slot holds is 0.
    @Override
    public void save(StateOutput out) {
        out.putInt(sinceCheck);
        for (int row = 0; row < ROWS; row++) {
            out.putInt(counts[row]);
        }
        for (int slot = 0; slot < means.length; slot++) {
            boolean used = slot % SLOTS < counts[slot / SLOTS];
            out.putDouble(used ? means[slot] : 0);
            out.putDouble(used ? squares[slot] : 0);
        }
    }

    @Override
    public void restore(StateInput in) {
        sinceCheck = in.getCount(CHECK_EVERY - 1);
        for (int row = 0; row < ROWS; row++) {
            counts[row] = in.getCount(BUCKETS);
        }
        for (int slot = 0; slot < means.length; slot++) {
            means[slot] = Losses.restored(in.getDouble(), 0);
            squares[slot] = Losses.restored(in.getDouble(), 0);
        }
    }
}
