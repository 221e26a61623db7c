package io.candlestream.model;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// One linear score learned by stochastic gradient descent.
///
/// ```
/// p      = w x + b
/// norm   = |g| sqrt(1 + x.x)                    norm of the gradient over all coefficients
/// g      = derivative of the loss at p, cut so that norm <= clip, and to 1e12 as in scikit-learn
///                                               gradient of a weight: g x, of the intercept: g
/// w, b  <- step of the optimiser, cut to WEIGHT_LIMIT
/// w     <- cut by the L1 penalty
/// mean  <- mean + ((w, b) - mean) / t           only when averaging
/// ```
///
/// An example whose squared norm is not finite (a feature of about 1e154 or more), or whose target
/// the loss does not know, is refused.
///
/// No coefficient can be NaN: the score is finite where the squared norm is; `g` and `g x` are at
/// most the clip; the optimiser's step is finite for finite memory; and the cut takes the finite or
/// infinite result back to the range.
final class GradientRule implements LinearRule {

    private static final double GREATEST = 1e12;

    private final Loss loss;
    private final double clip;
    private final Averaging averaging;
    private final Rates rates;
    private final Stepper stepper;
    private final L1Cut l1;

    /// Weights, then the intercept.
    private final double[] weights;

    /// The mean of all coefficients there have been; the coefficients themselves when not
    /// averaging.
    private final double[] mean;

    private double rateFactor = 1;
    private long learnedCount;
    private long refusedCount;

    GradientRule(SgdConfig config, int featureCount) {
        loss = config.loss();
        clip = config.clip();
        averaging = config.averaging();
        rates = new Rates(config.optimiser().learningRate());
        weights = new double[featureCount + 1];
        mean = averaging == Averaging.NONE ? weights : new double[featureCount + 1];
        stepper = Stepper.of(config.optimiser(), config.penalty(), clip, featureCount + 1);
        boolean isClosedForm = config.optimiser() instanceof Optimiser.FtrlProximal;
        l1 = new L1Cut(isClosedForm ? Penalty.NONE : config.penalty(), featureCount);
    }

    @Override
    public double[] coefficients() {
        return mean;
    }

    @Override
    public void scaleRate(double factor) {
        rateFactor = factor;
    }

    @Override
    public void learn(double[] features, double target) {
        double squaredNorm = 1 + LinearScore.squares(features);
        if (!(squaredNorm <= Double.MAX_VALUE && loss.accepts(target))) {
            refusedCount++;
            return;
        }
        learnedCount++;
        if (averaging == Averaging.SCIKIT_LEARN) {
            weights[features.length] = 0;
        }
        double score = LinearScore.plain(weights, features);
        double steepest = Math.min(GREATEST, clip / Math.sqrt(squaredNorm));
        double slope = Math.max(-steepest, Math.min(loss.derivative(score, target), steepest));
        double rate =
                rateFactor
                        * (rates.isAdaptive()
                                ? rates.at(learnedCount, loss(score, target))
                                : rates.at(learnedCount));
        stepper.step(weights, features, slope, rate);
        l1.cut(weights, rate);
        if (averaging != Averaging.NONE) {
            average();
        }
    }

    private double loss(double score, double target) {
        double value = loss.value(score, target);
        return value < GREATEST ? Math.max(value, -GREATEST) : GREATEST;
    }

    private void average() {
        double part = (double) learnedCount;
        for (int j = 0; j < mean.length; j++) {
            mean[j] += (weights[j] - mean[j]) / part;
        }
        WeightRows.limit(mean);
    }

    @Override
    public long learnedCount() {
        return learnedCount;
    }

    @Override
    public long refusedCount() {
        return refusedCount;
    }

    /// Layout: learned count, refused count, the memory of an adaptive rate, of the optimiser and
    /// of a cumulative penalty, the coefficients, and their means when averaging.
    @Override
    public void save(StateOutput out) {
        out.putLong(learnedCount);
        out.putLong(refusedCount);
        rates.save(out);
        stepper.save(out);
        l1.save(out);
        out.putDoubles(weights);
        if (averaging != Averaging.NONE) {
            out.putDoubles(mean);
        }
    }

    @Override
    public void restore(StateInput in) {
        learnedCount = in.getCounter();
        refusedCount = in.getCounter();
        rates.restore(in);
        stepper.restore(in);
        l1.restore(in);
        WeightRows.restore(weights, in);
        if (averaging != Averaging.NONE) {
            WeightRows.restore(mean, in);
        }
    }
}
