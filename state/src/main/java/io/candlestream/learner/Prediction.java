package io.candlestream.learner;

/// What a model expects at the close of one candle. A view: its values hold until the next candle.
public final class Prediction {

    long openTimeMs;
    long closeTimeMs;
    int predicted;
    final double[] probabilities;
    double value;
    long set;
    double radius;
    double coverage;
    long learnedCount;
    long missingBefore;

    Prediction(int classCount) {
        probabilities = new double[classCount];
    }

    /// @return open time of the candle the prediction was made on
    public long openTimeMs() {
        return openTimeMs;
    }

    /// @return close time of that candle, when the prediction could first be known
    public long closeTimeMs() {
        return closeTimeMs;
    }

    /// @return index of the most probable class; 0 where the label is a number
    public int predicted() {
        return predicted;
    }

    /// @return probability of a class, in `[0, 1]`
    public double probability(int label) {
        return probabilities[label];
    }

    /// @return probability of the predicted class; 0 where the label is a number
    public double confidence() {
        return probabilities.length == 0 ? 0 : probabilities[predicted];
    }

    /// @return the number expected; 0 where the label is a class
    public double value() {
        return value;
    }

    /// @return the classes that may come true, a bit each by its index; 0 where there is no set
    public long set() {
        return set;
    }

    /// @return how far from [#value] the number may come to lie; 0 where there is no band
    public double radius() {
        return radius;
    }

    /// @return share of the outcomes so far that published sets or bands held; 0 before the first
    public double coverage() {
        return coverage;
    }

    /// @return labels the model had learned from when it predicted
    public long learnedCount() {
        return learnedCount;
    }

    /// @return expected candles that were missing directly before this one; 0 where there was no
    ///   gap
    public long missingBefore() {
        return missingBefore;
    }
}
