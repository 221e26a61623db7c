package io.candlestream.settings;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Series;
import io.candlestream.feature.ExpressionException;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.FeatureSets;
import io.candlestream.feature.Scaling;
import io.candlestream.feature.SignalUses;
import io.candlestream.label.DirectionRule;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.model.LearningRate;
import io.candlestream.model.ModelConfig;
import java.util.function.Function;

/// The learner's configuration for each series, as the settings say: the same wherever a learner
/// runs.
public final class ConfiguredLearners implements Function<Series, LearnerConfig> {

    private static final String STANDARD = "standard";

    private final LearnerSettings learner;
    private final FeatureSet features;
    private final Scaling scaling;
    private final CalendarSettings calendars;

    /// Checks that the settings make a learner.
    ///
    /// @throws SettingsException when values that are fine alone do not go together
    public ConfiguredLearners(Settings settings) {
        this.learner = settings.learner();
        this.calendars = settings.calendars();
        this.features = features(learner.features());
        this.scaling = scaling(learner);
        try {
            config(Calendar.ALWAYS_OPEN);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("learner: " + e.getMessage());
        }
    }

    /// @return which signals the features read
    public SignalUses signals() {
        return features.signals();
    }

    @Override
    public LearnerConfig apply(Series series) {
        return config(Calendar.parse(calendars.of(series.instrument().toString())));
    }

    private LearnerConfig config(Calendar calendar) {
        return new LearnerConfig(
                features,
                new DirectionRule(learner.horizon(), learner.thresholdBps()),
                model(),
                scaling,
                learner.halfLife(),
                calendar);
    }

    private static FeatureSet features(String text) {
        try {
            return text.strip().equals(STANDARD)
                    ? FeatureSet.standard()
                    : FeatureSet.of(FeatureSets.parse(text));
        } catch (ExpressionException e) {
            throw new SettingsException("learner.features: " + e.getMessage());
        }
    }

    private static Scaling scaling(LearnerSettings learner) {
        try {
            return Scaling.parse(learner.scaling(), learner.featureClip());
        } catch (ExpressionException e) {
            throw new SettingsException("learner.scaling: " + e.getMessage());
        }
    }

    private ModelConfig model() {
        LearningRate rate =
                learner.learningRatePower() == 0
                        ? new LearningRate.Constant(learner.learningRate())
                        : new LearningRate.InverseScaling(
                                learner.learningRate(), learner.learningRatePower());
        return switch (learner.model()) {
            case "softmax" -> new ModelConfig.Softmax(rate, learner.l2(), learner.gradientClip());
            case "smile" -> new ModelConfig.Smile(rate, learner.l2());
            default -> throw new IllegalStateException("model " + learner.model());
        };
    }
}
