package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AtrTest implements IndicatorContract {

    @Override
    public Subject subject() {
        Atr atr = new Atr(14);
        return Subject.of(
                atr,
                List.of(),
                candle -> atr.update(candle.high(), candle.low(), candle.close()),
                atr::value);
    }

    @Override
    public double[] recomputed(List<Candle> candles) {
        return new double[] {Batch.atr(candles, 14)};
    }

    @Test
    void isTheRangeWithinACandleWithoutGaps() {
        Atr atr = new Atr(1);

        atr.update(12, 8, 10);
        atr.update(11, 9, 10);

        assertThat(atr.value()).isEqualTo(11 - 9);
    }

    @Test
    void reachesToThePreviousCloseOverAGap() {
        Atr atr = new Atr(1);

        atr.update(12, 8, 10);
        atr.update(21, 20, 20.5);
        assertThat(atr.value()).isEqualTo(21 - 10);

        atr.update(6, 5, 5.5);
        assertThat(atr.value()).isEqualTo(20.5 - 5);
    }

    @Test
    void takesTheMeanOfTheFirstRangesAndThenAShareOfEach() {
        Atr atr = new Atr(2);

        atr.update(10, 10, 10);
        atr.update(11, 9, 10);
        atr.update(12, 8, 10);
        assertThat(atr.value()).isEqualTo((2 + 4) / 2.0);

        atr.update(10, 10, 10);
        assertThat(atr.value()).isEqualTo((3 + 0) / 2.0);
    }

    @Test
    void refusesAPeriodOutOfRange() {
        assertThatThrownBy(() -> new Atr(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period must be from 1 to 10000, was 0");
    }
}
