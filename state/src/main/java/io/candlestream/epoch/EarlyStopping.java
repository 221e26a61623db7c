package io.candlestream.epoch;

/// Says after which epoch to stop: when `patience` epochs in a row have not brought a lower loss
/// than the best.
///
/// An equal loss is no improvement, so of equal epochs the first is the best; nor is a loss that is
/// not a number. Not thread-safe.
///
/// Source: L. Prechelt, _Early Stopping, but When?_, 1998, criterion UP.
public final class EarlyStopping {

    private final int patience;
    private int epoch;
    private int bestEpoch;
    private double bestLoss = Double.POSITIVE_INFINITY;

    /// Before the first epoch.
    ///
    /// @param patience epochs without improvement after which to stop, at least 1
    /// @throws IllegalArgumentException when it is below 1
    public EarlyStopping(int patience) {
        if (patience < 1) {
            throw new IllegalArgumentException("patience must be at least 1, was " + patience);
        }
        this.patience = patience;
    }

    /// Takes the validation loss of the next epoch.
    ///
    /// @return whether that epoch is the best so far; the first always is
    public boolean isBest(double loss) {
        epoch++;
        if (epoch == 1 || loss < bestLoss) {
            bestEpoch = epoch;
            bestLoss = Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
            return true;
        }
        return false;
    }

    /// @return whether to stop
    public boolean isOver() {
        return epoch - bestEpoch >= patience;
    }

    /// @return number of the best epoch, from 1; 0 before the first
    public int bestEpoch() {
        return bestEpoch;
    }
}
