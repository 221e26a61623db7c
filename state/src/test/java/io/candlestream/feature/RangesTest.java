package io.candlestream.feature;

import static io.candlestream.feature.Columns.CANDLES;
import static io.candlestream.feature.Columns.each;
import static io.candlestream.feature.Expressions.assertClose;
import static io.candlestream.feature.Expressions.computed;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.RandomCandles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RangesTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return Ranges.definitions();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true_range", "atr(14)", "natr(14)"})
    void areTaLibs(String expression) {
        Expressions.assertIsTaLibs(expression);
    }

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
