package io.candlestream.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.evaluation.Calibration;

/// What a page draws of predictions: how sure they were against how often they were right, and how
/// often of late, beside the majority class. Not thread-safe.
public final class ForecastHistory {

    /// Outcomes that the accuracy of late is of.
    static final int WINDOW = 500;

    /// Outcomes before which there is no such accuracy.
    private static final int WARM_UP = 50;

    private final Calibration calibration = Calibration.allTime();
    private final boolean[] hits = new boolean[WINDOW];
    private final boolean[] majorityHits = new boolean[WINDOW];
    private final Line rolling = new Line();
    private final Line majorityRolling = new Line();
    private int hitCount;
    private int majorityHitCount;
    private long count;

    /// Takes one outcome.
    ///
    /// @param timeMs close time of the candle that was predicted on, UTC epoch milliseconds
    /// @param confidence probability of the class predicted, from 0 to 1
    /// @param isHit whether that class came true
    /// @param isMajorityHit whether the majority class did
    public void take(long timeMs, double confidence, boolean isHit, boolean isMajorityHit) {
        calibration.update(confidence, isHit);
        int at = (int) (count % WINDOW);
        hitCount += change(hits, at, isHit);
        majorityHitCount += change(majorityHits, at, isMajorityHit);
        count++;
        if (count >= WARM_UP) {
            double size = Math.min(count, WINDOW);
            rolling.add(timeMs, 100 * hitCount / size);
            majorityRolling.add(timeMs, 100 * majorityHitCount / size);
        }
    }

    private static int change(boolean[] ring, int at, boolean isHit) {
        int change = (isHit ? 1 : 0) - (ring[at] ? 1 : 0);
        ring[at] = isHit;
        return change;
    }

    /// All of it as the page reads it.
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("outcomes", count).put("window", WINDOW);
        json.put("calibration_error_pct", Line.shown(100 * calibration.expectedError()));
        ArrayNode bins = json.putArray("bins");
        for (int bin = 0; bin < Calibration.BINS; bin++) {
            if (calibration.weight(bin) > 0) {
                bins.addArray()
                        .add(Line.shown(100 * calibration.confidence(bin)))
                        .add(Line.shown(100 * calibration.accuracy(bin)))
                        .add((long) calibration.weight(bin));
            }
        }
        rolling.putInto(json.putArray("champion"));
        majorityRolling.putInto(json.putArray("majority_class"));
        return json;
    }
}
