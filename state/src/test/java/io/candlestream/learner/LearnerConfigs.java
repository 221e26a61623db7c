package io.candlestream.learner;

import io.candlestream.candle.Calendar;
import io.candlestream.feature.FeatureExpressions;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.Scaling;
import io.candlestream.label.DirectionRule;
import io.candlestream.model.ModelConfig;
import java.util.List;

/// Configurations of learners for tests.
public final class LearnerConfigs {

    private LearnerConfigs() {}

    /// The standard features and model on a market that never closes.
    ///
    /// @param horizon candles until a prediction gets its label
    public static LearnerConfig withHorizon(int horizon) {
        return of(horizon, Calendar.ALWAYS_OPEN);
    }

    /// The standard model on a market that never closes.
    ///
    /// @param features expressions separated by commas
    /// @param horizon candles until a prediction gets its label
    public static LearnerConfig withFeatures(String features, int horizon) {
        LearnerConfig standard = withHorizon(horizon);
        return new LearnerConfig(
                FeatureSet.of(FeatureExpressions.parse(features)),
                standard.label(),
                standard.models(),
                standard.scaling(),
                standard.halfLife(),
                standard.calendar());
    }

    static LearnerConfig of(int horizon, Calendar calendar) {
        return new LearnerConfig(
                FeatureSet.standard(),
                new DirectionRule(horizon, 10),
                List.of(NamedModel.of(ModelConfig.standard())),
                Scaling.standard(10),
                1_000,
                calendar);
    }
}
