package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nobody's numbers depend on whether prices are in dollars or in cents: an output is of some power
/// of the price, often the 0th. A threshold that is an amount of money would be found here.
///
/// Scaling by a power of two is exact, and so is the comparison.
final class CatalogUnitsTest {

    private static final double FACTOR = 8;
    private static final int MOST_POWER = 3;

    /// By TA-Lib's definition: the arc tangent of a slope is that of an amount of money.
    private static final String ANGLE_OF_A_PRICE = "linear_regression().angle";

    static Stream<CatalogEntry> outputs() {
        return CatalogEntry.all(Catalog.standard())
                .filter(entry -> entry.definition().category() != Category.SIGNAL)
                .filter(entry -> !entry.text().equals(ANGLE_OF_A_PRICE));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void scalesWithThePrices(CatalogEntry entry) {
        assertThat(powers(entry, FACTOR, 1)).as("powers of the price of %s", entry).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void scalesWithTheVolumes(CatalogEntry entry) {
        assertThat(powers(entry, 1, FACTOR)).as("powers of the volume of %s", entry).isNotEmpty();
    }

    /// The powers that fit at every candle; more than one where everything is 0.
    private static List<Integer> powers(CatalogEntry entry, double ofPrice, double ofVolume) {
        IndicatorGraph graph = entry.graph(Catalog.standard());
        IndicatorGraph scaled = entry.graph(Catalog.standard());
        List<Integer> powers =
                new ArrayList<>(IntStream.rangeClosed(-MOST_POWER, MOST_POWER).boxed().toList());
        for (Candle candle : RandomCandles.of(8, 3 * graph.warmUp() + 300)) {
            graph.update(candle);
            scaled.update(scaled(candle, ofPrice, ofVolume));
            if (graph.ready()) {
                double value = graph.value(0);
                double other = scaled.value(0);
                powers.removeIf(power -> other != value * Math.pow(FACTOR, power));
            }
        }
        return powers;
    }

    private static Candle scaled(Candle candle, double ofPrice, double ofVolume) {
        return new Candle(
                candle.series(),
                candle.openTimeMs(),
                candle.open() * ofPrice,
                candle.high() * ofPrice,
                candle.low() * ofPrice,
                candle.close() * ofPrice,
                candle.baseVolume() * ofVolume);
    }
}
