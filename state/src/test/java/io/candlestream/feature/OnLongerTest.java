package io.candlestream.feature;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Resampler;
import io.candlestream.candle.Series;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import io.candlestream.golden.SharedCandles;
import io.candlestream.seed.Seeded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OnLongerTest {

    private static final String EXPRESSIONS =
            "on(5m,ema(3)), on(5m,macd(2,4,3).histogram), on(15m,spread(high,low)),"
                    + " ema(on(5m,volume),4), spread(close,on(5m,close)), ema(6)";

    @Nested
    class Values {

        @Test
        void areOfTheLastClosedCandleAndNeverOfTheOneInTheMaking() {
            IndicatorGraph graph = graph("on(5m,close)");
            List<Candle> candles = RandomCandles.of(1, 100);

            for (int i = 0; i < candles.size(); i++) {
                graph.update(candles.get(i));
                int closed = (i + 1) / 5;
                assertThat(graph.ready(0)).isEqualTo(closed > 0);
                if (closed > 0) {
                    assertThat(graph.value(0)).isEqualTo(candles.get(5 * closed - 1).close());
                }
            }
        }

        @Seeded(runs = 50)
        void areThoseOfALonelyGraphOverTheLongerCandles(long seed) {
            IndicatorGraph graph = graph("on(15m,macd(2,4,3).histogram)");
            IndicatorGraph longer = graph("macd(2,4,3).histogram");
            Resampler resampler =
                    new Resampler(Interval.ONE_MINUTE, Interval.parse("15m"), longer::update);

            for (Candle candle : withGaps(seed, 600)) {
                graph.update(candle);
                resampler.update(
                        candle.openTimeMs(),
                        candle.open(),
                        candle.high(),
                        candle.low(),
                        candle.close(),
                        candle.baseVolume());
                assertThat(row(graph)).isEqualTo(row(longer));
            }
        }

        @Test
        void doNotChangeWithWhatComesLater() {
            List<Candle> candles = withGaps(3, 300);
            IndicatorGraph graph = graph(EXPRESSIONS);
            for (int i = 0; i < candles.size(); i++) {
                graph.update(candles.get(i));
                IndicatorGraph prefix = graph(EXPRESSIONS);
                candles.subList(0, i + 1).forEach(prefix::update);
                assertThat(row(prefix)).isEqualTo(row(graph));
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"BTCUSDT", "ETHUSDT"})
        void areThoseOfTheVenuesHoursOverItsQuarterHours(String symbol) throws IOException {
            Interval quarter = Interval.parse("15m");
            String file = "binance/" + symbol;
            List<Candle> quarters = SharedCandles.read(file + "-15m.csv.gz", quarter);
            List<Candle> hours = SharedCandles.read(file + "-1h.csv.gz", Interval.ONE_HOUR);
            hours =
                    hours.stream()
                            .dropWhile(hour -> hour.openTimeMs() < quarters.getFirst().openTimeMs())
                            .toList();
            IndicatorGraph graph = features("on(1h,macd.signal)").graph(quarter);
            IndicatorGraph hourly = features("macd.signal").graph(Interval.ONE_HOUR);

            for (int i = 0; i < quarters.size(); i++) {
                graph.update(quarters.get(i));
                if (i % 4 == 3) {
                    hourly.update(hours.get(i / 4));
                }
                assertThat(row(graph)).isEqualTo(row(hourly));
            }
            assertThat(hourly.ready()).isTrue();
        }
    }

    @Nested
    class WarmUp {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"on(5m,close)|9", "on(5m,ema(3))|19", "ema(on(5m,ema(3)),4)|22"})
        void isTheMostItMayTakeWithoutGaps(String text, int stated) {
            assertThat(graph(text).warmUp()).isEqualTo(stated);

            int most = 0;
            int least = Integer.MAX_VALUE;
            for (int leftOut = 0; leftOut < 5; leftOut++) {
                int taken = taken(graph(text), RandomCandles.of(1, 100), leftOut);
                most = Math.max(most, taken);
                least = Math.min(least, taken);
            }

            assertThat(most).isEqualTo(stated);
            assertThat(least).isEqualTo(stated - 4);
        }

        @Test
        void isTheLargestNumberWhereItWouldBeBeyond() {
            Interval second = Interval.parse("1s");

            assertThat(features("on(1w,ema(10000))").graph(second).warmUp())
                    .isEqualTo(Integer.MAX_VALUE);
            assertThat(features("ema(on(1w,ema(10000)),5)").graph(second).warmUp())
                    .isEqualTo(Integer.MAX_VALUE);
        }

        private static int taken(IndicatorGraph graph, List<Candle> candles, int from) {
            int taken = 0;
            while (!graph.ready()) {
                graph.update(candles.get(from + taken));
                taken++;
            }
            return taken;
        }
    }

    @Nested
    class Memory {

        @Test
        void restoredAtAnyPrefixItContinuesAsIfNeverStopped() {
            List<Candle> candles = withGaps(5, 200);
            for (int stop = 0; stop < candles.size(); stop++) {
                IndicatorGraph unbroken = graph(EXPRESSIONS);
                candles.subList(0, stop).forEach(unbroken::update);
                IndicatorGraph restored = graph(EXPRESSIONS);
                StateInput in = new StateInput(saved(unbroken));
                restored.restore(in);
                in.expectEnd();

                for (Candle candle : candles.subList(stop, candles.size())) {
                    unbroken.update(candle);
                    restored.update(candle);
                    assertThat(row(restored)).as("stopped after %s", stop).isEqualTo(row(unbroken));
                }
                assertThat(saved(restored)).isEqualTo(saved(unbroken));
            }
        }

        @Test
        void isOfConstantSize() {
            IndicatorGraph graph = graph(EXPRESSIONS);
            int size = saved(graph).length;

            for (Candle candle : withGaps(6, 200)) {
                graph.update(candle);
                assertThat(saved(graph)).hasSize(size);
            }
        }

        @Test
        void ofNothingNewIsNeeded() {
            IndicatorGraph graph = graph(EXPRESSIONS);
            double[] values = new double[graph.size()];
            List<Candle> candles = RandomCandles.of(7, 5_000);

            assertThat(
                            Allocation.least(() -> {
                                for (int i = 0; i < candles.size(); i++) {
                                    graph.update(candles.get(i));
                                    graph.values(values);
                                }
                            }))
                    .isZero();
        }

        @Test
        void isSharedByAllOnTheSameInterval() {
            GraphBuilder builder = new GraphBuilder();
            ExpressionCompiler compiler =
                    new ExpressionCompiler(TestCatalog.catalog(), builder, Interval.ONE_MINUTE);

            compiler.compile(ExpressionParser.parse("on(1h,macd.line)"));
            int nodes = builder.build(List.of()).nodeCount();
            LongerCandles hours = builder.longer(Interval.ONE_MINUTE, Interval.ONE_HOUR);
            int hourly = hours.graph().build(List.of()).nodeCount();
            compiler.compile(ExpressionParser.parse("on(60m,ema(26))"));
            compiler.compile(ExpressionParser.parse("on(1h,macd.line)"));

            assertThat(builder.build(List.of()).nodeCount()).isEqualTo(nodes + 1);
            assertThat(hours.graph().build(List.of()).nodeCount()).isEqualTo(hourly);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on(1m,close)  | column 4: on takes an interval longer than the candles' 1m, and a multiple of it, was 1m",
                "on( 30s,close) | column 5: on takes an interval longer than the candles' 1m, and a multiple of it, was 30s",
                "ema(on(expression=close, interval=90s),3) | column 35: on takes an interval longer than the candles' 1m, and a multiple of it, was 90s",
                "on(7m,close)  | column 4: on: interval must be whole seconds that divide a day, or one week, was 420000 ms",
                "on(1.5h,close) | column 4: on: interval must be a number and one of s, m, h, d, w, as in 15m, was \"1.5h\"",
                "on(60,close)  | column 4: on: interval must be a number and one of s, m, h, d, w, as in 15m, was \"60\"",
                "on(a(1),close) | column 4: on: interval must be a number and one of s, m, h, d, w, as in 15m, was \"a(1)\"",
                "on(1h,ema(on(2h,close),3)) | column 11: on must not stand within another on, was on(2h,close)",
                "on(1h)        | column 1: on takes (interval, expression), was not given expression",
                "on(1h,5)      | column 7: on takes an expression as expression, was 5",
                "on(1h,close).x | column 14: on has one output without a name, was .x",
                "on(1h,ema(0)) | column 11: ema takes a period from 1 to 10000, was 0",
                "on(1h,macd(9,3).line) | column 7: macd: fast must be below 3, was 9"
            })
    void whatCannotBeIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> graph(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(message);
    }

    private static IndicatorGraph graph(String text) {
        return features(text).graph(Interval.ONE_MINUTE);
    }

    private static FeatureExpressions features(String text) {
        return FeatureExpressions.of(TestCatalog.catalog(), ExpressionParser.parseList(text));
    }

    private static double[] row(IndicatorGraph graph) {
        double[] values = new double[graph.size()];
        Arrays.fill(values, -1);
        graph.values(values);
        return values;
    }

    private static List<Candle> withGaps(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        Series series = RandomCandles.of(seed, 1).getFirst().series();
        List<Candle> candles = new ArrayList<>(RandomCandles.of(series, seed, count));
        candles.removeIf(_ -> random.nextDouble() < 0.1);
        return candles;
    }
}
