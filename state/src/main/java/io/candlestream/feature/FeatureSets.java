package io.candlestream.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Ready sets of features, as expressions.
///
/// | set | features | for |
/// |---|---|---|
/// | `minimal` | 10 | a first try, and the smallest state |
/// | `default` | 78 | every category, stationary by construction |
/// | `everything` | all outputs of all definitions over candles, at their defaults | looking for what helps |
///
/// The first two hold nothing that has the unit of the price or of the volume, and nothing that
/// grows with time: ratios, shares of the price, oscillators and counts. So they mean the same for
/// every instrument and every year. `everything` makes no such choice.
public final class FeatureSets {

    private static final List<String> MINIMAL =
            List.of(
                    "return(1)",
                    "return(12)",
                    "candle.range",
                    "close_in_range(20)",
                    "ema_distance(26)",
                    "rsi(14)",
                    "natr(14)",
                    "bollinger(20,2).percent_b",
                    "volume_ratio(20)",
                    "trend_strength(20)");

    private static final List<String> PRICE =
            List.of(
                    "return(1)",
                    "return(3)",
                    "return(6)",
                    "return(12)",
                    "return(24)",
                    "gap",
                    "candle.range",
                    "candle.body",
                    "candle.upper_shadow",
                    "candle.lower_shadow",
                    "close_in_range(1)",
                    "close_in_range(20)",
                    "streak");

    private static final List<String> TREND =
            List.of(
                    "ema_distance(12)",
                    "ema_distance(26)",
                    "ema_distance(50)",
                    "ema_distance(200)",
                    "sma_distance(20)",
                    "adx(14)",
                    "plus_di(14)",
                    "minus_di(14)",
                    "aroon(25).oscillator",
                    "supertrend(10,3).direction",
                    "supertrend(10,3).distance",
                    "ichimoku(9,26,52).lagging_distance",
                    "ichimoku(9,26,52).cloud_distance");

    private static final List<String> MOMENTUM =
            List.of(
                    "rsi(14)",
                    "ppo(12,26)",
                    "roc(10)",
                    "stochastic(14,3,3).k",
                    "stochastic(14,3,3).d",
                    "williams_r(14)",
                    "cci(20)",
                    "cmo(14)",
                    "trix(15)",
                    "ultimate_oscillator(7,14,28)");

    private static final List<String> VOLATILITY =
            List.of(
                    "natr(14)",
                    "true_range_ratio",
                    "bollinger(20,2).percent_b",
                    "bollinger(20,2).bandwidth",
                    "volatility(20)",
                    "volatility(100)",
                    "parkinson(20)",
                    "garman_klass(20)",
                    "yang_zhang(20)",
                    "choppiness(14)",
                    "drawdown(100)");

    private static final List<String> VOLUME =
            List.of(
                    "volume_ratio(20)",
                    "zscore(volume,20)",
                    "mfi(14)",
                    "chaikin_money_flow(20)",
                    "correlation(close,volume,30)");

    private static final List<String> STATISTICS =
            List.of(
                    "zscore(return(1),20)",
                    "skewness(return(1),50)",
                    "kurtosis(return(1),50)",
                    "autocorrelation(return(1),50,1)",
                    "percentile_rank(close,100)",
                    "variance_ratio(close,100,5)",
                    "entropy(close,50)");

    private static final List<String> PATTERN =
            List.of(
                    "pattern.doji",
                    "pattern.hammer",
                    "pattern.shooting_star",
                    "pattern.engulfing",
                    "pattern.harami",
                    "pattern.morning_star",
                    "pattern.evening_star");

    private static final List<String> STRUCTURE =
            List.of(
                    "support_distance(10)",
                    "resistance_distance(10)",
                    "swing(5).trend",
                    "trend_strength(20)",
                    "efficiency_ratio(10)",
                    "breakout(20)",
                    "range_expansion(20)");

    private static final List<String> TIME =
            List.of("hour.sin", "hour.cos", "weekday.sin", "weekday.cos", "is_weekend");

    private static final List<String> DEFAULT =
            Stream.of(
                            PRICE,
                            TREND,
                            MOMENTUM,
                            VOLATILITY,
                            VOLUME,
                            STATISTICS,
                            PATTERN,
                            STRUCTURE,
                            TIME)
                    .flatMap(List::stream)
                    .toList();

    /// The names of the sets.
    public static final List<String> NAMES = List.of("minimal", "default", "everything");

    private FeatureSets() {}

    /// What a user writes for features: expressions separated by commas, of which some may be names
    /// of sets and stand for what is in them.
    ///
    /// @throws ExpressionException when the text is no such list, or asks for what does not exist
    public static FeatureExpressions parse(String text) {
        Catalog catalog = Catalog.standard();
        List<Expression> all = new ArrayList<>();
        for (Expression expression : ExpressionParser.parseList(text)) {
            String name = expression.toString();
            if (NAMES.contains(name)) {
                named(name, catalog).forEach(one -> all.add(ExpressionParser.parse(one)));
            } else {
                all.add(expression);
            }
        }
        return FeatureExpressions.of(catalog, all);
    }

    /// The set of that name.
    ///
    /// @param name `minimal`, `default` or `everything`
    /// @param catalog what `everything` is made of
    /// @return expressions, unmodifiable, each once
    /// @throws IllegalArgumentException when there is no such set
    public static List<String> named(String name, Catalog catalog) {
        return switch (name) {
            case "minimal" -> MINIMAL;
            case "default" -> DEFAULT;
            case "everything" -> everything(catalog);
            default ->
                    throw new IllegalArgumentException(
                            "a feature set must be minimal, default or everything, was \""
                                    + name
                                    + '"');
        };
    }

    /// Leaves out what cannot be written without knowing more: a definition with a parameter that
    /// is no source and has no default.
    private static List<String> everything(Catalog catalog) {
        return catalog.all().stream()
                .filter(FeatureSets::hasDefaults)
                .flatMap(FeatureSets::outputs)
                .toList();
    }

    private static boolean hasDefaults(Definition definition) {
        return definition.parameters().stream()
                .allMatch(parameter ->
                        parameter instanceof Parameter.Source
                                || !parameter.defaultText().isEmpty());
    }

    private static Stream<String> outputs(Definition definition) {
        String use = use(definition);
        return definition.outputs().isEmpty()
                ? Stream.of(use)
                : definition.outputs().stream().map(output -> use + '.' + output);
    }

    /// Name and defaults; the first source stays unwritten when it is the close by default.
    private static String use(Definition definition) {
        List<Parameter> parameters = definition.parameters();
        List<String> written = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            String text = parameters.get(i).defaultText();
            boolean understood =
                    i == 0 && parameters.get(i) instanceof Parameter.Source && text.equals("close");
            if (!understood) {
                written.add(text.isEmpty() ? missing(i) : text);
            }
        }
        return written.isEmpty()
                ? definition.name()
                : definition.name() + '(' + String.join(",", written) + ')';
    }

    /// What stands for a source without a default: the close, and the volume for any after it.
    private static String missing(int place) {
        return place == 0 ? "close" : "volume";
    }
}
