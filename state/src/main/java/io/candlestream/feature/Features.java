package io.candlestream.feature;

import io.candlestream.candle.Candle;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.indicator.Atr;
import io.candlestream.indicator.Bollinger;
import io.candlestream.indicator.Ema;
import io.candlestream.indicator.Macd;
import io.candlestream.indicator.Ring;
import io.candlestream.indicator.RollingHigh;
import io.candlestream.indicator.RollingLow;
import io.candlestream.indicator.RollingMoments;
import io.candlestream.indicator.Rsi;
import java.util.List;

/// The feature vector of one series, as of its latest candle.
///
/// | quantity | meaning |
/// |---|---|
/// | input | candles that passed the gate: prices from 1e-30 to 1e30, volumes from 0 to 1e30 |
/// | output | one number a feature, in the order and with the definitions of its [FeatureSet] |
/// | warm-up | 200 candles, those of the slowest average; [#values] throws before that |
/// | state | 1,014 bytes; O(1) amortised time, no allocation per candle |
///
/// ```
/// close  -> Ring(25) -> returns, roc, momentum, Bollinger      close -> Ema 12, 26, 50, 200 -> Macd
/// return -> Ring(20) -> RollingMoments                         close -> Rsi
/// volume -> Ring(20) -> RollingMoments                         high, low, close -> Atr
/// high, low -> Ring(20) -> RollingHigh, RollingLow
/// ```
///
/// Every indicator exists once and advances once per candle. No ratio can overflow, so none is
/// clipped but `close_in_range`: no price is more than 1e60 times another, and no feature is beyond
/// 1e63 either way. Not thread-safe: owned by one stream task.
///
/// Source: the definitions in [FeatureSet] and the indicators named above.
public final class Features implements FeatureVector {

    private static final int SHORT_WINDOW = 20;

    private final FeatureSet set;
    private final int warmUp;
    private double open;

    private final Ring closes = new Ring(25);
    private final Ring returns = new Ring(SHORT_WINDOW);
    private final Ring volumes = new Ring(SHORT_WINDOW);
    private final Ring highs = new Ring(SHORT_WINDOW);
    private final Ring lows = new Ring(SHORT_WINDOW);

    private final Ema ema12 = new Ema(12);
    private final Ema ema26 = new Ema(26);
    private final Ema ema50 = new Ema(50);
    private final Ema ema200 = new Ema(200);
    private final Macd macd = new Macd(ema12, ema26, 9);
    private final Rsi rsi = new Rsi(14);
    private final Atr atr = new Atr(14);

    private final Bollinger bollinger = new Bollinger(closes, SHORT_WINDOW, 2);
    private final RollingMoments returnMoments = new RollingMoments(returns, SHORT_WINDOW);
    private final RollingMoments volumeMoments = new RollingMoments(volumes, SHORT_WINDOW);
    private final RollingHigh highest = new RollingHigh(highs, SHORT_WINDOW);
    private final RollingLow lowest = new RollingLow(lows, SHORT_WINDOW);

    /// In the order of the bytes: the rings before what reads them.
    private final List<Stateful> parts =
            List.of(
                    closes,
                    returns,
                    volumes,
                    highs,
                    lows,
                    ema12,
                    ema26,
                    ema50,
                    ema200,
                    macd,
                    rsi,
                    atr,
                    bollinger,
                    returnMoments,
                    volumeMoments,
                    highest,
                    lowest);

    /// Features of a series that has not begun.
    public Features(FeatureSet set) {
        this.set = set;
        warmUp = ema200.warmUp();
    }

    /// @return what the numbers of the vector are
    public FeatureSet set() {
        return set;
    }

    @Override
    public void update(Candle candle) {
        double close = candle.close();
        open = candle.open();
        if (closes.size() > 0) {
            returns.push(close / closes.get(0) - 1);
            returnMoments.update();
        }
        closes.push(close);
        bollinger.update();
        volumes.push(candle.baseVolume());
        volumeMoments.update();
        highs.push(candle.high());
        highest.update();
        lows.push(candle.low());
        lowest.update();
        ema12.update(close);
        ema26.update(close);
        ema50.update(close);
        ema200.update(close);
        macd.update();
        rsi.update(close);
        atr.update(candle.high(), candle.low(), close);
    }

    @Override
    public int warmUp() {
        return warmUp;
    }

    @Override
    public boolean ready() {
        return ema200.ready();
    }

    /// Writes the features as of the latest candle.
    ///
    /// @param into receives as many numbers as the set has features
    /// @throws IllegalStateException before [#ready]
    /// @throws IllegalArgumentException when the array is not as long as the set
    @Override
    public void values(double[] into) {
        if (!ready()) {
            throw new IllegalStateException(
                    "features need " + warmUp + " candles, there were fewer");
        }
        if (into.length != set.size()) {
            throw new IllegalArgumentException(
                    "the vector must hold " + set.size() + " features, held " + into.length);
        }
        int at = putChanges(into, 0);
        at = putAverages(into, at);
        at = putSpreads(into, at);
        at = putVolumes(into, at);
        putShape(into, at);
    }

    private int putChanges(double[] into, int from) {
        int at = from;
        into[at++] = returns.get(0);
        into[at++] = change(3);
        into[at++] = change(6);
        into[at++] = change(12);
        into[at++] = change(24);
        into[at++] = 100 * change(10);
        into[at++] = closes.get(0) - closes.get(10);
        return at;
    }

    private double change(int candles) {
        return closes.get(0) / closes.get(candles) - 1;
    }

    private int putAverages(double[] into, int from) {
        double close = closes.get(0);
        int at = from;
        into[at++] = close / ema12.value() - 1;
        into[at++] = close / ema26.value() - 1;
        into[at++] = close / ema50.value() - 1;
        into[at++] = close / ema200.value() - 1;
        into[at++] = macd.line();
        into[at++] = macd.signal();
        into[at++] = macd.histogram();
        into[at++] = rsi.value();
        return at;
    }

    private int putSpreads(double[] into, int from) {
        int at = from;
        into[at++] = bollinger.percentB();
        into[at++] = bollinger.bandwidth();
        into[at++] = 100 * (atr.value() / closes.get(0));
        into[at++] = returnMoments.deviation();
        into[at++] = returnMoments.zScore();
        return at;
    }

    private int putVolumes(double[] into, int from) {
        double mean = volumeMoments.mean();
        int at = from;
        into[at++] = mean > 0 ? volumes.get(0) / mean : 1;
        into[at++] = volumeMoments.zScore();
        return at;
    }

    private void putShape(double[] into, int from) {
        double close = closes.get(0);
        double high = highs.get(0);
        double low = lows.get(0);
        int at = from;
        into[at++] = (high - low) / close;
        into[at++] = (close - open) / close;
        into[at++] = (high - Math.max(open, close)) / close;
        into[at++] = (Math.min(open, close) - low) / close;
        into[at++] = open / closes.get(1) - 1;
        into[at++] = place(close, low, high);
        into[at] = place(close, lowest.value(), highest.value());
    }

    /// Clipped, because the gate lets a close outside its candle's range pass.
    private static double place(double close, double low, double high) {
        return high > low ? Math.clamp((close - low) / (high - low), 0, 1) : 0.5;
    }

    @Override
    public void save(StateOutput out) {
        out.putDouble(open);
        parts.forEach(part -> part.save(out));
    }

    @Override
    public void restore(StateInput in) {
        open = in.getDouble();
        parts.forEach(part -> part.restore(in));
    }
}
