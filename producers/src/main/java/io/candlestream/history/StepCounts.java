package io.candlestream.history;

import io.candlestream.candle.Interval;
import java.util.Map;
import java.util.TreeMap;

/// Counts the steps between the first open times of a series, up and down, from which its interval
/// and its order follow.
final class StepCounts {

    private static final int CANDLES_LOOKED_AT = 1_000;
    private static final int MOST_STEPS = 64;

    private final Map<Long, Integer> up = new TreeMap<>();
    private final Map<Long, Integer> down = new TreeMap<>();
    private long upCount;
    private long downCount;
    private long lastMs;
    private int candleCount;

    /// Takes the next open time.
    ///
    /// @return whether more would be looked at
    boolean add(long openTimeMs) {
        if (candleCount > 0 && openTimeMs != lastMs) {
            boolean isUp = openTimeMs > lastMs;
            count(isUp ? up : down, Math.abs(openTimeMs - lastMs));
            upCount += isUp ? 1 : 0;
            downCount += isUp ? 0 : 1;
        }
        lastMs = openTimeMs;
        candleCount++;
        return candleCount < CANDLES_LOOKED_AT;
    }

    boolean isFull() {
        return candleCount >= CANDLES_LOOKED_AT;
    }

    boolean isNewestFirst() {
        return downCount > upCount;
    }

    /// The most frequent step, the smaller of equally frequent ones.
    ///
    /// @throws MalformedRowException when there is none, or it is no interval
    Interval interval() throws MalformedRowException {
        long best = 0;
        int bestCount = 0;
        for (Map.Entry<Long, Integer> step : (isNewestFirst() ? down : up).entrySet()) {
            if (step.getValue() > bestCount) {
                best = step.getKey();
                bestCount = step.getValue();
            }
        }
        if (bestCount == 0) {
            throw new MalformedRowException(
                    "no two candles follow each other in time, so the interval cannot be told;"
                            + " name it with --interval");
        }
        try {
            return new Interval(best);
        } catch (IllegalArgumentException e) {
            throw new MalformedRowException(
                    "the most frequent step between open times is no interval ("
                            + e.getMessage()
                            + "); check the column of the time, or name the interval with"
                            + " --interval");
        }
    }

    private static void count(Map<Long, Integer> steps, long step) {
        if (steps.size() < MOST_STEPS || steps.containsKey(step)) {
            steps.merge(step, 1, Integer::sum);
        }
    }
}
