package io.candlestream.candle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Seeded candles for properties and fixtures: the same seed gives the same candles, to the bit, on
/// every machine. All of them are contiguous, on the interval's grid, and such as the gate accepts.
public final class RandomCandles {

    private static final long FIRST_OPEN_MS = 1_704_067_200_000L;
    private static final double HOME = 100;
    private static final double TICK = 0.01;

    private RandomCandles() {}

    /// A random walk around 100 in ticks of 0.01, at one minute: see [#of(Series, long, int)].
    public static List<Candle> of(long seed, int count) {
        return of(new Series(new Instrument("test", "BTCUSDT"), Interval.ONE_MINUTE), seed, count);
    }

    /// A random walk around 100 in ticks of 0.01, with gaps between close and open, bars in which
    /// nothing moved, bars without volume, and jumps.
    ///
    /// @param count how many candles
    public static List<Candle> of(Series series, long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candle> candles = new ArrayList<>(count);
        double last = HOME;
        for (int i = 0; i < count; i++) {
            double open = random.nextDouble() < 0.3 ? moved(random, last, 0.002) : last;
            double close = moved(random, open, 0.006);
            if (random.nextDouble() < 0.005) {
                close = inTicks(close * (0.7 + 0.7 * random.nextDouble()));
            }
            double high = inTicks(Math.max(open, close) * (1 + 0.002 * random.nextDouble()));
            double low = inTicks(Math.min(open, close) * (1 - 0.002 * random.nextDouble()));
            if (random.nextDouble() < 0.05) {
                open = last;
                close = last;
                high = last;
                low = last;
            }
            double volume = random.nextDouble() < 0.05 ? 0 : inThousandths(200, random);
            candles.add(
                    candle(
                            series,
                            i,
                            open,
                            Math.max(high, Math.max(open, close)),
                            Math.min(low, Math.min(open, close)),
                            close,
                            volume));
            last = close;
        }
        return candles;
    }

    /// Candles that only just may exist: every price anywhere from 1e-30 to 1e30, every volume 0 or
    /// anywhere from 1e-30 to 1e30, opens and closes outside of low and high, stretches in which
    /// nothing moves.
    ///
    /// @param count how many candles
    public static List<Candle> absurd(long seed, int count) {
        Series series = new Series(new Instrument("test", "ABSURD"), Interval.ONE_MINUTE);
        SplittableRandom random = new SplittableRandom(seed);
        List<Candle> candles = new ArrayList<>(count);
        double still = 0;
        double last = 1;
        for (int i = 0; i < count; i++) {
            still = random.nextDouble() < 0.05 ? 30 * random.nextDouble() : still - 1;
            double open = still > 0 ? last : anyMagnitude(random);
            double close = still > 0 ? last : anyMagnitude(random);
            double one = still > 0 ? last : anyMagnitude(random);
            double other = still > 0 ? last : random.nextBoolean() ? anyMagnitude(random) : one;
            double volume = random.nextDouble() < 0.3 ? 0 : anyMagnitude(random);
            candles.add(
                    candle(
                            series,
                            i,
                            open,
                            Math.max(one, other),
                            Math.min(one, other),
                            close,
                            volume));
            last = close;
        }
        return candles;
    }

    /// Candles of one price, without volume.
    ///
    /// @param price every open, high, low and close
    /// @param count how many candles
    public static List<Candle> flat(double price, int count) {
        Series series = new Series(new Instrument("test", "FLAT"), Interval.ONE_MINUTE);
        List<Candle> candles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            candles.add(candle(series, i, price, price, price, price, 0));
        }
        return candles;
    }

    private static Candle candle(
            Series series,
            int index,
            double open,
            double high,
            double low,
            double close,
            double volume) {
        long openTimeMs = FIRST_OPEN_MS + index * series.interval().durationMs();
        return new Candle(series, openTimeMs, open, high, low, close, volume);
    }

    /// A step of at most the given share either way, drawn a little towards home.
    private static double moved(SplittableRandom random, double price, double share) {
        double step = share * (2 * random.nextDouble() - 1);
        double pull = 0.001 * (HOME - price) / HOME;
        return inTicks(price * (1 + step + pull));
    }

    private static double inTicks(double price) {
        return Math.max(1, Math.round(price / TICK)) / (1 / TICK);
    }

    private static double inThousandths(double largest, SplittableRandom random) {
        return Math.round(largest * random.nextDouble() * 1000) / 1000.0;
    }

    private static double anyMagnitude(SplittableRandom random) {
        double edge = random.nextDouble();
        if (edge < 0.05) {
            return edge < 0.025 ? 1e-30 : 1e30;
        }
        double price = StrictMath.pow(10, 60 * random.nextDouble() - 30);
        return Math.max(1e-30, Math.min(1e30, price));
    }
}
