package io.candlestream.feature;

import io.candlestream.candle.Interval;
import java.util.List;
import java.util.function.Function;

/// An ordered, named and versioned list of features: what each number of a feature vector is.
///
/// A feature's name is its expression. Where golden/indicators has a column of that name, its
/// definition holds. `c` is the close and `c[n]` the close `n` candles ago:
///
/// | name | value | at no movement or volume |
/// |---|---|---|
/// | `return(n)` | `c / c[n] - 1` | 0 |
/// | `roc(n)` | `100 * (c / c[n] - 1)` | 0 |
/// | `momentum(n)` | `c - c[n]`, in the unit of the price | 0 |
/// | `ema_distance(n)` | `c / ema(n) - 1` | 0 |
/// | `macd(12,26,9).*` | line, signal and histogram, in the unit of the price | 0 |
/// | `rsi(14)` | Wilder's index, 0 to 100 | 0 |
/// | `bollinger(20,2).percent_b` | 0 at the lower band, 1 at the upper one | 0.5 |
/// | `bollinger(20,2).bandwidth` | distance of the bands over their middle | 0 |
/// | `natr(14)` | `100 * atr(14) / c` | 0 |
/// | `volatility(20)` | population standard deviation of the last 20 `return(1)` | 0 |
/// | `zscore(source,n)` | standard deviations of the source above its mean of `n` candles | 0 |
/// | `volume_ratio(20)` | volume over its mean of 20 candles, 0 to 20 | 1 |
/// | `candle.range` | `(high - low) / c` | 0 |
/// | `candle.body` | `(c - open) / c` | 0 |
/// | `candle.upper_shadow` | `(high - max(open, c)) / c` | 0 |
/// | `candle.lower_shadow` | `(min(open, c) - low) / c` | 0 |
/// | `gap` | `open / c[1] - 1` | 0 |
/// | `close_in_range(n)` | 0 at the lowest low of `n` candles, 1 at the highest high, clipped | 0.5 |
///
/// A shadow is negative where a venue sends an open or close outside of low and high.
public final class FeatureSet {

    /// Rises when the same expressions give other bits.
    private static final int EXPRESSIONS_VERSION = 3;

    private static final List<String> STANDARD_NAMES =
            List.of(
                    "return(1)",
                    "return(3)",
                    "return(6)",
                    "return(12)",
                    "return(24)",
                    "roc(10)",
                    "momentum(10)",
                    "ema_distance(12)",
                    "ema_distance(26)",
                    "ema_distance(50)",
                    "ema_distance(200)",
                    "macd(12,26,9).line",
                    "macd(12,26,9).signal",
                    "macd(12,26,9).histogram",
                    "rsi(14)",
                    "bollinger(20,2).percent_b",
                    "bollinger(20,2).bandwidth",
                    "natr(14)",
                    "volatility(20)",
                    "zscore(return(1),20)",
                    "volume_ratio(20)",
                    "zscore(volume,20)",
                    "candle.range",
                    "candle.body",
                    "candle.upper_shadow",
                    "candle.lower_shadow",
                    "gap",
                    "close_in_range(1)",
                    "close_in_range(20)");

    private static final FeatureSet STANDARD =
            new FeatureSet(
                    "standard",
                    1,
                    STANDARD_NAMES,
                    STANDARD_NAMES,
                    SignalUses.NONE,
                    _ -> new Features(standard()));

    private final String name;
    private final int version;
    private final List<String> names;
    private final List<String> definitions;
    private final SignalUses signals;
    private final Function<Interval, FeatureVector> vectors;

    private FeatureSet(
            String name,
            int version,
            List<String> names,
            List<String> definitions,
            SignalUses signals,
            Function<Interval, FeatureVector> vectors) {
        this.name = name;
        this.version = version;
        this.names = names;
        this.definitions = definitions;
        this.signals = signals;
        this.vectors = vectors;
    }

    /// The set that a learner uses unless told otherwise.
    public static FeatureSet standard() {
        return STANDARD;
    }

    /// A set of expressions; two sets of equal meaning are the same, however they were written.
    public static FeatureSet of(FeatureExpressions expressions) {
        return new FeatureSet(
                "expressions",
                EXPRESSIONS_VERSION,
                expressions.names(),
                expressions.canonical(),
                expressions.signals(),
                expressions::graph);
    }

    /// The features of a series that has not begun.
    ///
    /// @param interval the length of its candles
    /// @throws ExpressionException when a feature cannot be computed at that interval
    public FeatureVector vector(Interval interval) {
        return vectors.apply(interval);
    }

    /// @return what the set is called
    public String name() {
        return name;
    }

    /// @return the version, from 1; it changes whenever a feature, its definition or the order does
    public int version() {
        return version;
    }

    /// @return the expressions in the order of the vector, unmodifiable
    public List<String> names() {
        return names;
    }

    /// @return which signals the features read
    public SignalUses signals() {
        return signals;
    }

    /// @return how many features there are
    public int size() {
        return names.size();
    }

    /// @return the place of a feature in the vector, from 0
    /// @throws IllegalArgumentException when the set has no such feature
    public int indexOf(String feature) {
        int index = names.indexOf(feature);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "feature must be one of the set " + name + ", was \"" + feature + '"');
        }
        return index;
    }

    /// The set in one line, which a fingerprint may be taken of: name, version and features in
    /// their order, as in `standard 1: return(1) return(3)`.
    public String text() {
        return name + ' ' + version + ": " + String.join(" ", definitions);
    }

    /// The [#text].
    @Override
    public String toString() {
        return text();
    }
}
