package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RollingHighTest implements IndicatorContract {

    @Override
    public Subject subject() {
        Ring highs = new Ring(30);
        RollingHigh highest = new RollingHigh(highs, 20);
        return Subject.of(
                highest,
                List.of(highs),
                candle -> {
                    highs.push(candle.high());
                    highest.update();
                },
                highest::value);
    }

    @Override
    public double[] recomputed(List<Candle> candles) {
        double[] highs = Batch.last(Batch.of(candles, Candle::high), 20);
        return new double[] {Arrays.stream(highs).max().orElseThrow()};
    }

    @Test
    void isTheHighestOfTheWindow() {
        assertThat(after(2, 9, 4)).isEqualTo(9);
    }

    @Test
    void forgetsAnExtremeThatHasLeftTheWindow() {
        assertThat(after(9, 2, 4, 3)).isEqualTo(4);
    }

    @Test
    void isTheNumberItselfWhenNothingMoves() {
        assertThat(after(5, 5, 5, 5, 5)).isEqualTo(5);
    }

    @Test
    void refusesARingThatIsTooSmall() {
        assertThatThrownBy(() -> new RollingHigh(new Ring(2), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a window of 3 needs an empty ring as large, was one of 2 that holds 0");
    }

    private static double after(double... values) {
        Ring ring = new Ring(3);
        RollingHigh highest = new RollingHigh(ring, 3);
        for (double value : values) {
            ring.push(value);
            highest.update();
        }
        return highest.value();
    }
}
