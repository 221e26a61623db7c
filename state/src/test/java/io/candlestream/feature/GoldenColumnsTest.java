package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.feature.Expression.Term;
import io.candlestream.golden.GoldenTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// TA-Lib's columns by their headers, which are expressions; from row 500 on, when nothing is left
/// of the seeds.
final class GoldenColumnsTest {

    private static final int FIRST_ROW = 500;
    private static final List<Candle> CANDLES = GoldenTable.candles();
    private static final GoldenTable TA_LIB = GoldenTable.taLib();

    /// Names that the catalog does not have yet.
    private static final List<String> NOT_DEFINED_YET =
            List.of(
                    "sma",
                    "ema",
                    "wma",
                    "dema",
                    "tema",
                    "trima",
                    "kama",
                    "t3",
                    "rsi",
                    "macd",
                    "ppo",
                    "apo",
                    "roc",
                    "momentum",
                    "cmo",
                    "cci",
                    "williams_r",
                    "mfi",
                    "adx",
                    "adxr",
                    "dx",
                    "plus_di",
                    "minus_di",
                    "aroon",
                    "stochastic",
                    "fast_stochastic",
                    "stochastic_rsi",
                    "ultimate_oscillator",
                    "bop",
                    "trix",
                    "atr",
                    "natr",
                    "true_range",
                    "bollinger",
                    "stddev",
                    "variance",
                    "obv",
                    "ad",
                    "ad_oscillator",
                    "sar",
                    "linear_regression",
                    "midpoint",
                    "midprice",
                    "highest",
                    "lowest",
                    "correlation",
                    "typical_price",
                    "median_price",
                    "weighted_close",
                    "pattern");

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("columns")
    void isTaLibs(String column) {
        IndicatorGraph graph = FeatureExpressions.parse(column).graph(Interval.ONE_MINUTE);
        double[] expected = TA_LIB.column(column);
        boolean isPattern = name(column).equals("pattern");

        for (int row = 0; row < expected.length; row++) {
            graph.update(CANDLES.get(row));
            if (row >= FIRST_ROW) {
                double tolerance = isPattern ? 0 : 1e-8 * Math.max(1, Math.abs(expected[row]));
                assertThat(graph.value(0))
                        .as("%s in row %s", column, row)
                        .isCloseTo(expected[row], within(tolerance));
            }
        }
    }

    @Test
    void everyNameIsDefinedButTheseFew() {
        assertThat(
                        header().map(GoldenColumnsTest::name)
                                .filter(name -> !isDefined(name))
                                .distinct())
                .isSubsetOf(NOT_DEFINED_YET);
    }

    static Stream<String> columns() {
        return header().filter(column -> isDefined(name(column)));
    }

    private static Stream<String> header() {
        return TA_LIB.header().stream().filter(column -> !column.equals("open_time"));
    }

    private static String name(String column) {
        return ((Term) ExpressionParser.parse(column)).name();
    }

    private static boolean isDefined(String name) {
        return Catalog.standard().find(name) != null;
    }
}
