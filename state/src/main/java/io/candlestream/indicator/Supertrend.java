package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// A band some true ranges away from the price, which follows it and never gives way until a close
/// breaks it.
///
/// | quantity | meaning |
/// |---|---|
/// | input | median price, average true range, close |
/// | output | the band, in the input's unit; [#direction], 1 below the price and -1 above it |
/// | warm-up | none |
/// | state | 3 doubles and 2 flags; O(1) time, no allocation per update |
///
/// ```
/// upper <- median + width * atr   when that is lower, or close[1] > upper      else unchanged
/// lower <- median - width * atr   when that is higher, or close[1] < lower     else unchanged
/// value  = upper until close > upper, then lower until close < lower, and so on
/// ```
///
/// It begins above the price, as on TradingView; ta4j begins below. The lower band may be negative
/// when the range is a large share of the price.
///
/// Source: O. Seban, _Tout le monde mérite d'être riche_, 2008; ta4j 0.22.2, `SuperTrendIndicator`.
public final class Supertrend extends Node implements Follower.OfThree {

    private final Node median;
    private final Node range;
    private final Node close;
    private final double width;
    private double upper;
    private double lower;
    private double closeBefore;
    private boolean rising;
    private boolean ready;

    /// A trend of no candle yet.
    ///
    /// @param range average true range
    /// @param width average true ranges from the median price to the band, finite and `> 0`
    /// @throws IllegalArgumentException when the width is out of range
    public Supertrend(Node median, Node range, Node close, double width) {
        super(median, range, close);
        if (!(width > 0 && width <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("width must be finite and above 0, was " + width);
        }
        this.median = median;
        this.range = range;
        this.close = close;
        this.width = width;
    }

    @Override
    public void update() {
        advance(median.value(), range.value(), close.value());
    }

    @Override
    public double advance(double middle, double usual, double now) {
        double above = middle + width * usual;
        double below = middle - width * usual;
        upper = !ready || closeBefore > upper ? above : Math.min(above, upper);
        lower = !ready || closeBefore < lower ? below : Math.max(below, lower);
        rising = rising ? now >= lower : now > upper;
        put(rising ? lower : upper);
        closeBefore = now;
        ready = true;
        return value();
    }

    /// @return 1 while the band is below the price, -1 while it is above
    public double direction() {
        return rising ? 1 : -1;
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
        out.putDouble(upper);
        out.putDouble(lower);
        out.putDouble(closeBefore);
        out.putBoolean(rising);
        out.putBoolean(ready);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        upper = in.getDouble();
        lower = in.getDouble();
        closeBefore = in.getDouble();
        rising = in.getBoolean();
        ready = in.getBoolean();
    }
}
