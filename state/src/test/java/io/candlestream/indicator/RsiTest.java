package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RsiTest implements IndicatorContract {

    @Override
    public Subject subject() {
        Rsi rsi = new Rsi(14);
        return Subject.of(rsi, List.of(), candle -> rsi.update(candle.close()), rsi::value);
    }

    @Override
    public double[] recomputed(List<Candle> candles) {
        return new double[] {Batch.rsi(Batch.of(candles, Candle::close), 14)};
    }

    @Test
    void isTheShareOfGainsInAllMovement() {
        assertThat(rsiOf(10, 13, 12)).isEqualTo(100 * 3 / 4.0);
    }

    @Test
    void isHundredWhenPricesOnlyRise() {
        assertThat(rsiOf(1, 2, 3, 4)).isEqualTo(100);
    }

    @Test
    void isZeroWhenPricesOnlyFall() {
        assertThat(rsiOf(4, 3, 2, 1)).isZero();
    }

    @Test
    void isZeroWhenNothingMoves() {
        assertThat(rsiOf(5, 5, 5, 5)).isZero();
    }

    @Test
    void doesNotDependOnTheUnitOfThePrice() {
        double unit = 0x1p-90;

        assertThat(rsiOf(10 * unit, 13 * unit, 12 * unit)).isEqualTo(rsiOf(10, 13, 12));
    }

    @Test
    void refusesAPeriodOutOfRange() {
        assertThatThrownBy(() -> new Rsi(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period must be from 2 to 10000, was 1");
    }

    private static double rsiOf(double... closes) {
        Rsi rsi = new Rsi(2);
        for (double close : closes) {
            rsi.update(close);
        }
        return rsi.value();
    }
}
