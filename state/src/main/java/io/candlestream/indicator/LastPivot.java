package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Price of the last confirmed pivot, and how many pivots in a row went further the same way.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the candidate `right` candles ago, the extreme of all around it, that of all before it |
/// | output | price of the pivot, in the input's unit; [#run], pivots |
/// | warm-up | none besides the inputs' |
/// | state | a counter and 2 flags; O(1) time, no allocation per update |
///
/// ```
/// a high is a pivot when it is above each of the `left` highs before it
///                   and not below any of the `right` highs after it          lows the other way round
/// ```
///
/// So the first of several equal highs is the pivot. It is known `right` candles after it, never
/// earlier. Until there is a pivot the highest high so far stands in, the lowest low for lows.
///
/// Source: B. M. Williams, _Trading Chaos_, 1995, whose fractals are pivots of 2 candles either
/// side.
public final class LastPivot extends Node implements Follower.OfThree {

    private final Node candidate;
    private final Node around;
    private final Node before;
    private final double sign;
    private int run;
    private boolean found;
    private boolean ready;

    private LastPivot(Node candidate, Node around, Node before, double sign) {
        super(candidate, around, before);
        this.candidate = candidate;
        this.around = around;
        this.before = before;
        this.sign = sign;
    }

    /// The last pivot among highs.
    ///
    /// @param candidate the high `right` candles ago
    /// @param around the highest of the last `left + 1 + right`
    /// @param before the highest of the `left` before the candidate
    public static LastPivot high(Node candidate, Node around, Node before) {
        return new LastPivot(candidate, around, before, 1);
    }

    /// The last pivot among lows.
    ///
    /// @param candidate the low `right` candles ago
    /// @param around the lowest of the last `left + 1 + right`
    /// @param before the lowest of the `left` before the candidate
    public static LastPivot low(Node candidate, Node around, Node before) {
        return new LastPivot(candidate, around, before, -1);
    }

    @Override
    public void update() {
        advance(candidate.value(), around.value(), before.value());
    }

    @Override
    public double advance(double price, double best, double bestBefore) {
        if (price == best && sign * price > sign * bestBefore) {
            count(price);
            put(price);
            found = true;
        } else if (!found) {
            boolean further = !ready || sign * best > sign * value();
            put(further ? best : value());
        }
        ready = true;
        return value();
    }

    private void count(double price) {
        if (!found || price == value()) {
            run = 0;
        } else if (price > value()) {
            run = Math.max(run, 0) + 1;
        } else {
            run = Math.min(run, 0) - 1;
        }
    }

    /// @return how many pivots in a row were each higher than the one before, or less than 0 and as
    ///   many that were lower
    public int run() {
        return run;
    }

    @Override
    public int ownWarmUp() {
        return 1;
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        out.putInt(run);
        out.putBoolean(found);
        out.putBoolean(ready);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        run = in.getInt();
        found = in.getBoolean();
        ready = in.getBoolean();
    }
}
