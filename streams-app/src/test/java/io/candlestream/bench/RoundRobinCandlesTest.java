package io.candlestream.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RoundRobinCandlesTest {

    @Test
    void knowsThePlaceOfEveryCandle() {
        RoundRobinCandles candles = new RoundRobinCandles(3).more(10);

        for (long place = 0; place < 10; place++) {
            Candle candle = Objects.requireNonNull(candles.next());
            assertThat(
                            candles.indexOf(
                                    candle.series().instrument().toString(), candle.openTimeMs()))
                    .isEqualTo(place);
        }
        assertThat(candles.next()).isNull();
    }

    @Test
    void goesOnWhereItStoppedWhenMoreAreLetOut() {
        RoundRobinCandles inParts = new RoundRobinCandles(2).more(3);
        for (int i = 0; i < 3; i++) {
            inParts.next();
        }
        RoundRobinCandles atOnce = new RoundRobinCandles(2).more(4);
        for (int i = 0; i < 3; i++) {
            atOnce.next();
        }

        assertThat(inParts.more(1).next()).isEqualTo(atOnce.next());
    }
}
