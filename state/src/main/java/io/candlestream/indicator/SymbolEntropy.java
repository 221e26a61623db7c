package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.util.Arrays;

/// Shannon's entropy of a node's last `period` values, each of them one of a few symbols.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the history of a node whose values are whole numbers from 0 to `symbols - 1` |
/// | output | entropy in bits, from 0 to `log2(symbols)` |
/// | warm-up | `period` values |
/// | state | none besides the history; O(symbols) time, no allocation per update |
///
/// ```
/// entropy = -sum(p log2 p)          p = a symbol's share of the values
/// ```
///
/// The symbols are counted, so nothing can drift.
///
/// Source: C. E. Shannon, _Bell System Technical Journal_ 27 (1948) 379.
public final class SymbolEntropy extends Node {

    private final Ring ring;
    private final int period;
    private final int[] counts;
    private final double[] terms;

    /// Entropy of the last values of a node.
    ///
    /// @param history of the node, empty
    /// @param period values, from 1 to 10,000
    /// @param symbols how many different values there may be, at least 1
    /// @throws IllegalArgumentException when the period is out of range
    public SymbolEntropy(History history, int period, int symbols) {
        super(history);
        this.period = Period.checked(period, 1);
        ring = history.ring(period + 1);
        counts = new int[symbols];
        terms = new double[period + 1];
        for (int count = 1; count <= period; count++) {
            double share = (double) count / period;
            terms[count] = -share * (StrictMath.log(share) / StrictMath.log(2));
        }
    }

    @Override
    public void update() {
        counts[symbol(0)]++;
        if (ring.size() > period) {
            counts[symbol(period)]--;
        }
        double entropy = 0;
        for (int count : counts) {
            entropy += terms[count];
        }
        put(entropy);
    }

    private int symbol(int age) {
        return (int) ring.at(age);
    }

    @Override
    public int ownWarmUp() {
        return period;
    }

    @Override
    public boolean ready() {
        return ring.size() >= period;
    }

    /// Writes nothing: the history holds all there is.
    @Override
    protected void saveMemory(StateOutput out) {}

    @Override
    protected void restoreMemory(StateInput in) {
        Arrays.fill(counts, 0);
        for (int age = Math.min(period, ring.size()) - 1; age >= 0; age--) {
            counts[symbol(age)]++;
        }
    }
}
