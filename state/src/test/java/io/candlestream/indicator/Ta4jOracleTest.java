package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.golden.GoldenTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandWidthIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.bollinger.PercentBIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/// ta4j's values, for what TA-Lib's file does not have.
final class Ta4jOracleTest {

    private static final List<Candle> CANDLES = GoldenTable.candles();

    private final BarSeries series = series();
    private final ClosePriceIndicator close = new ClosePriceIndicator(series);

    @Test
    void percentBIsTa4js() {
        Ring closes = new Ring(20);
        Bollinger bollinger = new Bollinger(closes, 20, 2);

        assertEqual(
                new PercentBIndicator(close, 20, 2),
                candle -> {
                    closes.push(candle.close());
                    bollinger.update();
                },
                bollinger::percentB);
    }

    @Test
    void bandwidthIsTa4jsPerCent() {
        Ring closes = new Ring(20);
        Bollinger bollinger = new Bollinger(closes, 20, 2);
        BollingerBandsMiddleIndicator middle =
                new BollingerBandsMiddleIndicator(new SMAIndicator(close, 20));
        StandardDeviationIndicator deviation = new StandardDeviationIndicator(close, 20);
        BollingerBandWidthIndicator bandwidth =
                new BollingerBandWidthIndicator(
                        new BollingerBandsUpperIndicator(middle, deviation),
                        middle,
                        new BollingerBandsLowerIndicator(middle, deviation));

        assertEqual(
                bandwidth,
                candle -> {
                    closes.push(candle.close());
                    bollinger.update();
                },
                () -> 100 * bollinger.bandwidth());
    }

    @Test
    void extremesOfHighAndLowAreTa4js() {
        Ring highs = new Ring(20);
        RollingHigh highest = new RollingHigh(highs, 20);
        assertEqual(
                new HighestValueIndicator(new HighPriceIndicator(series), 20),
                candle -> {
                    highs.push(candle.high());
                    highest.update();
                },
                highest::value);

        Ring lows = new Ring(20);
        RollingLow lowest = new RollingLow(lows, 20);
        assertEqual(
                new LowestValueIndicator(new LowPriceIndicator(series), 20),
                candle -> {
                    lows.push(candle.low());
                    lowest.update();
                },
                lowest::value);
    }

    private static void assertEqual(
            org.ta4j.core.Indicator<Num> oracle, Consumer<Candle> update, DoubleSupplier value) {
        for (int row = 0; row < CANDLES.size(); row++) {
            update.accept(CANDLES.get(row));
            if (row >= 20) {
                double expected = oracle.getValue(row).doubleValue();
                double tolerance = 1e-8 * Math.max(1, Math.abs(expected));
                assertThat(value.getAsDouble())
                        .as("row %s", row)
                        .isCloseTo(expected, within(tolerance));
            }
        }
    }

    private static BarSeries series() {
        BarSeries series =
                new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
        for (Candle candle : CANDLES) {
            series.barBuilder()
                    .timePeriod(Duration.ofMinutes(1))
                    .endTime(Instant.ofEpochMilli(candle.closeTimeMs()))
                    .openPrice(candle.open())
                    .highPrice(candle.high())
                    .lowPrice(candle.low())
                    .closePrice(candle.close())
                    .volume(candle.baseVolume())
                    .add();
        }
        return series;
    }
}
