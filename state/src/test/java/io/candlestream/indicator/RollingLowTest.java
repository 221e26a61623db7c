package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RollingLowTest implements IndicatorContract {

    @Override
    public Subject subject() {
        Ring lows = new Ring(30);
        RollingLow lowest = new RollingLow(lows, 20);
        return Subject.of(
                lowest,
                List.of(lows),
                candle -> {
                    lows.push(candle.low());
                    lowest.update();
                },
                lowest::value);
    }

    @Override
    public double[] recomputed(List<Candle> candles) {
        double[] lows = Batch.last(Batch.of(candles, Candle::low), 20);
        return new double[] {Arrays.stream(lows).min().orElseThrow()};
    }

    @Test
    void isTheLowestOfTheWindow() {
        assertThat(after(7, -1, 4)).isEqualTo(-1);
    }

    @Test
    void forgetsAnExtremeThatHasLeftTheWindow() {
        assertThat(after(-1, 7, 4, 5)).isEqualTo(4);
    }

    @Test
    void isTheNumberItselfWhenNothingMoves() {
        assertThat(after(5, 5, 5, 5, 5)).isEqualTo(5);
    }

    @Test
    void refusesARingThatIsTooSmall() {
        assertThatThrownBy(() -> new RollingLow(new Ring(2), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a window of 3 needs an empty ring as large, was one of 2 that holds 0");
    }

    private static double after(double... values) {
        Ring ring = new Ring(3);
        RollingLow lowest = new RollingLow(ring, 3);
        for (double value : values) {
            ring.push(value);
            lowest.update();
        }
        return lowest.value();
    }
}
