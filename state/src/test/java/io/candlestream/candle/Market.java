package io.candlestream.candle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Kinds of markets that an indicator is tried on: seeded candles of a minute, contiguous, their
/// prices whole ticks, so that equal prices are equal. The same seed gives the same candles, to the
/// bit, on every machine.
public enum Market {
    /// A random walk.
    WALK(0, 0, 0, 0, -2, -2),
    /// Stretches in which nothing moves and nothing is traded, a few candles or some hundred long.
    FLAT(0.02, 0.05, 0.02, 0, -2, -2),
    /// Candles without volume, alone and in stretches.
    UNTRADED(0, 0.4, 0, 0, -2, -2),
    /// Opens away from the close before.
    GAPPED(0, 0.02, 0.5, 0, -2, -2),
    /// Now and then a price that is up to 30 times the one before, or a thirtieth.
    JUMPING(0, 0.02, 0.1, 0.01, -2, -2),
    /// Prices from 1e-24 on.
    TINY(0.005, 0.05, 0.1, 0, -26, -12),
    /// Prices up to 1e24.
    HUGE(0.005, 0.05, 0.1, 0, 6, 18),
    /// All of that.
    WILD(0.01, 0.1, 0.2, 0.005, -20, 12);

    private static final int LEAST_CANDLES = 150;
    private static final int MOST_CANDLES = 600;
    private static final long MINUTE_MS = 60_000;
    private static final long FIRST_MINUTE = 28_401_120;
    private static final int MINUTES = 5_000_000;
    private static final double LEAST_TICKS = 100;
    private static final double MOST_TICKS = 1e6;

    private final double rest;
    private final double untraded;
    private final double gap;
    private final double jump;
    private final int leastExponent;
    private final int mostExponent;

    Market(
            double rest,
            double untraded,
            double gap,
            double jump,
            int leastExponent,
            int mostExponent) {
        this.rest = rest;
        this.untraded = untraded;
        this.gap = gap;
        this.jump = jump;
        this.leastExponent = leastExponent;
        this.mostExponent = mostExponent;
    }

    /// @return 150 to 600 candles of the kinds of markets in turn
    public static List<Candle> candles(long seed) {
        return values()[Math.floorMod(seed, values().length)].drawn(seed);
    }

    private List<Candle> drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Series series = new Series(new Instrument("test", name()), Interval.ONE_MINUTE);
        int count = random.nextInt(LEAST_CANDLES, MOST_CANDLES + 1);
        long minute = FIRST_MINUTE + random.nextInt(MINUTES);
        double tick = StrictMath.pow(10, random.nextInt(leastExponent, mostExponent + 1));
        double usualVolume = StrictMath.pow(10, random.nextInt(-3, 6));
        List<Candle> candles = new ArrayList<>(count);
        double last = random.nextInt(2_000, 50_000);
        int resting = 0;
        for (int i = 0; i < count; i++, resting--) {
            if (random.nextDouble() < rest) {
                resting = random.nextInt(1, random.nextBoolean() ? 10 : 200);
            }
            boolean rests = resting > 0;
            double open = rests ? last : opened(random, last);
            double close = rests ? last : moved(random, open, 0.004);
            double high = rests ? last : Math.max(open, close) + wick(random, open);
            double low = rests ? last : Math.max(1, Math.min(open, close) - wick(random, open));
            double volume =
                    rests || random.nextDouble() < untraded
                            ? 0
                            : usualVolume * random.nextInt(1, 100_000) / 1000;
            candles.add(
                    new Candle(
                            series,
                            (minute + i) * MINUTE_MS,
                            open * tick,
                            high * tick,
                            low * tick,
                            close * tick,
                            volume));
            last = close;
        }
        return candles;
    }

    private double opened(SplittableRandom random, double last) {
        if (random.nextDouble() < jump) {
            double factor = 1 + 29 * random.nextDouble();
            return inTicks(random.nextBoolean() ? last * factor : last / factor);
        }
        return random.nextDouble() < gap ? moved(random, last, 0.01) : last;
    }

    private static double moved(SplittableRandom random, double ticks, double share) {
        return inTicks(ticks * (1 + share * (2 * random.nextDouble() - 1)));
    }

    private static double wick(SplittableRandom random, double ticks) {
        return random.nextInt(3) == 0 ? 0 : Math.rint(0.002 * ticks * random.nextDouble());
    }

    private static double inTicks(double ticks) {
        return Math.clamp(Math.rint(ticks), LEAST_TICKS, MOST_TICKS);
    }
}
