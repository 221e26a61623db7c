package io.candlestream.learner;

/// A model's prediction with the label that came true. A view: its values hold until the next
/// candle.
public final class Outcome {

    long openTimeMs;
    long closeTimeMs;
    long maturedAtMs;
    int predicted;
    int label;
    double forwardReturn;
    double logLoss;
    double brierScore;
    double predictedValue;
    double value;

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

    /// @return index of the class predicted then; 0 where the label is a number
    public int predicted() {
        return predicted;
    }

    /// @return index of the class that came true; 0 where the label is a number
    public int label() {
        return label;
    }

    /// @return close of the maturing candle over close of the predicting candle, less one
    public double forwardReturn() {
        return forwardReturn;
    }

    /// @return minus the natural logarithm of the probability given to the label; 0 where the label
    ///   is a number
    public double logLoss() {
        return logLoss;
    }

    /// @return sum over the classes of the squared error of the probability, in `[0, 2]`
    public double brierScore() {
        return brierScore;
    }

    /// @return the number predicted then; 0 where the label is a class
    public double predictedValue() {
        return predictedValue;
    }

    /// @return the number that came true; 0 where the label is a class
    public double value() {
        return value;
    }
}
