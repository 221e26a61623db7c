package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BollingerTest implements IndicatorContract {

    @Override
    public Subject subject() {
        Ring closes = new Ring(20);
        Bollinger bollinger = new Bollinger(closes, 20, 2);
        return Subject.of(
                bollinger,
                List.of(closes),
                candle -> {
                    closes.push(candle.close());
                    bollinger.update();
                },
                bollinger::middle,
                bollinger::upper,
                bollinger::lower,
                bollinger::percentB,
                bollinger::bandwidth);
    }

    @Override
    public double[] recomputed(List<Candle> candles) {
        double[] closes = Batch.last(Batch.of(candles, Candle::close), 20);
        double middle = Batch.mean(closes);
        double reach = 2 * Math.sqrt(Batch.variance(closes));
        boolean isFlat = Arrays.stream(closes).distinct().count() == 1;
        double percentB = isFlat ? 0.5 : (closes[19] - (middle - reach)) / (2 * reach);
        return new double[] {middle, middle + reach, middle - reach, percentB, 2 * reach / middle};
    }

    @Test
    void putsTheCloseBetweenTheBands() {
        Bollinger bollinger = after(1, 3, 5, 7);

        double reach = 2 * Math.sqrt(5);
        assertThat(bollinger.upper()).isEqualTo(4 + reach);
        assertThat(bollinger.lower()).isEqualTo(4 - reach);
        assertThat(bollinger.percentB()).isCloseTo(0.5 + 3 / (2 * reach), within(1e-15));
        assertThat(bollinger.bandwidth()).isCloseTo(2 * reach / 4, within(1e-15));
    }

    @Test
    void putsTheCloseInTheMiddleWhenNothingMoves() {
        Bollinger bollinger = after(5, 5, 5, 5);

        assertThat(bollinger.percentB()).isEqualTo(0.5);
        assertThat(bollinger.bandwidth()).isZero();
    }

    @Test
    void refusesBandsWithoutWidth() {
        assertThatThrownBy(() -> new Bollinger(new Ring(20), 20, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("width must be finite and above 0, was 0.0");
        assertThatThrownBy(() -> new Bollinger(new Ring(20), 20, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("width must be finite and above 0, was NaN");
    }

    private static Bollinger after(double... prices) {
        Ring closes = new Ring(prices.length);
        Bollinger bollinger = new Bollinger(closes, prices.length, 2);
        for (double price : prices) {
            closes.push(price);
            bollinger.update();
        }
        return bollinger;
    }
}
