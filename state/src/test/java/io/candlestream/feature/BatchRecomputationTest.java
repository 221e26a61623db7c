package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Market;
import io.candlestream.golden.GoldenTable;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every output of the catalog, computed candle by candle, is its plain definition over the whole
/// series, at every candle from the warm-up on.
///
/// It is so on 200 seeded series of the kinds of [Market] and on the golden candles, to 1e-9 of the
/// value; where the value is a difference that cancels, to 1e-9 of the larger of what is
/// subtracted, which [BatchDefinition] states beside the definition.
///
/// Signals are without: they do not follow from candles, and [SignalsTest] is their contract. So is
/// `ta4j`, which is no definition of the catalog: its batch is ta4j itself, in [Ta4jCallsTest].
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BatchRecomputationTest {

    private static final double SHARE = 1e-9;
    private static final int RUNS = 200;

    private final List<List<Candle>> series =
            Stream.concat(
                            Stream.of(GoldenTable.candles()),
                            LongStream.rangeClosed(1, RUNS).mapToObj(Market::candles))
                    .toList();
    private final List<BatchCandles> columns = series.stream().map(BatchCandles::new).toList();

    static Stream<BatchDefinition> definitions() {
        return Stream.of(
                        BatchPrices.definitions(),
                        BatchTrends.definitions(),
                        BatchMomentum.definitions(),
                        BatchVolatility.definitions(),
                        BatchVolumes.definitions(),
                        BatchStatistics.definitions(),
                        BatchPatterns.definitions(),
                        BatchStructure.definitions(),
                        BatchTimes.definitions())
                .flatMap(List::stream);
    }

    @Test
    void hasADefinitionOfEveryOutputOfTheCatalog() {
        List<String> defined = definitions().map(BatchDefinition::text).toList();

        assertThat(defined).doesNotHaveDuplicates().containsAll(outputs());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("definitions")
    void isItsDefinition(BatchDefinition definition) {
        FeatureExpressions expressions = FeatureExpressions.parse(definition.text());
        for (int seed = 0; seed < series.size(); seed++) {
            assertClose(
                    definition.text() + ", seed " + seed,
                    computed(expressions.graph(Interval.ONE_MINUTE), series.get(seed)),
                    definition.over().apply(columns.get(seed)));
        }
    }

    private static double[] computed(IndicatorGraph graph, List<Candle> candles) {
        double[] values = new double[candles.size()];
        for (int row = 0; row < values.length; row++) {
            graph.update(candles.get(row));
            values[row] = graph.ready() ? graph.value(0) : Double.NaN;
        }
        return values;
    }

    private static void assertClose(String what, double[] values, BatchDefinition.Expected all) {
        for (int row = 0; row < values.length; row++) {
            double expected = all.value(row);
            double largest = all.largest(row);
            if (!isWithin(SHARE * largest, values[row], expected)) {
                assertThat(values[row])
                        .as("%s, row %s, of terms as large as %s", what, row, largest)
                        .isCloseTo(expected, within(SHARE * largest));
            }
        }
    }

    private static boolean isWithin(double tolerance, double value, double expected) {
        return Double.isNaN(value)
                ? Double.isNaN(expected)
                : Math.abs(value - expected) <= tolerance;
    }

    private static List<String> outputs() {
        return CatalogEntry.all(Catalog.standard())
                .filter(entry -> entry.definition().category() != Category.SIGNAL)
                .map(entry -> entry.text().replace("()", ""))
                .toList();
    }
}
