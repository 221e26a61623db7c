package io.candlestream.settings;

import io.candlestream.calibration.ConformalConfig;
import io.candlestream.candle.Calendar;
import io.candlestream.candle.Series;
import io.candlestream.feature.ExpressionException;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.FeatureSets;
import io.candlestream.feature.Scaling;
import io.candlestream.feature.SignalUses;
import io.candlestream.label.LabelRule;
import io.candlestream.learner.CalibrationExpression;
import io.candlestream.learner.Confidence;
import io.candlestream.learner.LabelExpression;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.ModelExpression;
import io.candlestream.learner.NamedModel;
import io.candlestream.learner.Scoring;
import io.candlestream.learner.Supervision;
import io.candlestream.learner.SupervisionExpression;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The learner's configuration for each series, as the settings say: the same wherever a learner
/// runs.
public final class ConfiguredLearners implements Function<Series, LearnerConfig> {

    private static final String STANDARD = "standard";

    private final LearnerSettings learner;
    private final FeatureSet features;
    private final LabelRule label;
    private final List<NamedModel> models;
    private final Confidence confidence;
    private final Supervision supervision;
    private final Scaling scaling;
    private final CalendarSettings calendars;

    /// Checks that the settings make a learner.
    ///
    /// @throws SettingsException when values that are fine alone do not go together
    public ConfiguredLearners(Settings settings) {
        this.learner = settings.learner();
        this.calendars = settings.calendars();
        this.features = read("features", learner.features(), ConfiguredLearners::features);
        this.label = read("label", learner.label(), LabelExpression::parse);
        this.models = read("models", learner.models(), ModelExpression::parseList);
        this.confidence =
                new Confidence(
                        read("calibration", learner.calibration(), CalibrationExpression::parse),
                        read("conformal", learner.conformal(), ConfiguredLearners::conformal));
        this.supervision =
                new Supervision(
                        read("drift", learner.drift(), SupervisionExpression::parseDrift),
                        read("on-drift", learner.onDrift(), SupervisionExpression::parseReaction),
                        read("champion", learner.champion(), SupervisionExpression::parseChampion));
        this.scaling =
                read(
                        "scaling",
                        learner.scaling(),
                        text -> Scaling.parse(text, learner.featureClip()));
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

    /// @return what is predicted
    public LabelRule label() {
        return label;
    }

    @Override
    public LearnerConfig apply(Series series) {
        return config(Calendar.parse(calendars.of(series.instrument().toString())));
    }

    private LearnerConfig config(Calendar calendar) {
        return new LearnerConfig(
                features,
                label,
                models,
                scaling,
                new Scoring(learner.halfLife(), learner.window()),
                calendar,
                confidence,
                supervision);
    }

    private static FeatureSet features(String text) {
        return text.strip().equals(STANDARD)
                ? FeatureSet.standard()
                : FeatureSet.of(FeatureSets.parse(text));
    }

    private static @Nullable ConformalConfig conformal(String text) {
        return text.strip().equals("none") ? null : CalibrationExpression.parseConformal(text);
    }

    private static <T extends @Nullable Object> T read(
            String key, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (ExpressionException e) {
            throw new SettingsException("learner." + key + ": " + e.getMessage());
        }
    }
}
