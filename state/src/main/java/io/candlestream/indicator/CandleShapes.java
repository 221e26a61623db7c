package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// The shapes of the last candles, and what is usual for them: what a [CandlePattern] looks at.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History]s of open, high, low and close |
/// | output | bodies, shadows and averages, in the unit of the price; as a node, the newest body |
/// | warm-up | 13 candles: 10 before the oldest of three |
/// | state | none besides the histories; O(1) time, no allocation per update |
///
/// ```
/// body         = |close - open|                    usual body: its mean over the 10 candles before
/// upper shadow = high - max(open, close)           tiny:     0.1 mean(high - low) over the 10 before
/// lower shadow = min(open, close) - low            near:     0.2 mean(high - low) over the 5 before
///                                                  far:      0.6 mean(high - low) over the 5 before
/// ```
///
/// The averages are summed up anew for each candle: 25 additions, and nothing that could drift. A
/// candle is named by its age: 0 is the newest. Not thread-safe: owned by one stream task.
///
/// Source: TA-Lib 0.4.0, the default candle settings.
public final class CandleShapes extends Node {

    private static final int LONG_PERIOD = 10;
    private static final int SHORT_PERIOD = 5;
    private static final int CANDLES = 3;
    private static final int WARM_UP = CANDLES + LONG_PERIOD;

    private final Ring opens;
    private final Ring highs;
    private final Ring lows;
    private final Ring closes;
    private final double[] usualBodies = new double[CANDLES];
    private final double[] longRanges = new double[CANDLES];
    private final double[] shortRanges = new double[CANDLES];

    /// Shapes of candles of which none has come.
    public CandleShapes(History open, History high, History low, History close) {
        super(open, high, low, close);
        opens = open.ring(WARM_UP);
        highs = high.ring(WARM_UP);
        lows = low.ring(WARM_UP);
        closes = close.ring(WARM_UP);
    }

    @Override
    public void update() {
        for (int age = CANDLES - 1; age > 0; age--) {
            usualBodies[age] = usualBodies[age - 1];
            longRanges[age] = longRanges[age - 1];
            shortRanges[age] = shortRanges[age - 1];
        }
        average(0);
        put(body(0));
    }

    /// @param age of a candle, from 0 to 3
    /// @return its first price
    public double open(int age) {
        return opens.at(age);
    }

    /// @param age of a candle, from 0 to 3
    /// @return its highest price
    public double high(int age) {
        return highs.at(age);
    }

    /// @param age of a candle, from 0 to 3
    /// @return its lowest price
    public double low(int age) {
        return lows.at(age);
    }

    /// @param age of a candle, from 0 to 3
    /// @return its last price
    public double close(int age) {
        return closes.at(age);
    }

    /// @param age of a candle, from 0 to 3
    /// @return whether it closed where it opened or higher
    public boolean rises(int age) {
        return closes.at(age) >= opens.at(age);
    }

    /// @param age of a candle, from 0 to 3
    /// @return the distance of open and close
    public double body(int age) {
        return Math.abs(closes.at(age) - opens.at(age));
    }

    /// @param age of a candle, from 0 to 3
    /// @return the upper end of the body
    public double top(int age) {
        return Math.max(opens.at(age), closes.at(age));
    }

    /// @param age of a candle, from 0 to 3
    /// @return the lower end of the body
    public double bottom(int age) {
        return Math.min(opens.at(age), closes.at(age));
    }

    /// @param age of a candle, from 0 to 3
    /// @return the distance of the high from the body
    public double upperShadow(int age) {
        return highs.at(age) - top(age);
    }

    /// @param age of a candle, from 0 to 3
    /// @return the distance of the low from the body
    public double lowerShadow(int age) {
        return bottom(age) - lows.at(age);
    }

    /// @param age of a candle, from 0 to 2
    /// @return the mean body of the 10 candles before it
    public double usualBody(int age) {
        return usualBodies[age];
    }

    /// @param age of a candle, from 0 to 2
    /// @return a distance that is next to nothing: a tenth of the mean range of the 10 candles
    ///   before
    public double tiny(int age) {
        return 0.1 * longRanges[age];
    }

    /// @param age of a candle, from 0 to 2
    /// @return a distance that is near: a fifth of the mean range of the 5 candles before
    public double near(int age) {
        return 0.2 * shortRanges[age];
    }

    /// @param age of a candle, from 0 to 2
    /// @return a distance that is far: three fifths of the mean range of the 5 candles before
    public double far(int age) {
        return 0.6 * shortRanges[age];
    }

    @Override
    public int ownWarmUp() {
        return WARM_UP;
    }

    @Override
    public boolean ready() {
        return closes.size() >= WARM_UP;
    }

    /// Writes nothing: the histories hold all there is.
    @Override
    protected void saveMemory(StateOutput out) {}

    @Override
    protected void restoreMemory(StateInput in) {
        for (int age = 0; age < CANDLES; age++) {
            average(age);
        }
    }

    private void average(int age) {
        if (closes.size() > age + LONG_PERIOD) {
            double bodies = 0;
            double ranges = 0;
            for (int before = age + LONG_PERIOD; before > age; before--) {
                bodies += body(before);
                ranges += highs.at(before) - lows.at(before);
            }
            usualBodies[age] = bodies / LONG_PERIOD;
            longRanges[age] = ranges / LONG_PERIOD;
            double lastRanges = 0;
            for (int before = age + SHORT_PERIOD; before > age; before--) {
                lastRanges += highs.at(before) - lows.at(before);
            }
            shortRanges[age] = lastRanges / SHORT_PERIOD;
        }
    }
}
