package io.candlestream.bench;

import org.jspecify.annotations.Nullable;

/// One measured number beside what bounds it and what is asked of it.
///
/// @param name what was measured
/// @param measured the number
/// @param unit of the number and of its limit
/// @param limit what the same machine does without the part that is measured, or null
/// @param target what is asked, or null where the number is only reported
public record Figure(
        String name, double measured, String unit, @Nullable Limit limit, @Nullable Target target) {

    /// What bounds a figure, measured in the same run.
    ///
    /// @param name what it is
    /// @param value the number, not zero, in the unit of the figure
    public record Limit(String name, double value) {}

    /// What is asked of a figure.
    ///
    /// @param of the number that is judged
    /// @param comparison how it is judged
    /// @param bound the number it is judged by
    public record Target(Quantity of, Comparison comparison, double bound) {}

    /// A number of a figure.
    public enum Quantity {
        /// The measured number.
        MEASURED,
        /// The measured number over its limit.
        RATIO
    }

    /// How a number is judged.
    public enum Comparison {
        /// It must reach the bound.
        AT_LEAST,
        /// It must not exceed the bound.
        AT_MOST
    }

    /// A figure that is only reported.
    static Figure reported(String name, double measured, String unit) {
        return new Figure(name, measured, unit, null, null);
    }

    /// The same figure beside a limit.
    Figure beside(String limitName, double value) {
        return new Figure(name, measured, unit, new Limit(limitName, value), target);
    }

    /// The same figure with a target.
    Figure judged(Quantity of, Comparison comparison, double bound) {
        return new Figure(name, measured, unit, limit, new Target(of, comparison, bound));
    }

    /// The measured number over its limit.
    ///
    /// @return the ratio, or null where there is no limit
    public @Nullable Double ratio() {
        return limit == null ? null : measured / limit.value();
    }

    /// Tells whether the target is met.
    ///
    /// @return null where there is no target, or none that this figure could be judged by
    public @Nullable Boolean met() {
        if (target == null) {
            return null;
        }
        Double judged =
                switch (target.of()) {
                    case MEASURED -> (Double) measured;
                    case RATIO -> ratio();
                };
        if (judged == null) {
            return null;
        }
        return switch (target.comparison()) {
            case AT_LEAST -> judged >= target.bound();
            case AT_MOST -> judged <= target.bound();
        };
    }
}
