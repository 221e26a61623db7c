package io.candlestream.evaluation;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.label.Labels;

/// Everything that is measured of forecasts of a class, but for what needs the outcomes one by one.
///
/// | quantity | meaning |
/// |---|---|
/// | input | probabilities, the class predicted, the class that came true |
/// | output | [#confusion], [#calibration], mean log loss and Brier score |
/// | warm-up | none: of nothing everything is 0 |
/// | state | `classCount^2 + 48` doubles; O(classCount) time, no allocation per update |
///
/// Losses are those of [ScoringRules]. Not thread-safe: owned by one stream task.
public final class ClassTally implements Stateful {

    private final int classCount;
    private final ConfusionMatrix confusion;
    private final Calibration calibration;
    private final FadingSums losses;

    private ClassTally(
            int classCount, ConfusionMatrix confusion, Calibration calibration, double halfLife) {
        this.classCount = classCount;
        this.confusion = confusion;
        this.calibration = calibration;
        losses = new FadingSums(1, 2, halfLife);
    }

    /// A tally of no outcomes in which every one counts the same.
    ///
    /// @param classCount how many classes there are, at least 2
    /// @throws IllegalArgumentException when there are fewer
    public static ClassTally allTime(int classCount) {
        return new ClassTally(
                classCount,
                ConfusionMatrix.allTime(classCount),
                Calibration.allTime(),
                FadingSums.ALL_TIME);
    }

    /// A tally of no outcomes in which older ones count less.
    ///
    /// @param classCount how many classes there are, at least 2
    /// @param halfLife outcomes after which the weight of one has halved, from 1 to 1e9
    /// @throws IllegalArgumentException when a number is out of range
    public static ClassTally fading(int classCount, double halfLife) {
        return new ClassTally(
                classCount,
                ConfusionMatrix.fading(classCount, halfLife),
                Calibration.fading(halfLife),
                halfLife);
    }

    /// Counts one outcome.
    ///
    /// @param probabilities one a class, each from 0 to 1, as they were predicted; not changed
    /// @param predicted the class that was predicted
    /// @param label the class that came true
    /// @throws IllegalArgumentException when the array has another length, holds no probability for
    ///   the class predicted, or an index is not a class
    public void update(double[] probabilities, int predicted, int label) {
        check(probabilities, classCount, predicted, label);
        calibration.update(probabilities[predicted], predicted == label);
        confusion.update(predicted, label);
        losses.next();
        losses.count(0);
        losses.add(0, ScoringRules.logLoss(probabilities[label]));
        losses.add(1, ScoringRules.brierScore(probabilities, label));
    }

    /// Nothing of an outcome is counted unless all of it can be.
    static void check(double[] probabilities, int classCount, int predicted, int label) {
        Labels.checkProbabilities(probabilities, classCount);
        Labels.check("predicted class", predicted, classCount);
        Labels.check("label", label, classCount);
        for (double probability : probabilities) {
            if (!Calibration.isProbability(probability)) {
                throw new IllegalArgumentException(
                        "probability must be from 0 to 1, was " + probability);
            }
        }
    }

    /// @return how many outcomes; fading, their weight, 1 for the latest
    public double weight() {
        return losses.countOf(0);
    }

    /// @return which classes were predicted when which came true; live
    public ConfusionMatrix confusion() {
        return confusion;
    }

    /// @return how far confidence was warranted; live
    public Calibration calibration() {
        return calibration;
    }

    /// @return mean of [ScoringRules#logLoss], nats, at least 0
    public double logLoss() {
        return mean(0);
    }

    /// @return mean of [ScoringRules#brierScore], 0 to 2
    public double brierScore() {
        return mean(1);
    }

    private double mean(int loss) {
        double weight = weight();
        return weight > 0 ? losses.sumOf(loss) / weight : 0;
    }

    /// Layout: confusion matrix, calibration, losses.
    @Override
    public void save(StateOutput out) {
        confusion.save(out);
        calibration.save(out);
        losses.save(out);
    }

    @Override
    public void restore(StateInput in) {
        confusion.restore(in);
        calibration.restore(in);
        losses.restore(in);
    }
}
