package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.golden.GoldenBytes;
import io.candlestream.golden.GoldenTable;
import io.candlestream.indicator.Batch;
import io.candlestream.indicator.IndicatorContract;
import io.candlestream.indicator.Subject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeaturesTest implements IndicatorContract {

    private static final FeatureSet SET = FeatureSet.standard();
    private static final List<Candle> CANDLES = GoldenTable.candles();
    private static final GoldenTable TA_LIB = GoldenTable.taLib();

    @Override
    public Subject subject() {
        return new FeatureSubject(new Features(SET));
    }

    @Override
    public double[] recomputed(List<Candle> candles) {
        return SET.names().stream().mapToDouble(name -> recomputed(name, candles)).toArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roc(10)",
                "momentum(10)",
                "macd(12,26,9).line",
                "macd(12,26,9).signal",
                "macd(12,26,9).histogram",
                "rsi(14)",
                "natr(14)"
            })
    void isTaLibsWhereTaLibHasTheColumn(String feature) {
        assertFollows(feature, TA_LIB.column(feature));
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 200})
    void emaDistanceIsThatOfTaLibsAverage(int period) {
        double[] closes = Batch.of(CANDLES, Candle::close);
        double[] averages = TA_LIB.column("ema(" + period + ")");

        assertFollows(
                "ema_distance(" + period + ")",
                combined(closes, averages, (close, average) -> close / average - 1));
    }

    @Test
    void volumeRatioIsThatOfTaLibsAverage() {
        double[] volumes = Batch.of(CANDLES, Candle::baseVolume);
        double[] averages = TA_LIB.column("sma(volume,20)");

        assertFollows(
                "volume_ratio(20)",
                combined(volumes, averages, (volume, average) -> volume / average));
    }

    @Test
    void percentBIsThatOfTaLibsBands() {
        double[] closes = Batch.of(CANDLES, Candle::close);
        double[] upper = TA_LIB.column("bollinger(20,2).upper");
        double[] lower = TA_LIB.column("bollinger(20,2).lower");

        double[] widths = combined(upper, lower, (top, bottom) -> top - bottom);
        double[] heights = combined(closes, lower, (close, bottom) -> close - bottom);
        assertFollows(
                "bollinger(20,2).percent_b",
                combined(heights, widths, (height, width) -> height / width));
    }

    @Nested
    class WhenNothingMovesAndNothingIsTraded {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        bollinger(20,2).percent_b | 0.5
                        volume_ratio(20)          | 1
                        close_in_range(1)         | 0.5
                        close_in_range(20)        | 0.5
                        """)
        void whatIsRelativeIsInTheMiddle(String feature, double expected) {
            assertThat(flatRow()[SET.indexOf(feature)]).isEqualTo(expected);
        }

        @Test
        void everythingElseIsZero() {
            double[] row = flatRow();

            for (String name : SET.names()) {
                if (!name.matches("(bollinger.*percent_b|volume_ratio|close_in_range).*")) {
                    assertThat(row[SET.indexOf(name)]).as(name).isZero();
                }
            }
        }

        private static double[] flatRow() {
            Features features = new Features(SET);
            RandomCandles.flat(0.1, 500).forEach(features::update);
            return row(features);
        }
    }

    @Test
    void keepsTheCloseInRangeWhenAVenueSendsItOutside() {
        Candle template = RandomCandles.of(1, 1).getFirst();
        Features features = new Features(SET);

        for (int i = 0; i < 200; i++) {
            features.update(new Candle(template.series(), i * 60_000L, 3, 2, 1, 3, 0));
        }

        assertThat(row(features)[SET.indexOf("close_in_range(1)")]).isEqualTo(1);
        assertThat(row(features)[SET.indexOf("close_in_range(20)")]).isEqualTo(1);
        assertThat(row(features)[SET.indexOf("candle.upper_shadow")]).isEqualTo((2 - 3) / 3.0);
    }

    @Test
    void refusesAVectorOfAnotherLength() {
        Features features = new Features(SET);
        RandomCandles.of(1, 200).forEach(features::update);

        assertThatThrownBy(() -> features.values(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the vector must hold 29 features, held 3");
    }

    @Test
    void needsAsManyCandlesAsItsSlowestAverage() {
        Features features = new Features(SET);

        assertThat(features.warmUp()).isEqualTo(200);
        assertThat(features.set()).isSameAs(SET);
        assertThatThrownBy(() -> features.values(new double[SET.size()]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("features need 200 candles, there were fewer");
    }

    @Test
    void stateIsTheGoldenBytes() throws IOException {
        Features features = new Features(SET);
        RandomCandles.of(1, 300).forEach(features::update);

        GoldenBytes.assertSavedAs("features/standard-1-after-300.hex", features);
    }

    private static void assertFollows(String feature, double[] expected) {
        Features features = new Features(SET);
        for (int row = 0; row < CANDLES.size(); row++) {
            features.update(CANDLES.get(row));
            if (row >= 500) {
                double tolerance = 1e-8 * Math.max(1, Math.abs(expected[row]));
                assertThat(row(features)[SET.indexOf(feature)])
                        .as("%s in row %s", feature, row)
                        .isCloseTo(expected[row], within(tolerance));
            }
        }
    }

    private static double recomputed(String name, List<Candle> candles) {
        double[] closes = Batch.of(candles, Candle::close);
        double[] volumes = Batch.last(Batch.of(candles, Candle::baseVolume), 20);
        double[] closes20 = Batch.last(closes, 20);
        double[] returns20 = Batch.last(Batch.returns(closes), 20);
        Candle candle = candles.getLast();
        double close = candle.close();
        double top = Math.max(candle.open(), close);
        double bottom = Math.min(candle.open(), close);
        return switch (name) {
            case "return(1)" -> close / ago(closes, 1) - 1;
            case "return(3)" -> close / ago(closes, 3) - 1;
            case "return(6)" -> close / ago(closes, 6) - 1;
            case "return(12)" -> close / ago(closes, 12) - 1;
            case "return(24)" -> close / ago(closes, 24) - 1;
            case "roc(10)" -> 100 * (close / ago(closes, 10) - 1);
            case "momentum(10)" -> close - ago(closes, 10);
            case "ema_distance(12)" -> close / Batch.ema(closes, 12) - 1;
            case "ema_distance(26)" -> close / Batch.ema(closes, 26) - 1;
            case "ema_distance(50)" -> close / Batch.ema(closes, 50) - 1;
            case "ema_distance(200)" -> close / Batch.ema(closes, 200) - 1;
            case "macd(12,26,9).line" -> Batch.macd(closes, 12, 26, 9)[0];
            case "macd(12,26,9).signal" -> Batch.macd(closes, 12, 26, 9)[1];
            case "macd(12,26,9).histogram" -> Batch.macd(closes, 12, 26, 9)[2];
            case "rsi(14)" -> Batch.rsi(closes, 14);
            case "bollinger(20,2).percent_b" -> 0.5 + Batch.zScore(closes20) / 4;
            case "bollinger(20,2).bandwidth" ->
                    4 * Math.sqrt(Batch.variance(closes20)) / Batch.mean(closes20);
            case "natr(14)" -> 100 * Batch.atr(candles, 14) / close;
            case "volatility(20)" -> Math.sqrt(Batch.variance(returns20));
            case "zscore(return(1),20)" -> Batch.zScore(returns20);
            case "volume_ratio(20)" -> candle.baseVolume() / Batch.mean(volumes);
            case "zscore(volume,20)" -> Batch.zScore(volumes);
            case "candle.range" -> (candle.high() - candle.low()) / close;
            case "candle.body" -> (close - candle.open()) / close;
            case "candle.upper_shadow" -> (candle.high() - top) / close;
            case "candle.lower_shadow" -> (bottom - candle.low()) / close;
            case "gap" -> candle.open() / ago(closes, 1) - 1;
            case "close_in_range(1)" -> placeInRange(candles, 1);
            case "close_in_range(20)" -> placeInRange(candles, 20);
            default -> throw new AssertionError("no definition of " + name);
        };
    }

    private static double ago(double[] values, int count) {
        return values[values.length - 1 - count];
    }

    private static double placeInRange(List<Candle> candles, int count) {
        List<Candle> window = candles.subList(candles.size() - count, candles.size());
        double high = Arrays.stream(Batch.of(window, Candle::high)).max().orElseThrow();
        double low = Arrays.stream(Batch.of(window, Candle::low)).min().orElseThrow();
        return high == low ? 0.5 : (candles.getLast().close() - low) / (high - low);
    }

    private static double[] combined(double[] left, double[] right, DoubleBinaryOperator operator) {
        return IntStream.range(0, left.length)
                .mapToDouble(i -> operator.applyAsDouble(left[i], right[i]))
                .toArray();
    }

    private static double[] row(Features features) {
        double[] row = new double[SET.size()];
        features.values(row);
        return row;
    }

    private record FeatureSubject(Features features) implements Subject {

        @Override
        public void update(Candle candle) {
            features.update(candle);
        }

        @Override
        public int warmUp() {
            return features.warmUp();
        }

        @Override
        public boolean ready() {
            return features.ready();
        }

        @Override
        public int outputCount() {
            return features.set().size();
        }

        @Override
        public void values(double[] into) {
            features.values(into);
        }

        @Override
        public void save(StateOutput out) {
            features.save(out);
        }

        @Override
        public void restore(StateInput in) {
            features.restore(in);
        }
    }
}
