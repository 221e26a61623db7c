package io.candlestream.epoch;

/// How a model goes over its training part.
///
/// @param epochs how often at most, from 1 to 100,000
/// @param patience epochs without a lower validation loss after which to stop, at least 1
/// @param shuffle in which order
/// @param seed of the order, where there is chance in it
public record TrainingPlan(int epochs, int patience, Shuffle shuffle, long seed) {

    private static final int MOST_EPOCHS = 100_000;

    /// In which order an epoch goes over the training part.
    public enum Shuffle {
        /// As time went.
        NONE,
        /// In blocks of four horizons, each as time went, in an order drawn anew for every epoch:
        /// neighbours have labels in common, so blocks are what may be told apart.
        BLOCKS
    }

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when a number is out of range
    public TrainingPlan {
        if (epochs < 1 || epochs > MOST_EPOCHS) {
            throw new IllegalArgumentException(
                    "epochs must be from 1 to " + MOST_EPOCHS + ", was " + epochs);
        }
        if (patience < 1) {
            throw new IllegalArgumentException("patience must be at least 1, was " + patience);
        }
    }
}
