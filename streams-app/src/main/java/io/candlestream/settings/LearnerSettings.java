package io.candlestream.settings;

import java.util.List;

/// What is predicted and how it is learned, keys `learner.*`.
///
/// @param features `standard`, a set of [io.candlestream.feature.FeatureSets], or expressions
///   separated by commas
/// @param horizon candles until a prediction is judged, from 1 to 100,000
/// @param thresholdBps forward return that counts as up or down, basis points, from 0 to 10,000
/// @param model `softmax` or `smile`
/// @param learningRate step size of the first example, from 1e-12 to 1000
/// @param learningRatePower how fast the step size falls with the number of the example, from 0 to
///   1
/// @param l2 strength of the L2 penalty, from 0 to 1000
/// @param gradientClip greatest norm of the gradient of one example, from 0.001 to 1e9
/// @param scaling how features are brought to one scale, as [io.candlestream.feature.Scaling]
/// @param featureClip standard deviations at which a scaled feature is cut, where the scaling has
///   such and names no others, from 0.1 to 1e6
/// @param halfLife examples after which the fading scores have forgotten half, from 1 to 1e9
/// @param metricsEvery outcomes between two records of metrics, from 1 to 1,000,000,000
/// @param snapshotEvery outcomes between two snapshots of the model, from 1 to 1,000,000,000
public record LearnerSettings(
        String features,
        int horizon,
        double thresholdBps,
        String model,
        double learningRate,
        double learningRatePower,
        double l2,
        double gradientClip,
        String scaling,
        double featureClip,
        double halfLife,
        int metricsEvery,
        int snapshotEvery) {

    private static final List<String> MODELS = List.of("softmax", "smile");
    private static final int BILLION = 1_000_000_000;

    /// Checks every value.
    ///
    /// @throws SettingsException when one is out of range
    public LearnerSettings {
        Range.check("learner.horizon", horizon, 1, 100_000);
        Range.check("learner.threshold-bps", thresholdBps, 0.0, 10_000.0);
        Range.checkWord("learner.model", model, MODELS);
        Range.check("learner.learning-rate", learningRate, 1e-12, 1e3);
        Range.check("learner.learning-rate-power", learningRatePower, 0.0, 1.0);
        Range.check("learner.l2", l2, 0.0, 1e3);
        Range.check("learner.gradient-clip", gradientClip, 1e-3, 1e9);
        Range.check("learner.feature-clip", featureClip, 0.1, 1e6);
        Range.check("learner.half-life", halfLife, 1.0, 1e9);
        Range.check("learner.metrics-every", metricsEvery, 1, BILLION);
        Range.check("learner.snapshot-every", snapshotEvery, 1, BILLION);
    }
}
