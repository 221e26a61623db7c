package io.candlestream.feature;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FeatureSetsTest {

    /// Names whose value has the unit of the price or of the volume, or grows with time.
    private static final Set<String> RAW =
            Set.of(
                    "open",
                    "high",
                    "low",
                    "close",
                    "volume",
                    "sma",
                    "ema",
                    "wma",
                    "macd",
                    "apo",
                    "momentum",
                    "atr",
                    "true_range",
                    "stddev",
                    "variance",
                    "obv",
                    "ad",
                    "ad_oscillator",
                    "sar",
                    "highest",
                    "lowest",
                    "pivot_high",
                    "pivot_low",
                    "classic_pivots",
                    "heikin_ashi");

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "default", "everything"})
    void everyFeatureIsThereOnce(String name) {
        assertThat(FeatureSets.named(name, Catalog.standard())).doesNotHaveDuplicates();
    }

    @Test
    void sizesAreThoseThatAreTold() {
        assertThat(FeatureSets.named("minimal", Catalog.standard())).hasSize(10);
        assertThat(FeatureSets.named("default", Catalog.standard())).hasSize(78);
    }

    @Test
    void nothingInTheReadySetsHasTheUnitOfThePriceOrGrows() {
        for (String expression : FeatureSets.named("default", Catalog.standard())) {
            assertThat(RAW).doesNotContain(name(expression));
        }
        assertThat(FeatureSets.named("default", Catalog.standard()))
                .containsAll(FeatureSets.named("minimal", Catalog.standard()));
    }

    @Test
    void everythingIsEveryOutputOfCandlesAtItsDefaults() {
        List<String> everything = FeatureSets.named("everything", Catalog.standard());

        assertThat(everything)
                .contains(
                        "close",
                        "gap",
                        "close_in_range(20)",
                        "candle.upper_shadow",
                        "ichimoku(9,26,52).span_a",
                        "supertrend(10,3).value",
                        "variance_ratio(100,5)",
                        "session.asia");
        assertThat(everything.stream().map(FeatureSetsTest::name).collect(Collectors.toSet()))
                .isEqualTo(
                        Catalog.standard().all().stream()
                                .filter(one -> one.category() != Category.SIGNAL)
                                .map(Definition::name)
                                .collect(Collectors.toSet()));
    }

    @Test
    void sourcesWithoutDefaultAreWrittenAndWordsWithoutDefaultLeftOut() {
        Catalog catalog =
                new Catalog(
                        List.of(
                                definition("plain", List.of(Parameter.source())),
                                definition(
                                        "pair",
                                        List.of(
                                                Parameter.source("x"),
                                                Parameter.source("y"),
                                                Parameter.period(30))),
                                definition(
                                        "signal",
                                        List.of(new Parameter.Word("name", "", List.of())))));

        assertThat(FeatureSets.named("everything", catalog))
                .containsExactly("plain", "pair(close,volume,30)");
    }

    @Test
    void theStateOfTheDefaultSetIsSmallAndDoesNotGrow() {
        IndicatorGraph graph = FeatureSets.parse("default").graph(Interval.ONE_MINUTE);
        int atFirst = saved(graph).length;

        for (Candle candle : RandomCandles.of(3, 1_000)) {
            graph.update(candle);
            assertThat(saved(graph)).hasSize(atFirst);
        }

        assertThat(graph.ready()).isTrue();
        assertThat(atFirst).isLessThan(24 * 1024);
    }

    @Test
    void anUnknownSetIsRefused() {
        assertThatThrownBy(() -> FeatureSets.named("all", Catalog.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a feature set must be minimal, default or everything, was \"all\"");
    }

    private static String name(String expression) {
        return expression.split("[(.]", 2)[0];
    }

    private static Definition definition(String name, List<Parameter> parameters) {
        return Definition.of(
                name, Category.PRICE, name, name, name, parameters, (graph, _) -> graph.close());
    }
}
