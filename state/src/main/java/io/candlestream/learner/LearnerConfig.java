package io.candlestream.learner;

import io.candlestream.candle.Calendar;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.Scaling;
import io.candlestream.label.DirectionRule;
import io.candlestream.model.ModelConfig;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Everything that decides what a learner computes. Two learners of equal configuration compute the
/// same bits.
///
/// @param features what the model sees
/// @param label what the model is to predict
/// @param model the model and its hyper-parameters
/// @param scaling how features are brought to one scale
/// @param halfLife outcomes after which one counts half in the fading scores, positive
/// @param calendar which holes in the series are gaps
public record LearnerConfig(
        FeatureSet features,
        DirectionRule label,
        ModelConfig model,
        Scaling scaling,
        double halfLife,
        Calendar calendar) {

    /// Checks the numbers.
    ///
    /// @throws IllegalArgumentException when the half-life is not positive and finite
    public LearnerConfig {
        requirePositive("half-life", halfLife);
    }

    /// The configuration in words: every part that decides a bit, in a fixed order.
    public String expression() {
        return "features="
                + features
                + ";label="
                + label.expression()
                + ";model="
                + model.expression()
                + ";scaling="
                + scaling.expression()
                + ";half_life="
                + halfLife
                + ";calendar="
                + calendar;
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

    private static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
        }
    }
}
