package io.candlestream.learner;

/// A prediction with the label that came true. A view: its values hold until the next candle.
public final class Outcome {

    long openTimeMs;
    long closeTimeMs;
    long maturedAtMs;
    int predicted;
    int label;
    double forwardReturn;
    double logLoss;
    double brierScore;

    Outcome() {}

    /// @return open time of the candle the prediction was made on
    public long openTimeMs() {
        return openTimeMs;
    }

    /// @return close time of that candle
    public long closeTimeMs() {
        return closeTimeMs;
    }

    /// @return close time of the candle that gave the label
    public long maturedAtMs() {
        return maturedAtMs;
    }

    /// @return index of the class predicted then
    public int predicted() {
        return predicted;
    }

    /// @return index of the class that came true
    public int label() {
        return label;
    }

    /// @return close of the maturing candle over close of the predicting candle, less one
    public double forwardReturn() {
        return forwardReturn;
    }

    /// @return minus the natural logarithm of the probability given to the label
    public double logLoss() {
        return logLoss;
    }

    /// @return sum over the classes of the squared error of the probability, in `[0, 2]`
    public double brierScore() {
        return brierScore;
    }
}
