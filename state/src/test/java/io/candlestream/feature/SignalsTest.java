package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.golden.Allocation;
import io.candlestream.signal.Signal;
import io.candlestream.signal.SignalHistory;
import io.candlestream.signal.SignalReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalsTest {

    private static final List<Candle> CANDLES = RandomCandles.of(1, 400);
    private static final long FIRST_CLOSE = CANDLES.getFirst().closeTimeMs();
    private static final List<String> NAMES = List.of("greed", "news");

    @Nested
    class Values {

        @Test
        void areHeldFromTheFirstOnWithTheirAgeInSeconds() {
            String text = "signal(greed), signal_age(greed)";
            SignalHistory history = history("greed", FIRST_CLOSE + 60_000, 42);

            assertThat(fed(text, history, 1).ready()).isFalse();
            assertThat(values(fed(text, history, 2))).containsExactly(42, 0);
            assertThat(values(fed(text, history, 5))).containsExactly(42, 180);
        }

        @Test
        void countAsAbsentBeyondTheGreatestAge() {
            String text = "signal(greed,max_age=2m), signal(greed,2m,-7), signal(greed)";
            SignalHistory history = history("greed", FIRST_CLOSE, 42);

            assertThat(values(fed(text, history, 3))).containsExactly(42, 42, 42);
            assertThat(values(fed(text, history, 4))).containsExactly(0, -7, 42);
        }

        @Test
        void areSourcesOfWhateverTakesASource() {
            SignalHistory history = history("greed", FIRST_CLOSE + 300_000, 42);

            assertThat(fed("ema(signal(greed),2)", history, 6).ready()).isFalse();
            assertThat(values(fed("ema(signal(greed),2)", history, 7))).containsExactly(42);
        }

        @Test
        void allocateNothing() {
            IndicatorGraph graph = graph("signal(greed,max_age=1h), signal_age(greed)");
            SignalHistory history = history("greed", FIRST_CLOSE, 42);
            List<SignalReadings> readings = new ArrayList<>();
            for (Candle candle : CANDLES) {
                readings.add(history.readings(List.of("greed"), candle.closeTimeMs()));
            }

            long allocated =
                    Allocation.least(() -> {
                        for (int i = 0; i < 400; i++) {
                            graph.update(CANDLES.get(i), readings.get(i));
                        }
                    });

            assertThat(allocated).isZero();
        }

        @Test
        void aCandleWithoutItsReadingsIsRefused() {
            assertThatThrownBy(() ->
                            graph("signal(greed)").update(CANDLES.getFirst(), SignalReadings.NONE))
                    .hasMessageContaining("readings of the signals [greed], came with 0");
        }
    }

    @Test
    void restoredAtEveryPrefixItContinuesAsIfNeverStopped() {
        String text = "zscore(signal(greed),5), signal(news,max_age=3m), signal_age(news), close";
        IndicatorGraph unbroken = graph(text);
        IndicatorGraph restarted = graph(text);
        SignalHistory history = new SignalHistory(CANDLES.getFirst().series().instrument(), NAMES);
        for (int i = 0; i < CANDLES.size(); i++) {
            Candle candle = CANDLES.get(i);
            if (i % 3 == 1) {
                history.take(signal(NAMES.get(i / 3 % 2), candle.openTimeMs() + i, i * 0.37));
            }
            SignalReadings readings = history.readings(NAMES, candle.closeTimeMs());
            IndicatorGraph fresh = graph(text);
            StateInput in = new StateInput(saved(restarted));
            fresh.restore(in);
            in.expectEnd();
            restarted = fresh;
            restarted.update(candle, readings);
            unbroken.update(candle, readings);
            assertThat(saved(restarted)).isEqualTo(saved(unbroken));
        }
        assertThat(unbroken.ready()).isTrue();
    }

    @Nested
    class Writing {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        signal(greed)                        | signal(greed,forever,0)
                        signal(greed, max_age=48h)           | signal(greed,2d,0)
                        signal(greed, 7d, otherwise=50.0)    | signal(greed,1w,50)
                        signal(greed, max_age=90s)           | signal(greed,90s,0)
                        signal_age( greed )                  | signal_age(greed)
                        """)
        void hasOneFormOfOneMeaning(String written, String canonical) {
            assertThat(FeatureExpressions.parse(written).canonical()).containsExactly(canonical);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        close, signal()                  | column 8: signal takes (name, max_age, otherwise), was not given name
                        signal(greed, max_age=2)         | column 23: signal takes a number and one of s, m, h, d, w, or forever, as max_age, was 2
                        signal(greed, max_age=0d)        | column 23: signal takes a number and one of
                        signal(greed, otherwise=1e31)    | column 25: signal takes an otherwise from
                        close, signal(Greed)             | column 8: a signal's name must be 1 to 64 of a-z, 0-9 and _
                        signal(1h)                       | column 1: a signal's name must be
                        on(1h, ema(signal(greed),3))     | column 12: a signal must not stand within on
                        """)
        void isRefusedWithTheColumn(String written, String message) {
            assertThatThrownBy(() -> FeatureExpressions.parse(written))
                    .isInstanceOf(ExpressionException.class)
                    .hasMessageStartingWith(message);
        }
    }

    @Nested
    class Uses {

        private final SignalUses uses =
                FeatureExpressions.parse(
                                "close, ema(signal(news),3), signal_age(greed), signal(news)")
                        .signals();

        @Test
        void areNamedOnceInTheOrderOfWriting() {
            assertThat(uses.names()).containsExactly("news", "greed");
            assertThat(FeatureExpressions.parse("close").signals().isEmpty()).isTrue();
        }

        @Test
        void mustComeAtAll() {
            uses.require("test:A", Set.of("greed", "news", "funding"));

            assertThatThrownBy(() -> uses.require("test:A", Set.of("news", "funding")))
                    .isInstanceOf(ExpressionException.class)
                    .hasMessage(
                            "column 29: signal greed must come for test:A at least once, there come"
                                    + " only funding, news");
            assertThatThrownBy(() -> uses.require("test:A", Set.of()))
                    .hasMessage(
                            "column 12: signal news must come for test:A at least once, there are no"
                                    + " signals for it");
        }
    }

    private static IndicatorGraph graph(String text) {
        return FeatureExpressions.parse(text).graph(Interval.ONE_MINUTE);
    }

    private static Signal signal(String name, long timeMs, double value) {
        return new Signal(CANDLES.getFirst().series().instrument(), name, timeMs, value);
    }

    private static SignalHistory history(String name, long timeMs, double value) {
        SignalHistory history =
                new SignalHistory(CANDLES.getFirst().series().instrument(), List.of(name));
        history.take(signal(name, timeMs, value));
        return history;
    }

    /// @return a new graph that has taken the first candles
    private static IndicatorGraph fed(String text, SignalHistory history, int count) {
        IndicatorGraph graph = graph(text);
        for (Candle candle : CANDLES.subList(0, count)) {
            graph.update(candle, history.readings(history.names(), candle.closeTimeMs()));
        }
        return graph;
    }

    private static double[] values(IndicatorGraph graph) {
        double[] values = new double[graph.size()];
        graph.values(values);
        return values;
    }

    private static byte[] saved(IndicatorGraph graph) {
        StateOutput out = new StateOutput();
        graph.save(out);
        return out.toByteArray();
    }
}
