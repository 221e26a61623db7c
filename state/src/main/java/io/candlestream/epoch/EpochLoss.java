package io.candlestream.epoch;

/// A point of the loss curves, in nats of log loss for classes and in the square of the number's
/// unit for numbers.
///
/// @param epoch number of the epoch, from 1
/// @param trainLoss mean loss over the training part, each example's before it was learned from
/// @param validationLoss mean loss over the validation part, of the model as it was after the epoch
public record EpochLoss(int epoch, double trainLoss, double validationLoss) {}
