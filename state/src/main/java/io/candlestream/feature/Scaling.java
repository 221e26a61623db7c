package io.candlestream.feature;

import static io.candlestream.feature.ExpressionException.shown;

import io.candlestream.feature.Expression.Numeral;
import io.candlestream.feature.Expression.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Which scaling, with which parameters; the mutable scaler itself is made by [#create].
///
/// | expression | scaled |
/// |---|---|
/// | `standard` | deviations above the mean of all vectors so far |
/// | `standard(fading=500)` | the same, a vector counting half after 500 others |
/// | `minmax(500)` | 0 at the lowest of the last 500 numbers, 1 at the highest |
/// | `rank(500)` | share of the last 500 numbers that are below |
/// | `robust(500)` | deviations above the median of the last 500 numbers |
/// | `none` | the number itself |
///
/// Where a number is in deviations, `clip=` says at how many it is cut. A window is state: 8 bytes
/// for every feature and vector of it.
///
/// @param kind what is done
/// @param halfLife vectors after which one counts half; 0 where none fades
/// @param period vectors of a window; 0 where there is none
/// @param clip deviations at which a number is cut; 0 where it is in none
public record Scaling(Kind kind, double halfLife, int period, double clip) {

    private static final String LENGTH = "500";
    private static final int SHORTEST = 2;
    private static final int LONGEST = 10_000;

    /// What is done to a feature.
    public enum Kind {
        /// By mean and deviation.
        STANDARD,
        /// By lowest and highest.
        MINMAX,
        /// By place among the others.
        RANK,
        /// By median and median deviation.
        ROBUST,
        /// Nothing.
        NONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Checks what the kind needs.
    ///
    /// @throws IllegalArgumentException when the half-life is negative, the period is not from 2 to
    ///   10,000, or the clip is not above 0
    public Scaling {
        if (!(halfLife >= 0 && halfLife < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("half-life must be at least 0, was " + halfLife);
        }
        boolean isWindow = kind == Kind.MINMAX || kind == Kind.RANK || kind == Kind.ROBUST;
        if (isWindow && (period < SHORTEST || period > LONGEST)) {
            throw new IllegalArgumentException(
                    "period must be from %d to %d, was %d".formatted(SHORTEST, LONGEST, period));
        }
        boolean isInDeviations = kind == Kind.STANDARD || kind == Kind.ROBUST;
        if (isInDeviations && !(clip > 0 && clip < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("clip must be finite and above 0, was " + clip);
        }
    }

    /// By mean and deviation of all vectors.
    ///
    /// @param clip deviations at which a number is cut, finite and above 0
    /// @throws IllegalArgumentException when it is not
    public static Scaling standard(double clip) {
        return new Scaling(Kind.STANDARD, 0, 0, clip);
    }

    /// Reads an expression.
    ///
    /// @param text as in the table above
    /// @param clip deviations where the expression names none
    /// @throws ExpressionException when the text is none of them; it says where
    public static Scaling parse(String text, double clip) {
        Expression expression = ExpressionParser.parse(text);
        if (!(expression instanceof Term term && term.output().isEmpty())) {
            throw new ExpressionException(
                    expression.column(),
                    "a scaling must be a name with parameters, was " + shown(expression));
        }
        Kind kind = kind(term);
        List<Parameter> parameters = parameters(kind, clip);
        Binding binding = Binding.of(term, parameters);
        double halfLife = 0;
        int period = 0;
        double cutAt = 0;
        for (Parameter parameter : parameters) {
            Expression value = binding.value(parameter);
            switch (parameter) {
                case Parameter.Whole whole -> period = ArgumentReader.whole(term, whole, value);
                case Parameter.Decimal decimal when decimal.name().equals("clip") ->
                        cutAt = ArgumentReader.decimal(term, decimal, value);
                case Parameter.Decimal decimal ->
                        halfLife = ArgumentReader.decimal(term, decimal, value);
                case Parameter.Source _, Parameter.Word _, Parameter.Span _ ->
                        throw new IllegalStateException(parameter.name());
            }
        }
        return new Scaling(kind, halfLife, period, cutAt);
    }

    private static Kind kind(Term term) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.toString().equals(term.name()))
                .findFirst()
                .orElseThrow(() ->
                        new ExpressionException(
                                term.column(),
                                "a scaling must be one of %s, was %s"
                                        .formatted(
                                                Arrays.stream(Kind.values())
                                                        .map(Kind::toString)
                                                        .collect(Collectors.joining(", ")),
                                                shown(term.name()))));
    }

    private static List<Parameter> parameters(Kind kind, double clip) {
        Parameter period = new Parameter.Whole("period", LENGTH, SHORTEST, LONGEST);
        Parameter cutAt = Parameter.decimal("clip", Numeral.canonical(clip), 0.1, 1e6);
        return switch (kind) {
            case STANDARD -> List.of(Parameter.decimal("fading", "0", 0, 1e9), cutAt);
            case MINMAX, RANK -> List.of(period);
            case ROBUST -> List.of(period, cutAt);
            case NONE -> List.of();
        };
    }

    /// The one text of this scaling: `standard(0,10)`, `minmax(500)`.
    public String expression() {
        return switch (kind) {
            case STANDARD ->
                    "%s(%s,%s)"
                            .formatted(kind, Numeral.canonical(halfLife), Numeral.canonical(clip));
            case MINMAX, RANK -> kind + "(" + period + ")";
            case ROBUST -> kind + "(" + period + "," + Numeral.canonical(clip) + ")";
            case NONE -> kind.toString();
        };
    }

    /// @param featureCount numbers of a vector, at least 1
    /// @return a scaler that has seen nothing
    public Scaler create(int featureCount) {
        return switch (kind) {
            case STANDARD ->
                    halfLife == 0
                            ? new StandardScaler(featureCount, clip)
                            : new FadingScaler(featureCount, halfLife, clip);
            case MINMAX -> new RangeScaler(featureCount, period);
            case RANK -> new RankScaler(featureCount, period);
            case ROBUST -> new RobustScaler(featureCount, period, clip);
            case NONE -> new NoScaler();
        };
    }
}
