package io.candlestream.history;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Tells what series a file holds, from what the user says, the file's name and its first candles.
final class SeriesInference {

    private static final int CANDLES_LOOKED_AT = 1_000;
    private static final String VENUE = "file";

    private SeriesInference() {}

    static Series infer(Path path, SeriesOptions options) {
        Instrument known = options.instrument();
        Instrument instrument = known == null ? instrumentOf(path) : known;
        Interval interval = options.interval();
        return new Series(instrument, interval == null ? intervalOf(path, instrument) : interval);
    }

    private static Instrument instrumentOf(Path path) {
        Path fileName = path.getFileName();
        String symbol = fileName == null ? "" : fileName.toString().split("[-.]", 2)[0];
        try {
            return new Instrument(VENUE, symbol);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException(
                    path,
                    0,
                    "its name does not tell the instrument ("
                            + e.getMessage()
                            + "); name it with --instrument venue:SYMBOL");
        }
    }

    private static Interval intervalOf(Path path, Instrument instrument) {
        Map<Long, Integer> steps = countSteps(path, instrument);
        if (steps.isEmpty()) {
            throw new UnreadableFileException(
                    path,
                    0,
                    "no two candles follow each other in time, so the interval cannot be told;"
                            + " name it with --interval");
        }
        long step = mostFrequent(steps);
        try {
            return new Interval(step);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException(
                    path,
                    0,
                    "the most frequent step between open times is no interval ("
                            + e.getMessage()
                            + "); check that open_time is in milliseconds, or name it with"
                            + " --interval");
        }
    }

    private static Map<Long, Integer> countSteps(Path path, Instrument instrument) {
        // The interval is not known yet and takes no part in reading.
        CandleFile file = new CandleFile(path, new Series(instrument, Interval.ONE_MINUTE));
        Map<Long, Integer> steps = new TreeMap<>();
        try (CandleReader reader = file.open(_ -> {})) {
            @Nullable Candle previous = reader.next();
            for (int seen = 1; previous != null && seen < CANDLES_LOOKED_AT; seen++) {
                Candle candle = reader.next();
                if (candle != null && candle.openTimeMs() > previous.openTimeMs()) {
                    steps.merge(candle.openTimeMs() - previous.openTimeMs(), 1, Integer::sum);
                }
                previous = candle;
            }
        }
        return steps;
    }

    /// The map is in ascending order, so of equally frequent steps the smallest is kept.
    private static long mostFrequent(Map<Long, Integer> steps) {
        long best = 0;
        int bestCount = 0;
        for (Map.Entry<Long, Integer> step : steps.entrySet()) {
            if (step.getValue() > bestCount) {
                best = step.getKey();
                bestCount = step.getValue();
            }
        }
        return best;
    }
}
