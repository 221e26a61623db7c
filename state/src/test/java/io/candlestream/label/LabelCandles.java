package io.candlestream.label;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Candles to label.
final class LabelCandles {

    private static final Series SERIES =
            new Series(new Instrument("test", "LABELS"), Interval.ONE_MINUTE);

    private LabelCandles() {}

    /// A walk in whole ticks, which rests for a while now and then: full of equal prices.
    static List<Candle> walk(long seed, int count) {
        Random random = new Random(seed);
        int tick = 1000 + random.nextInt(4000);
        List<Candle> candles = new ArrayList<>();
        int rest = 0;
        for (int i = 0; i < count; i++) {
            int open = tick;
            rest = rest > 0 ? rest - 1 : random.nextInt(40) == 0 ? 15 : 0;
            int above = 0;
            int below = 0;
            if (rest == 0) {
                tick = Math.max(500, tick + (int) Math.rint(random.nextGaussian() * 12));
                above = random.nextInt(8);
                below = random.nextInt(8);
            }
            candles.add(
                    candle(
                            i,
                            open / 100.0,
                            (Math.max(open, tick) + above) / 100.0,
                            (Math.min(open, tick) - below) / 100.0,
                            tick / 100.0));
        }
        return candles;
    }

    /// Prices all over the range that passes the gate.
    static List<Candle> absurd(long seed, int count) {
        Random random = new Random(seed);
        List<Candle> candles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double one = StrictMath.pow(10, 60 * random.nextDouble() - 30);
            double other = StrictMath.pow(10, 60 * random.nextDouble() - 30);
            double high = random.nextInt(5) == 0 ? 1e30 : Math.max(one, other);
            double low = random.nextInt(5) == 0 ? 1e-30 : Math.min(one, other);
            candles.add(candle(i, one, high, low, random.nextBoolean() ? high : low));
        }
        return candles;
    }

    /// Candles without a range.
    static List<Candle> closes(double... closes) {
        List<Candle> candles = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            candles.add(candle(i, closes[i], closes[i], closes[i], closes[i]));
        }
        return candles;
    }

    /// The same candles at other prices.
    static List<Candle> times(double factor, List<Candle> candles) {
        return candles.stream()
                .map(c ->
                        new Candle(
                                SERIES,
                                c.openTimeMs(),
                                factor * c.open(),
                                factor * c.high(),
                                factor * c.low(),
                                factor * c.close(),
                                c.baseVolume()))
                .toList();
    }

    static Candle candle(int number, double open, double high, double low, double close) {
        return new Candle(
                SERIES, number * Interval.ONE_MINUTE.durationMs(), open, high, low, close, 1);
    }

    static double[] closesOf(List<Candle> candles) {
        return candles.stream().mapToDouble(Candle::close).toArray();
    }
}
