package io.candlestream.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.bench.Figure.Comparison;
import io.candlestream.bench.Figure.Quantity;
import org.junit.jupiter.api.Test;

class FigureTest {

    private final Figure figure = Figure.reported("topology", 90, "candles/s");

    @Test
    void hasNoRatioWithoutALimitAndNoVerdictWithoutATarget() {
        assertThat(figure.ratio()).isNull();
        assertThat(figure.met()).isNull();
    }

    @Test
    void isJudgedByItsRatio() {
        Figure beside = figure.beside("copy", 100);

        assertThat(beside.ratio()).isEqualTo(0.9);
        assertThat(beside.judged(Quantity.RATIO, Comparison.AT_LEAST, 0.85).met()).isTrue();
        assertThat(beside.judged(Quantity.RATIO, Comparison.AT_LEAST, 0.95).met()).isFalse();
    }

    @Test
    void isJudgedByItself() {
        assertThat(figure.judged(Quantity.MEASURED, Comparison.AT_MOST, 90).met()).isTrue();
        assertThat(figure.judged(Quantity.MEASURED, Comparison.AT_MOST, 89).met()).isFalse();
    }

    @Test
    void cannotBeJudgedByARatioItDoesNotHave() {
        assertThat(figure.judged(Quantity.RATIO, Comparison.AT_LEAST, 0.5).met()).isNull();
    }
}
