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
                standard.scoring().halfLife(),
                standard.calendar());
    }

    /// Three models of which one may take another's place, calibrated, watched, and with sets.
    public static LearnerConfig supervised() {
        LearnerConfig standard = withHorizon(2);
        return new LearnerConfig(
                standard.features(),
                LabelExpression.parse("direction(2, volatility=0.5, window=50)"),
                ModelExpression.parseList(
                        "slow=softmax(learning_rate=0.5), nb=naive_bayes,"
                                + " mixed=hedge(softmax, sgd(optimizer=adam(0.01)))"),
                standard.scaling(),
                new Scoring(100, 40),
                standard.calendar(),
                new Confidence(
                        CalibrationExpression.parse("platt"),
                        CalibrationExpression.parseConformal("conformal(window=100)")),
                new Supervision(
                        SupervisionExpression.parseDrift("page_hinkley(0.005,2,30)"),
                        SupervisionExpression.parseReaction("faster(5,50)"),
                        SupervisionExpression.parseChampion(
                                "best(minimum=80,cool_down=100,floor=0)")));
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
