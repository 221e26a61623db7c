package io.candlestream.training;

import io.candlestream.epoch.TestScore;
import io.candlestream.epoch.Trained;
import io.candlestream.registry.Snapshot;

/// A model after its training.
///
/// @param snapshot the model whole, as it was after its best epoch
/// @param trained how that came about
/// @param score how it did on the test part
public record TrainedModel(Snapshot snapshot, Trained trained, TestScore score) {}
