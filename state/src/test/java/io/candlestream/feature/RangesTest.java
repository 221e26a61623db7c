package io.candlestream.feature;

import static io.candlestream.feature.Columns.CANDLES;
import static io.candlestream.feature.Columns.each;
import static io.candlestream.feature.Computed.assertClose;
import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.RandomCandles;
import org.junit.jupiter.api.Test;

final class RangesTest {

    @Test
    void ratioIsThatOfTwoAverages() {
        double[] recent = computed("atr(5)", CANDLES);
        double[] usual = computed("atr(30)", CANDLES);

        assertClose("atr_ratio(5,30)", each(row -> recent[row] / usual[row]));
    }

    @Test
    void ratioIsOneWhenNothingMoves() {
        assertThat(computed("atr_ratio(5,30)", RandomCandles.flat(3, 40))).endsWith(1, 1, 1);
    }
}
