package io.candlestream.feature;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Leaves the features as they are; remembers nothing.
final class NoScaler implements Scaler {

    @Override
    public void updateAndTransform(double[] raw, double[] scaled) {
        System.arraycopy(raw, 0, scaled, 0, raw.length);
    }

    @Override
    public void save(StateOutput out) {}

    @Override
    public void restore(StateInput in) {}
}
