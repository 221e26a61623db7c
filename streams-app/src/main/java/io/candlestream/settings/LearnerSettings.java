package io.candlestream.settings;

/// What is predicted and how it is learned, keys `learner.*`.
///
/// @param features `standard`, a set of [io.candlestream.feature.FeatureSets], or expressions
///   separated by commas
/// @param label what is predicted, as [io.candlestream.learner.LabelExpression] reads it
/// @param models what predicts it, as [io.candlestream.learner.ModelExpression#parseList] reads it
/// @param calibration how probabilities are brought to frequencies, as
///   [io.candlestream.learner.CalibrationExpression] reads it
/// @param conformal how often sets and bands hold what comes true, `none` or as it reads it
/// @param drift what notices that a model's losses have grown, `none` or as
///   [io.candlestream.learner.SupervisionExpression] reads it
/// @param onDrift what is done then, likewise
/// @param champion when a challenger takes the champion's place, likewise
/// @param contributions features a prediction names that moved it most, from 0 to 100
/// @param scaling how features are brought to one scale, as [io.candlestream.feature.Scaling]
/// @param featureClip standard deviations at which a scaled feature is cut, where the scaling has
///   such and names no others, from 0.1 to 1e6
/// @param halfLife examples after which the fading scores have forgotten half, from 1 to 1e9
/// @param window the last outcomes that have scores of their own, from 2 to 10,000; 0 for none
/// @param metricsEvery outcomes between two records of metrics, from 1 to 1,000,000,000
/// @param snapshotEvery outcomes between two snapshots of the model, from 1 to 1,000,000,000
public record LearnerSettings(
        String features,
        String label,
        String models,
        String calibration,
        String conformal,
        String drift,
        String onDrift,
        String champion,
        int contributions,
        String scaling,
        double featureClip,
        double halfLife,
        int window,
        int metricsEvery,
        int snapshotEvery) {

    private static final int BILLION = 1_000_000_000;

    /// Checks every value.
    ///
    /// @throws SettingsException when one is out of range
    public LearnerSettings {
        Range.check("learner.contributions", contributions, 0, 100);
        Range.check("learner.feature-clip", featureClip, 0.1, 1e6);
        Range.check("learner.half-life", halfLife, 1.0, 1e9);
        Range.check("learner.window", window, 0, 10_000);
        Range.check("learner.metrics-every", metricsEvery, 1, BILLION);
        Range.check("learner.snapshot-every", snapshotEvery, 1, BILLION);
    }
}
