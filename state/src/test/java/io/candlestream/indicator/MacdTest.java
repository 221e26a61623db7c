package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MacdTest implements IndicatorContract {

    @Override
    public Subject subject() {
        Ema fast = new Ema(12);
        Ema slow = new Ema(26);
        Macd macd = new Macd(fast, slow, 9);
        return Subject.of(
                macd,
                List.of(fast, slow),
                candle -> {
                    fast.update(candle.close());
                    slow.update(candle.close());
                    macd.update();
                },
                macd::line,
                macd::signal,
                macd::histogram);
    }

    @Override
    public double[] recomputed(List<Candle> candles) {
        return Batch.macd(Batch.of(candles, Candle::close), 12, 26, 9);
    }

    @Test
    void givesTheLineAsItsValue() {
        Ema fast = new Ema(1);
        Ema slow = new Ema(2);
        Macd macd = new Macd(fast, slow, 1);

        for (double close : new double[] {10, 20}) {
            fast.update(close);
            slow.update(close);
            macd.update();
        }

        assertThat(macd.value()).isEqualTo(20 - 15);
        assertThat(macd.histogram()).isZero();
    }

    @Test
    void refusesAFastAverageThatIsNotFaster() {
        assertThatThrownBy(() -> new Macd(new Ema(26), new Ema(26), 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the fast period must be below the slow one, 26, was 26");
    }
}
