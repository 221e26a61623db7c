package io.candlestream.feature;

import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.RandomCandles;
import org.junit.jupiter.api.Test;

final class StatisticsTest {

    @Test
    void areInTheMiddleWhenNothingMoves() {
        assertThat(computed("percentile_rank(20)", RandomCandles.flat(0.3, 50))).endsWith(50, 50);
        assertThat(computed("zscore(20)", RandomCandles.flat(0.3, 50))).endsWith(0, 0);
        assertThat(computed("skewness(20)", RandomCandles.flat(0.3, 50))).endsWith(0, 0);
        assertThat(computed("kurtosis(20)", RandomCandles.flat(0.3, 50))).endsWith(0, 0);
        assertThat(computed("mad(20)", RandomCandles.flat(0.3, 50))).endsWith(0, 0);
    }
}
