package io.candlestream.learner;

import io.candlestream.candle.Calendar;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.Scaling;
import io.candlestream.label.LabelRule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Everything that decides what a learner computes. Two learners of equal configuration compute the
/// same bits.
///
/// @param features what the models see
/// @param label what the models are to predict
/// @param models one or more, each of another name, that can predict such a label; the first is
///   champion at first
/// @param scaling how features are brought to one scale
/// @param scoring over which outcomes forecasters are scored
/// @param calendar which holes in the series are gaps
/// @param confidence how far predictions say they can be trusted
/// @param supervision how the models are watched, and what follows from it
public record LearnerConfig(
        FeatureSet features,
        LabelRule label,
        List<NamedModel> models,
        Scaling scaling,
        Scoring scoring,
        Calendar calendar,
        Confidence confidence,
        Supervision supervision) {

    private static final int MOST_MODELS = 32;

    /// Checks the numbers, the names, and that every model can predict such a label.
    ///
    /// @throws IllegalArgumentException when one is violated
    public LearnerConfig {
        models = List.copyOf(models);
        if (label.isNumber() && confidence.isCalibrated()) {
            throw new IllegalArgumentException(
                    "calibration is of classes and must be none where the label is a number, was "
                            + confidence.calibration().expression());
        }
        if (models.isEmpty() || models.size() > MOST_MODELS) {
            throw new IllegalArgumentException(
                    "models must be 1 to " + MOST_MODELS + ", were " + models.size());
        }
        Set<String> ids = new TreeSet<>();
        for (NamedModel model : models) {
            if (!ids.add(model.id())) {
                throw new IllegalArgumentException(
                        "models must have different names, as in a=%s, b=%s; there were two called %s"
                                .formatted(model.id(), model.id(), model.id()));
            }
            if (label.isNumber()) {
                model.config().createRegressor(1);
            } else {
                model.config().create(1, label.classNames().size());
            }
        }
    }

    /// A configuration of models that nobody calibrates or watches, scored over all time and
    /// fading.
    ///
    /// @param halfLife outcomes after which one counts half in the fading scores, positive
    public LearnerConfig(
            FeatureSet features,
            LabelRule label,
            List<NamedModel> models,
            Scaling scaling,
            double halfLife,
            Calendar calendar) {
        this(
                features,
                label,
                models,
                scaling,
                new Scoring(halfLife),
                calendar,
                Confidence.PLAIN,
                Supervision.NONE);
    }

    /// The configuration in words: every part that decides a bit, in a fixed order.
    public String expression() {
        return "features="
                + features
                + ";label="
                + label.expression()
                + ";models="
                + models.stream().map(NamedModel::toString).collect(Collectors.joining(","))
                + ";scaling="
                + scaling.expression()
                + ";scoring="
                + scoring.expression()
                + ";calendar="
                + calendar
                + ";confidence="
                + confidence.expression()
                + ";drift="
                + supervision.expression();
    }

    /// The first eight bytes of the SHA-256 of [#expression]: equal where the configuration is
    /// equal, and stored with every state, so that state of another configuration is never taken
    /// up.
    public long fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(expression().getBytes(StandardCharsets.UTF_8));
            return HexFormat.fromHexDigitsToLong(HexFormat.of().formatHex(digest, 0, Long.BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
