package io.candlestream.label;

import java.util.Arrays;

/// The quantities of the rules computed from all closes, as their definitions are read.
final class Plainly {

    private Plainly() {}

    static double forwardReturn(double[] closes, int t, int horizon) {
        return closes[t + horizon] / closes[t] - 1;
    }

    static double move(double[] closes, int t) {
        return StrictMath.log(closes[t] / closes[t - 1]);
    }

    /// Population deviation of the last `window` moves up to `t`, times the root of the horizon.
    static double usualMove(double[] closes, int t, int window, int horizon) {
        double origin = move(closes, t);
        double sum = 0;
        for (int s = t - window + 1; s <= t; s++) {
            sum += move(closes, s) - origin;
        }
        double mean = sum / window;
        double squares = 0;
        for (int s = t - window + 1; s <= t; s++) {
            double distance = move(closes, s) - origin - mean;
            squares += distance * distance;
        }
        return Math.sqrt(squares / window) * Math.sqrt(horizon);
    }

    /// The last `window` forward returns that are known at `t`, in ascending order.
    static double[] knownReturns(double[] closes, int t, int window, int horizon) {
        double[] known = new double[window];
        for (int i = 0; i < window; i++) {
            known[i] = forwardReturn(closes, t - horizon - i, horizon);
        }
        Arrays.sort(known);
        return known;
    }
}
