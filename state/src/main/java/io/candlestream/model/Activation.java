package io.candlestream.model;

import java.util.Locale;

/// What a hidden unit of a network makes of its linear score `z`.
///
/// | activation | value `h` | derivative by `z`, from `h` |
/// |---|---|---|
/// | tanh | `(1 - e^(-2 |z|)) / (1 + e^(-2 |z|))` with the sign of `z` | `1 - h^2` |
/// | relu | `max(0, z)`, at most 1e100 | 1 where `0 < h < 1e100`, else 0 |
///
/// The hyperbolic tangent has an error of at most 2e-16, and near 0 no relative precision. The cap
/// keeps whatever a network computes from a finite feature finite; with features of useful size it
/// is never met.
public enum Activation {
    /// The hyperbolic tangent: smooth and bounded.
    TANH {
        @Override
        double of(double score) {
            double fading = Exponential.exp(-2 * Math.abs(score));
            return Math.copySign((1 - fading) / (1 + fading), score);
        }

        @Override
        double slope(double value) {
            return 1 - value * value;
        }

        @Override
        double widest(int inputs, int units) {
            return Math.sqrt(6.0 / ((double) inputs + (double) units));
        }
    },

    /// The rectified linear unit.
    RELU {
        @Override
        double of(double score) {
            return Math.min(Math.max(0, score), GREATEST);
        }

        @Override
        double slope(double value) {
            return value > 0 && value < GREATEST ? 1 : 0;
        }

        @Override
        double widest(int inputs, int units) {
            return Math.sqrt(6.0 / inputs);
        }
    };

    private static final double GREATEST = 1e100;

    /// @param score finite
    abstract double of(double score);

    /// @param value what [#of] gave
    /// @return its derivative there
    abstract double slope(double value);

    /// The greatest magnitude of an initial weight of a layer: Glorot's for tanh, He's for relu.
    abstract double widest(int inputs, int units);

    /// @return the canonical text, the name in lower case
    String expression() {
        return name().toLowerCase(Locale.ROOT);
    }
}
