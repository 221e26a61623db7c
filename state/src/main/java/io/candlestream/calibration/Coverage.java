package io.candlestream.calibration;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// How often the truth was where it was said to be: of all outcomes, and of the last ones.
///
/// State: a bit an outcome of the window and 3 counters; O(1) time, no allocation. Not thread-safe:
/// owned by one stream task.
final class Coverage implements Stateful {

    private final int window;
    private final long[] bits;
    private long outcomes;
    private long covered;
    private int recentlyCovered;

    /// Of no outcomes.
    Coverage(int window) {
        this.window = window;
        bits = new long[(window + Long.SIZE - 1) / Long.SIZE];
    }

    void add(boolean hit) {
        int at = (int) (outcomes % window);
        int word = at / Long.SIZE;
        long bit = 1L << at;
        // Of a ring that is not full yet the bit that is replaced is not set.
        recentlyCovered += (hit ? 1 : 0) - ((bits[word] & bit) != 0 ? 1 : 0);
        bits[word] = hit ? bits[word] | bit : bits[word] & ~bit;
        covered += hit ? 1 : 0;
        outcomes++;
    }

    long outcomes() {
        return outcomes;
    }

    /// @return share of all outcomes, 0 to 1; 0 of none
    double allTime() {
        return outcomes == 0 ? 0 : (double) covered / outcomes;
    }

    /// @return share of the last outcomes, 0 to 1; 0 of none
    double recent() {
        return outcomes == 0 ? 0 : (double) recentlyCovered / Math.min(outcomes, window);
    }

    /// Layout: outcomes, covered ones, the ring of bits.
    @Override
    public void save(StateOutput out) {
        out.putLong(outcomes);
        out.putLong(covered);
        out.putLongs(bits);
    }

    @Override
    public void restore(StateInput in) {
        outcomes = in.getCounter();
        covered = in.getCounter();
        in.getLongs(bits);
        recentlyCovered = 0;
        for (long word : bits) {
            recentlyCovered += Long.bitCount(word);
        }
        if (covered > outcomes || recentlyCovered > Math.min(covered, window)) {
            throw new StateFormatException(
                    "covered outcomes must be at most all %d and at least the %d recent ones, were %d"
                            .formatted(outcomes, recentlyCovered, covered));
        }
    }
}
