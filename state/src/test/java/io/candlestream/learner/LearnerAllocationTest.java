package io.candlestream.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.golden.Allocation;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnerAllocationTest {

    private static final int CANDLES_A_RUN = 2_000;

    @Test
    void aCandleOnceWarmAllocatesNothing() {
        List<Candle> candles = RandomCandles.of(1, 30 * CANDLES_A_RUN);
        Learner learner = new Learner(candles.getFirst().series(), LearnerConfigs.withHorizon(12));
        Feed feed = new Feed(learner, candles);
        feed.next(5 * CANDLES_A_RUN);

        assertThat(Allocation.least(() -> feed.next(CANDLES_A_RUN))).isZero();
        assertThat(learner.outcomeCount()).isGreaterThan(CANDLES_A_RUN);
    }

    /// Hands out each candle once, for the gate drops repetitions before anything is learned.
    private static final class Feed {

        private final Learner learner;
        private final List<Candle> candles;
        private int next;

        Feed(Learner learner, List<Candle> candles) {
            this.learner = learner;
            this.candles = candles;
        }

        void next(int count) {
            for (int i = 0; i < count; i++) {
                learner.onCandle(candles.get(next++));
            }
        }
    }
}
