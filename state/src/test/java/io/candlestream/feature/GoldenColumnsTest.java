package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.feature.Expression.Term;
import io.candlestream.golden.GoldenTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// TA-Lib's columns by their headers, which are expressions; from row 500 on, when nothing is left
/// of the seeds, and the patterns, which have none, from their first value on.
final class GoldenColumnsTest {

    private static final int SEEDS_FADED = 500;
    private static final int FIRST_PATTERN = 13;
    private static final List<Candle> CANDLES = GoldenTable.candles();
    private static final GoldenTable TA_LIB = GoldenTable.taLib();

    @ParameterizedTest
    @MethodSource("columns")
    void isTaLibs(String column) {
        IndicatorGraph graph = FeatureExpressions.parse(column).graph(Interval.ONE_MINUTE);
        double[] expected = TA_LIB.column(column);
        boolean isPattern = name(column).equals("pattern");
        int firstRow = isPattern ? FIRST_PATTERN : SEEDS_FADED;

        for (int row = 0; row < expected.length; row++) {
            graph.update(CANDLES.get(row));
            if (row >= firstRow) {
                double tolerance = isPattern ? 0 : 1e-8 * Math.max(1, Math.abs(expected[row]));
                assertThat(graph.value(0))
                        .as("%s in row %s", column, row)
                        .isCloseTo(expected[row], within(tolerance));
            }
        }
    }

    static Stream<String> columns() {
        return TA_LIB.header().stream().filter(column -> !column.equals("open_time"));
    }

    private static String name(String column) {
        return ((Term) ExpressionParser.parse(column)).name();
    }
}
