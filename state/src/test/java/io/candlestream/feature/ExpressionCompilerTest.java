package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.indicator.Ema;
import io.candlestream.indicator.Node;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionCompilerTest {

    private final GraphBuilder graph = new GraphBuilder();
    private final ExpressionCompiler compiler =
            new ExpressionCompiler(TestCatalog.catalog(), graph, Interval.ONE_MINUTE);

    @Nested
    class Values {

        @Test
        void areThoseOfTheIndicatorsNamed() {
            IndicatorGraph built = graph.build(List.of(node("ema(volume,5)"), node("close")));
            Ema expected = new Ema(5);

            for (Candle candle : RandomCandles.of(1, 50)) {
                built.update(candle);
                expected.update(candle.baseVolume());
                assertThat(built.value(1)).isEqualTo(candle.close());
            }

            assertThat(built.value(0)).isEqualTo(expected.value());
        }

        @Test
        void areOfTheOutputNamed() {
            Node line = node("macd(3,5,2).line");
            Node signal = node("macd(3,5,2).signal");
            Node histogram = node("macd(3,5,2).histogram");
            IndicatorGraph built = graph.build(List.of(line, signal, histogram));

            RandomCandles.of(2, 50).forEach(built::update);

            assertThat(built.value(2)).isEqualTo(built.value(0) - built.value(1));
        }

        @Test
        void areOfTheWordChosen() {
            assertThat(node("edge(low)")).isSameAs(graph.low());
            assertThat(node("edge")).isSameAs(graph.high());
        }
    }

    @Nested
    class EqualMeaning {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ema",
                    "ema()",
                    "ema(12)",
                    " ema( close , 12.0 )",
                    "ema(close)",
                    "ema(period=12)",
                    "ema(period=1.2e1, source=close)",
                    "ema(close, period=+12)",
                    "ema(12, source=close)"
                })
        void isOneNodeAndOneText(String text) {
            assertThat(node(text)).isSameAs(node("ema(close,12)"));
            assertThat(canonical(text)).isEqualTo("ema(close,12)");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "close                           | close",
                    "macd.line                       | macd(close,12,26,9).line",
                    "macd(volume,5).signal           | macd(volume,5,26,9).signal",
                    "ema(macd(ema(3),4,5,6).line, 7) | ema(macd(ema(close,3),4,5,6).line,7)",
                    "scaled                          | scaled(ema(close,2),2)",
                    "scaled(-1e-7)                   | scaled(ema(close,2),-1e-7)",
                    "scaled(-0.0)                    | scaled(ema(close,2),0)",
                    "spread(right=open,left=close)   | spread(close,open)",
                    "edge                            | edge(high)",
                    "note(ChopIndicator)             | note(ChopIndicator)",
                    "on(60m,ema(3))                  | on(1h,ema(close,3))"
                })
        void isWrittenWithEveryDefault(String text, String canonical) {
            assertThat(canonical(text)).isEqualTo(canonical);
            assertThat(canonical(canonical)).isEqualTo(canonical);
            assertThat(node(canonical)).isSameAs(node(text));
        }

        @Test
        void ofPartsIsSharedToo() {
            node("macd(12,26,9).line");
            IndicatorGraph before = graph.build(List.of());

            Node line = node("spread(ema(12),ema(26))");

            assertThat(line).isSameAs(node("macd.line"));
            assertThat(graph.build(List.of(line)).nodeCount()).isEqualTo(before.nodeCount());
        }
    }

    @Nested
    class WhatDoesNotExist {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "5             | column 1: an expression must be a name, was 5",
                    "emma(3)       | column 1: a name must be known, was emma; did you mean ema?",
                    "MACD.line     | column 1: a name must be known, was MACD; did you mean macd?",
                    "ema(clos,3)   | column 5: a name must be known, was clos; did you mean close?",
                    "On(1h,close)  | column 1: a name must be known, was On; did you mean on?",
                    "ema.upper     | column 5: ema has one output without a name, was .upper",
                    "macd(3,4,5)   | column 1: macd must be one of .line, .signal, .histogram; was without an output",
                    "macd.linee    | column 6: macd must be one of .line, .signal, .histogram; was .linee"
                })
        void isANameOrAnOutput(String text, String message) {
            assertRefused(text, message);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "ema(close,0)          | column 11: ema takes a period from 1 to 10000, was 0",
                    "ema( close, 1000000000) | column 13: ema takes a period from 1 to 10000, was 1000000000",
                    "ema(1e400)            | column 5: ema takes a period from 1 to 10000, was 1e400",
                    "ema(-1)               | column 5: ema takes a period from 1 to 10000, was -1",
                    "ema(2.5)              | column 5: ema takes a whole number as period, was 2.5",
                    "ema(close,close)      | column 11: ema takes a number as period, was close",
                    "ema(close,1h)         | column 11: ema takes a number as period, was 1h",
                    "scaled(10.5)          | column 8: scaled takes a factor from -10 to 10, was 10.5",
                    "scaled(-1e400)        | column 8: scaled takes a factor from -10 to 10, was -1e400",
                    "edge(middle)          | column 6: edge takes one of high, low as which, was middle",
                    "edge(5)               | column 6: edge takes one of high, low as which, was 5",
                    "note(a(1))            | column 6: note takes a word as text, was a(1)",
                    "spread(1,2)           | column 8: spread takes an expression as left, was 1",
                    "ema(source=3)         | column 12: ema takes an expression as source, was 3"
                })
        void isAValue(String text, String message) {
            assertRefused(text, message);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "close(1)            | column 7: close takes no arguments, was given 1",
                    "ema(close,3,4)      | column 13: ema takes (source, period), was given 3",
                    "ema(3,4)            | column 7: ema takes (source, period), was given 2",
                    "spread(close)       | column 1: spread takes (left, right), was not given right",
                    "note                | column 1: note takes (text), was not given text",
                    "ema(3, period=4)    | column 8: ema takes period once, was given it twice",
                    "ema(source=open, source=low) | column 18: ema takes source once, was given it twice",
                    "ema(perid=4)        | column 5: ema takes (source, period), was given perid=4",
                    "macd(30,20,9).line  | column 1: macd: fast must be below 20, was 30",
                    "ema(macd(9,3).line) | column 5: macd: fast must be below 3, was 9"
                })
        void isAnArgument(String text, String message) {
            assertRefused(text, message);
        }

        @Test
        void isShownOnlyAsFarAsItCanBeRead() {
            assertThatThrownBy(() -> node("x".repeat(9_000)))
                    .hasMessageStartingWith("column 1: a name must be known, was xxx")
                    .message()
                    .hasSizeLessThan(120);
        }
    }

    @Test
    void deepestExpressionsAreCompiledAtOnce() {
        String deep =
                Stream.iterate("close", inner -> "spread(ema(" + inner + ",2),open)")
                        .skip(31)
                        .findFirst()
                        .orElseThrow();

        assertThat(node(deep).warmUp()).isEqualTo(32);
    }

    @Test
    void equalInputsOnManyPathsAreCountedOnce() {
        Node node = graph.close();
        for (int i = 0; i < 64; i++) {
            Node inner = node;
            node = graph.derived("twice " + i, () -> 2 * inner.value(), inner, inner);
        }

        assertThat(node.warmUp()).isEqualTo(1);
    }

    private void assertRefused(String text, String message) {
        assertThatThrownBy(() -> node(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(message);
    }

    private Node node(String text) {
        return compiler.compile(ExpressionParser.parse(text));
    }

    private String canonical(String text) {
        return compiler.canonical(ExpressionParser.parse(text));
    }
}
