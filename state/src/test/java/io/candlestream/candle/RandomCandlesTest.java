package io.candlestream.candle;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.seed.Seeded;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RandomCandlesTest {

    @Seeded(runs = 20)
    void everyCandlePassesTheGate(long seed) {
        assertAllPass(RandomCandles.of(seed, 2_000));
        assertAllPass(RandomCandles.absurd(seed, 2_000));
        assertAllPass(RandomCandles.flat(0.1, 10));
    }

    @Test
    void theSameSeedGivesTheSameCandles() {
        assertThat(RandomCandles.of(7, 500)).isEqualTo(RandomCandles.of(7, 500));
        assertThat(RandomCandles.of(7, 500)).isNotEqualTo(RandomCandles.of(8, 500));
    }

    @Test
    void everyOddityIsAmongThem() {
        List<Candle> candles = RandomCandles.of(1, 2_000);

        assertThat(candles).anyMatch(candle -> candle.high() == candle.low());
        assertThat(candles).anyMatch(candle -> candle.baseVolume() == 0);
        assertThat(candles).anyMatch(candle -> candle.close() > 1.1 * candle.open());
        assertThat(candles).anyMatch(candle -> candle.close() < 0.9 * candle.open());
        assertThat(IntStream.range(1, 2_000))
                .anyMatch(i -> candles.get(i).open() != candles.get(i - 1).close());
    }

    private static void assertAllPass(List<Candle> candles) {
        CandleGate gate = new CandleGate(candles.getFirst().series(), Calendar.ALWAYS_OPEN);
        for (Candle candle : candles) {
            assertThat(gate.check(candle)).as("%s", candle).isEqualTo(Verdict.ACCEPTED);
        }
        assertThat(gate.missingCount()).isZero();
    }
}
