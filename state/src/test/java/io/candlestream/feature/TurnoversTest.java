package io.candlestream.feature;

import static io.candlestream.feature.Columns.CANDLES;
import static io.candlestream.feature.Columns.CLOSE;
import static io.candlestream.feature.Columns.HIGH;
import static io.candlestream.feature.Columns.LOW;
import static io.candlestream.feature.Columns.VOLUME;
import static io.candlestream.feature.Columns.afterFirst;
import static io.candlestream.feature.Columns.each;
import static io.candlestream.feature.Columns.ema;
import static io.candlestream.feature.Columns.rolling;
import static io.candlestream.feature.Columns.series;
import static io.candlestream.feature.Columns.ta4j;
import static io.candlestream.feature.Computed.assertClose;
import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.RandomCandles;
import io.candlestream.indicator.Batch;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.volume.VWAPIndicator;

final class TurnoversTest {

    @Test
    void ratiosCompareWithTheMean() {
        double[] mean = rolling(VOLUME, 20, Batch::mean);

        assertClose("volume_ratio(20)", each(row -> VOLUME[row] / mean[row]));
        assertClose("relative_volume(20)", afterFirst(row -> VOLUME[row] / mean[row - 1]));
        assertClose("volume_zscore(20)", rolling(VOLUME, 20, Batch::zScore));
    }

    @Test
    void ratiosAreOneWhenNothingIsTraded() {
        assertThat(computed("volume_ratio(20)", RandomCandles.flat(3, 50))).endsWith(1, 1);
        assertThat(computed("relative_volume(20)", RandomCandles.flat(3, 50))).endsWith(1, 1);
    }

    @Test
    void oscillatorIsTheSpreadOfTwoAveragesInPerCentOfTheSlowOne() {
        double[] fast = ema(VOLUME, 12);
        double[] slow = ema(VOLUME, 26);
        double[] line = each(row -> 100 * (fast[row] / slow[row] - 1));
        double[] signal = ema(line, 9);

        assertClose("pvo(12,26,9).line", line);
        assertClose("pvo(12,26,9).signal", signal);
        assertClose("pvo(12,26,9).histogram", each(row -> line[row] - signal[row]));
    }

    @Test
    void amihudsIlliquidityCountsOnlyCandlesThatTraded() {
        double[] impact =
                afterFirst(row ->
                        VOLUME[row] == 0
                                ? 0
                                : Math.abs(CLOSE[row] / CLOSE[row - 1] - 1)
                                        / (CLOSE[row] * VOLUME[row]));
        double[] traded = afterFirst(row -> VOLUME[row] == 0 ? 0 : 1);
        double[] mean = rolling(impact, 20, Batch::mean);
        double[] share = rolling(traded, 20, Batch::mean);

        assertClose("amihud(20)", each(row -> mean[row] / share[row]));
    }

    @Test
    void averagePriceIsTa4js() {
        assertClose("vwap(20)", ta4j(new VWAPIndicator(series(), 20)));
    }

    @Test
    void averagePriceIsTheTypicalOneWhenNothingIsTraded() {
        assertThat(computed("vwap(20)", RandomCandles.flat(3, 50))).endsWith(3, 3);
        assertThat(computed("session_vwap", RandomCandles.flat(3, 50))).startsWith(3, 3);
    }

    @Test
    void averagePriceOfTheSessionBeginsAnewAtMidnight() {
        double[] expected = new double[CANDLES.size()];
        double turnover = 0;
        double volume = 0;
        for (int row = 0; row < expected.length; row++) {
            if (CANDLES.get(row).openTimeMs() % 86_400_000 == 0) {
                turnover = 0;
                volume = 0;
            }
            turnover += VOLUME[row] * (HIGH[row] + LOW[row] + CLOSE[row]) / 3;
            volume += VOLUME[row];
            expected[row] = turnover / volume;
        }

        assertClose("session_vwap", expected);
    }
}
