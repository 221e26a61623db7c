package io.candlestream.feature;

import static io.candlestream.feature.Columns.CLOSE;
import static io.candlestream.feature.Columns.VOLUME;
import static io.candlestream.feature.Columns.rolling;
import static io.candlestream.feature.Computed.assertClose;
import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.RandomCandles;
import io.candlestream.indicator.Batch;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatisticsTest {

    @Test
    void zscoreIsThatOfTheWindow() {
        assertClose("zscore(20)", rolling(CLOSE, 20, Batch::zScore));
        assertClose("zscore(volume,7)", rolling(VOLUME, 7, Batch::zScore));
    }

    @Test
    void higherMomentsAreThoseOfTheWindow() {
        assertClose(
                "skewness(50)",
                rolling(CLOSE, 50, window -> moment(window, 3) / Math.pow(moment(window, 2), 1.5)));
        assertClose(
                "kurtosis(volume,33)",
                rolling(
                        VOLUME,
                        33,
                        window -> moment(window, 4) / Math.pow(moment(window, 2), 2) - 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 20, 21})
    void orderStatisticsAreThoseOfTheSortedWindow(int period) {
        assertClose("median(" + period + ")", rolling(CLOSE, period, StatisticsTest::median));
        assertClose("mad(" + period + ")", rolling(CLOSE, period, StatisticsTest::deviation));
        assertClose(
                "percentile_rank(volume," + period + ")",
                rolling(VOLUME, period, StatisticsTest::percentileRank));
    }

    @Test
    void areInTheMiddleWhenNothingMoves() {
        assertThat(computed("percentile_rank(20)", RandomCandles.flat(0.3, 50))).endsWith(50, 50);
        assertThat(computed("zscore(20)", RandomCandles.flat(0.3, 50))).endsWith(0, 0);
        assertThat(computed("skewness(20)", RandomCandles.flat(0.3, 50))).endsWith(0, 0);
        assertThat(computed("kurtosis(20)", RandomCandles.flat(0.3, 50))).endsWith(0, 0);
        assertThat(computed("mad(20)", RandomCandles.flat(0.3, 50))).endsWith(0, 0);
    }

    private static double moment(double[] window, int power) {
        double mean = Batch.mean(window);
        return Arrays.stream(window).map(x -> Math.pow(x - mean, power)).average().orElseThrow();
    }

    private static double median(double[] window) {
        double[] sorted = Arrays.stream(window).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double deviation(double[] window) {
        double median = median(window);
        return median(Arrays.stream(window).map(x -> Math.abs(x - median)).toArray());
    }

    private static double percentileRank(double[] window) {
        double newest = window[window.length - 1];
        double score =
                Arrays.stream(window)
                        .limit(window.length - 1)
                        .map(x -> x < newest ? 1 : x == newest ? 0.5 : 0)
                        .sum();
        return 100 * score / (window.length - 1);
    }
}
