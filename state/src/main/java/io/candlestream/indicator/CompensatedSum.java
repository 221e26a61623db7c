package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// A sum that keeps what rounding takes from it: the true sum, rounded once, as long as the sizes
/// of all terms add up to less than some 1e15 times it.
///
/// Source: A. Neumaier, _Zeitschrift für angewandte Mathematik und Mechanik_ 54 (1974) 39.
final class CompensatedSum implements Stateful {

    private double sum;
    private double rest;

    /// Adds a finite number.
    void add(double term) {
        double next = sum + term;
        rest += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
    }

    /// Begins again at 0.
    void clear() {
        sum = 0;
        rest = 0;
    }

    double value() {
        return sum + rest;
    }

    @Override
    public void save(StateOutput out) {
        out.putDouble(sum);
        out.putDouble(rest);
    }

    @Override
    public void restore(StateInput in) {
        sum = in.getDouble();
        rest = in.getDouble();
    }
}
