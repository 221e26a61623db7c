package io.candlestream.epoch;

import io.candlestream.model.OnlineModel;
import java.util.List;

/// What became of a model.
///
/// @param model as it was after its best epoch
/// @param curve a point an epoch
/// @param bestEpoch number of the epoch with the lowest validation loss, from 1
/// @param isStoppedEarly whether patience ended it, and not the number of epochs
public record Trained(
        OnlineModel model, List<EpochLoss> curve, int bestEpoch, boolean isStoppedEarly) {

    /// Copies the curve.
    public Trained {
        curve = List.copyOf(curve);
    }

    /// @return the point of the best epoch
    public EpochLoss best() {
        return curve.get(bestEpoch - 1);
    }
}
