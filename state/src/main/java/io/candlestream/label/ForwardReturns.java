package io.candlestream.label;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.indicator.Ring;
import java.util.Arrays;

/// The last `window` forward returns whose horizon has passed, in ascending order.
///
/// Those of all candles, whether a prediction was made on them or not. An update takes two binary
/// searches and moves what lies between the return that leaves and the one that comes. Warm-up:
/// `horizon + window` candles. State: `horizon + window` doubles; no allocation per update.
final class ForwardReturns implements Stateful {

    /// Greater than the greatest price over the least.
    private static final double LARGEST = 1e61;

    private final int horizon;
    private final Ring closes;
    private final Ring returns;
    private final double[] sorted;

    ForwardReturns(int horizon, int window) {
        this.horizon = horizon;
        closes = new Ring(horizon);
        returns = new Ring(window);
        sorted = new double[window];
    }

    /// Takes the candle that the closes now end with: the return of the one `horizon` before it is
    /// known.
    void update(LastCloses last) {
        if (closes.size() == horizon) {
            push(last.returnSince(closes.get(horizon - 1)));
        }
        closes.push(last.latest());
    }

    boolean ready() {
        return returns.size() == sorted.length;
    }

    /// @param rank from 0, the least; 0 is returned before [#ready]
    double fromBelow(int rank) {
        return ready() ? sorted[rank] : 0;
    }

    /// @param rank from 0, the greatest; 0 is returned before [#ready]
    double fromAbove(int rank) {
        return ready() ? sorted[sorted.length - 1 - rank] : 0;
    }

    private void push(double value) {
        int gap = ready() ? firstNotBelow(returns.get(sorted.length - 1)) : returns.size();
        int place = firstNotBelow(value);
        if (place <= gap) {
            System.arraycopy(sorted, place, sorted, place + 1, gap - place);
        } else {
            place--;
            System.arraycopy(sorted, gap + 1, sorted, gap, place - gap);
        }
        sorted[place] = value;
        returns.push(value);
    }

    private int firstNotBelow(double value) {
        int from = 0;
        int to = returns.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /// Layout: the last closes, the last returns in the order of their candles.
    @Override
    public void save(StateOutput out) {
        closes.save(out);
        returns.save(out);
    }

    @Override
    public void restore(StateInput in) {
        closes.restore(in);
        for (int age = 0; age < closes.size(); age++) {
            LastCloses.checkPrice(closes.get(age));
        }
        returns.restore(in);
        for (int age = 0; age < returns.size(); age++) {
            double value = returns.get(age);
            if (!(value >= -1 && value <= LARGEST)) {
                throw new StateFormatException(
                        "a return must be from -1 to " + LARGEST + ", was " + value);
            }
            sorted[age] = value;
        }
        Arrays.sort(sorted, 0, returns.size());
    }
}
