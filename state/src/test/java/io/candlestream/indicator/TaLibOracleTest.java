package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.golden.GoldenTable;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/// TA-Lib's values, from row 500 on: by then nothing is left of the seeds.
final class TaLibOracleTest {

    private static final int FIRST_ROW = 500;
    private static final List<Candle> CANDLES = GoldenTable.candles();
    private static final GoldenTable TA_LIB = GoldenTable.taLib();

    @Test
    void emaIsTaLibs() {
        Ema ema12 = new Ema(12);
        Ema ema200 = new Ema(200);

        assertColumn("ema(12)", candle -> ema12.update(candle.close()), ema12::value);
        assertColumn("ema(200)", candle -> ema200.update(candle.close()), ema200::value);
    }

    @Test
    void rsiIsTaLibs() {
        Rsi rsi = new Rsi(14);

        assertColumn("rsi(14)", candle -> rsi.update(candle.close()), rsi::value);
    }

    @Test
    void macdIsTaLibs() {
        for (String output : List.of("line", "signal", "histogram")) {
            Ema fast = new Ema(12);
            Ema slow = new Ema(26);
            Macd macd = new Macd(fast, slow, 9);
            assertColumn(
                    "macd(12,26,9)." + output,
                    candle -> {
                        fast.update(candle.close());
                        slow.update(candle.close());
                        macd.update();
                    },
                    switch (output) {
                        case "line" -> macd::line;
                        case "signal" -> macd::signal;
                        default -> macd::histogram;
                    });
        }
    }

    @Test
    void atrIsTaLibs() {
        Atr atr = new Atr(14);
        Atr one = new Atr(1);

        assertColumn(
                "atr(14)",
                candle -> atr.update(candle.high(), candle.low(), candle.close()),
                atr::value);
        assertColumn(
                "true_range",
                candle -> one.update(candle.high(), candle.low(), candle.close()),
                one::value);
    }

    @Test
    void bandsAreTaLibs() {
        assertBand("upper", Bollinger::upper);
        assertBand("middle", Bollinger::middle);
        assertBand("lower", Bollinger::lower);
    }

    @Test
    void momentsAreTaLibs() {
        assertMoment("sma(20)", Candle::close, RollingMoments::mean);
        assertMoment("variance(20)", Candle::close, RollingMoments::variance);
        assertMoment("stddev(20)", Candle::close, RollingMoments::deviation);
        assertMoment("sma(volume,20)", Candle::baseVolume, RollingMoments::mean);
    }

    @Test
    void extremesAreTaLibs() {
        Ring closes = new Ring(30);
        RollingHigh highest = new RollingHigh(closes, 30);
        assertColumn(
                "highest(30)",
                candle -> {
                    closes.push(candle.close());
                    highest.update();
                },
                highest::value);

        Ring sameCloses = new Ring(30);
        RollingLow lowest = new RollingLow(sameCloses, 30);
        assertColumn(
                "lowest(30)",
                candle -> {
                    sameCloses.push(candle.close());
                    lowest.update();
                },
                lowest::value);
    }

    private static void assertBand(String output, ToDoubleFunction<Bollinger> band) {
        Ring closes = new Ring(20);
        Bollinger bollinger = new Bollinger(closes, 20, 2);
        assertColumn(
                "bollinger(20,2)." + output,
                candle -> {
                    closes.push(candle.close());
                    bollinger.update();
                },
                () -> band.applyAsDouble(bollinger));
    }

    private static void assertMoment(
            String column,
            ToDoubleFunction<Candle> source,
            ToDoubleFunction<RollingMoments> moment) {
        Ring window = new Ring(20);
        RollingMoments moments = new RollingMoments(window, 20);
        assertColumn(
                column,
                candle -> {
                    window.push(source.applyAsDouble(candle));
                    moments.update();
                },
                () -> moment.applyAsDouble(moments));
    }

    private static void assertColumn(String column, Consumer<Candle> update, DoubleSupplier value) {
        double[] expected = TA_LIB.column(column);
        for (int row = 0; row < expected.length; row++) {
            update.accept(CANDLES.get(row));
            if (row >= FIRST_ROW) {
                double tolerance = 1e-8 * Math.max(1, Math.abs(expected[row]));
                assertThat(value.getAsDouble())
                        .as("%s in row %s", column, row)
                        .isCloseTo(expected[row], within(tolerance));
            }
        }
    }
}
