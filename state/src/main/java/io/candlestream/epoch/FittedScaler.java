package io.candlestream.epoch;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.feature.Scaler;
import io.candlestream.feature.Scaling;

/// Brings examples to one scale by what the training part knows.
///
/// ```
/// training part      each vector by those before it and by itself, in the order of time, as live
/// validation, test   each vector by the whole training part and by itself; the next one knows nothing of it
/// ```
///
/// So the numbers a model trains on are to the bit those it would have learned from live, and
/// nothing after the training part has any influence on another vector.
public final class FittedScaler {

    private FittedScaler() {}

    /// Scales the vectors of all parts in place; those left out stay as they are.
    ///
    /// @return the scaler as it was after the training part
    public static Scaler scale(Scaling scaling, Examples examples, Parts parts) {
        Scaler scaler = scaling.create(examples.featureCount());
        for (int i = 0; i < parts.trainTo(); i++) {
            scaler.updateAndTransform(examples.features(i), examples.features(i));
        }
        StateOutput out = new StateOutput();
        scaler.save(out);
        byte[] fitted = out.toByteArray();
        scale(scaler, fitted, examples, parts.validationFrom(), parts.validationTo());
        scale(scaler, fitted, examples, parts.testFrom(), parts.testTo());
        return scaler;
    }

    /// Leaves the scaler as it was fitted.
    private static void scale(Scaler scaler, byte[] fitted, Examples examples, int from, int to) {
        for (int i = from; i < to; i++) {
            scaler.updateAndTransform(examples.features(i), examples.features(i));
            scaler.restore(new StateInput(fitted));
        }
    }
}
