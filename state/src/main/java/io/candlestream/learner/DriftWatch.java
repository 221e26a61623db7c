package io.candlestream.learner;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.drift.Drift;
import io.candlestream.drift.DriftConfig;
import io.candlestream.drift.DriftDetector;

/// A drift detector for each model, and how long each that drifted still learns faster.
///
/// No allocation per candle. Not thread-safe: owned by one stream task.
final class DriftWatch implements Stateful {

    private final DriftDetector[] detectors;

    /// Examples for which a model still learns at a higher rate.
    private final long[] faster;

    DriftWatch(DriftConfig config, int modelCount) {
        detectors = new DriftDetector[modelCount];
        faster = new long[modelCount];
        for (int m = 0; m < modelCount; m++) {
            detectors[m] = config.create();
        }
    }

    /// @param loss of the model, from 0 to 1
    /// @return whether its losses have grown
    boolean hasDrifted(int model, double loss) {
        return detectors[model].update(loss) == Drift.DRIFT;
    }

    String detector() {
        return detectors[0].name();
    }

    void learnFaster(int model, int examples) {
        faster[model] = examples;
    }

    /// Counts an example down.
    ///
    /// @return whether the model learns it at a higher rate
    boolean isFaster(int model) {
        if (faster[model] == 0) {
            return false;
        }
        faster[model]--;
        return true;
    }

    /// Layout: of each model the examples still learned faster, then its detector.
    @Override
    public void save(StateOutput out) {
        for (int m = 0; m < detectors.length; m++) {
            out.putLong(faster[m]);
            detectors[m].save(out);
        }
    }

    @Override
    public void restore(StateInput in) {
        for (int m = 0; m < detectors.length; m++) {
            faster[m] = in.getCounter();
            detectors[m].restore(in);
        }
    }
}
