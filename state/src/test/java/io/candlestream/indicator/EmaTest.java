package io.candlestream.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class EmaTest implements IndicatorContract {

    @Override
    public Subject subject() {
        Ema ema = new Ema(12);
        Ema wilder = Ema.wilder(12);
        return Subject.of(
                ema,
                List.of(wilder),
                candle -> {
                    ema.update(candle.close());
                    wilder.update(candle.close());
                },
                ema::value,
                wilder::value);
    }

    @Override
    public double[] recomputed(List<Candle> candles) {
        double[] closes = Batch.of(candles, Candle::close);
        return new double[] {Batch.ema(closes, 12), Batch.wilder(closes, 12)};
    }

    @Test
    void isSeededWithThePlainMean() {
        Ema ema = new Ema(3);

        ema.update(1);
        ema.update(2);
        ema.update(6);

        assertThat(ema.value()).isEqualTo(3);
    }

    @Test
    void weighsTheNewestByTwoOverPeriodPlusOne() {
        Ema ema = new Ema(3);

        ema.update(3);
        ema.update(3);
        ema.update(3);
        ema.update(7);

        assertThat(ema.value()).isEqualTo(3 + 0.5 * (7 - 3));
    }

    @Test
    void weighsTheNewestByOneOverPeriodAsWilder() {
        Ema ema = Ema.wilder(4);

        for (int i = 0; i < 4; i++) {
            ema.update(3);
        }
        ema.update(7);

        assertThat(ema.value()).isEqualTo(3 + 0.25 * (7 - 3));
    }

    @Nested
    class AtTheEdges {

        @Test
        void isTheInputItselfWhenNothingMoves() {
            Ema ema = new Ema(200);

            for (int i = 0; i < 1_000; i++) {
                ema.update(0.1);
            }

            assertThat(ema.value()).isEqualTo(0.1);
        }

        @Test
        void isTheInputItselfWithPeriodOne() {
            Ema ema = new Ema(1);

            ema.update(1e30);
            ema.update(1e-30);

            assertThat(ema.value()).isEqualTo(1e-30);
        }

        @Test
        void forgetsAFallOfSixtyMagnitudes() {
            Ema ema = new Ema(2);

            ema.update(1e30);
            for (int i = 0; i < 200; i++) {
                ema.update(1e-30);
            }

            assertThat(ema.value()).isCloseTo(1e-30, within(1e-44));
        }

        @Test
        void refusesAPeriodOutOfRange() {
            assertThatThrownBy(() -> new Ema(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("period must be from 1 to 10000, was 0");
            assertThatThrownBy(() -> Ema.wilder(10_001))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("period must be from 1 to 10000, was 10001");
        }

        @Test
        void saysHowManyUpdatesAValueNeeds() {
            assertThatThrownBy(() -> new Ema(12).value())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a value needs 12 updates, there were fewer");
        }
    }
}
