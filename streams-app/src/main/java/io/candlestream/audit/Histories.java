package io.candlestream.audit;

import io.candlestream.candle.Candle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Histories that never were, made of one that was.
final class Histories {

    private Histories() {}

    /// The same candles up to a time, and behind it other prices and volumes.
    ///
    /// @param untilMs open time of the last candle that stays
    static List<Candle> withOtherFuture(List<Candle> candles, long untilMs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candle> changed = new ArrayList<>(candles.size());
        for (Candle c : candles) {
            if (c.openTimeMs() <= untilMs) {
                changed.add(c);
            } else {
                double factor = random.nextDouble(0.5, 2);
                changed.add(scaled(c, factor, c.baseVolume() * random.nextDouble(0, 10)));
            }
        }
        return changed;
    }

    /// Candles of the same times and the same kinds of moves, each drawn from all with replacement:
    /// what comes does not follow from what was.
    ///
    /// A move is the candle over the close before it, and its volume.
    static List<Candle> withMovesDrawnAnew(List<Candle> candles, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candle> drawn = new ArrayList<>(candles.size());
        double close = candles.getFirst().close();
        drawn.add(candles.getFirst());
        for (int i = 1; i < candles.size(); i++) {
            int from = random.nextInt(1, candles.size());
            Candle move = candles.get(from);
            double factor = close / candles.get(from - 1).close();
            Candle next =
                    new Candle(
                            candles.get(i).series(),
                            candles.get(i).openTimeMs(),
                            factor * move.open(),
                            factor * move.high(),
                            factor * move.low(),
                            factor * move.close(),
                            move.baseVolume());
            drawn.add(next);
            close = next.close();
        }
        return drawn;
    }

    /// The same prices, each candle's volume being the rank of the return of the candles to come,
    /// so that a model that sees the volume sees its label.
    ///
    /// Ranks, not returns: a few leaps would leave the others all alike.
    ///
    /// @param horizon candles that the return is over
    static List<Candle> withFuturePlanted(List<Candle> candles, int horizon) {
        int known = Math.max(0, candles.size() - horizon);
        double[] futures = new double[known];
        for (int i = 0; i < known; i++) {
            futures[i] = candles.get(i + horizon).close() / candles.get(i).close() - 1;
        }
        double[] sorted = futures.clone();
        Arrays.sort(sorted);
        List<Candle> planted = new ArrayList<>(candles.size());
        for (int i = 0; i < candles.size(); i++) {
            int rank = i < known ? Arrays.binarySearch(sorted, futures[i]) : known / 2;
            planted.add(scaled(candles.get(i), 1, (rank + 1.0) / (known + 1)));
        }
        return planted;
    }

    private static Candle scaled(Candle c, double factor, double volume) {
        return new Candle(
                c.series(),
                c.openTimeMs(),
                factor * c.open(),
                factor * c.high(),
                factor * c.low(),
                factor * c.close(),
                volume);
    }
}
