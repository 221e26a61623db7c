package io.candlestream.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.label.DirectionRule;
import io.candlestream.learner.Learner;
import io.candlestream.learner.LearnerConfigs;
import io.candlestream.learner.LearnerFormat;
import io.candlestream.learner.Observation;
import io.candlestream.learner.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Memory is bounded and no prediction depends on the bound.
class ManySeriesTest {

    private static final int SERIES = 50_000;
    private static final int CAPACITY = 1_000;

    /// Every series is dropped while it warms up, and again while predictions wait for their label.
    private static final int[] VISITS = {0, 120, 208, 220};

    private static final int COMMIT_EVERY = 700;
    private static final int CLASSES = DirectionRule.CLASS_NAMES.size();

    private final LearnerFormat format = new LearnerFormat(_ -> LearnerConfigs.withHorizon(12));

    @Test
    void seriesThatComeAndGoArePredictedAsThoseThatStay() {
        SortedMapStore inner = new SortedMapStore();
        LiveStateStore<Series, Observation, Learner> store =
                new LiveStateStore<>(inner, format, CAPACITY);
        long[] ofReturning = new long[SERIES];
        for (int visit = 1; visit < VISITS.length; visit++) {
            for (int i = 0; i < SERIES; i++) {
                for (Candle candle : candles(i).subList(VISITS[visit - 1], VISITS[visit])) {
                    ofReturning[i] =
                            digest(ofReturning[i], store.apply(series(i), new Observation(candle)));
                }
                assertThat(store.liveCount()).isLessThanOrEqualTo(CAPACITY);
                if (i % COMMIT_EVERY == 0) {
                    store.flushCache();
                }
            }
        }

        long[] ofStaying = new long[SERIES];
        for (int i = 0; i < SERIES; i++) {
            Learner learner = format.create(series(i));
            for (Candle candle : candles(i)) {
                format.apply(learner, new Observation(candle));
                ofStaying[i] = digest(ofStaying[i], learner);
            }
        }
        assertThat(ofReturning).isEqualTo(ofStaying).doesNotContain(0).doesNotHaveDuplicates();
    }

    private static Series series(int number) {
        return new Series(new Instrument("test", "S" + number), Interval.ONE_MINUTE);
    }

    private static List<Candle> candles(int number) {
        return RandomCandles.of(series(number), number, VISITS[VISITS.length - 1]);
    }

    /// A number that every bit of every prediction and outcome decides.
    private static long digest(long before, Learner learner) {
        Step step = learner.lastStep();
        long digest = before;
        if (step.hasPrediction()) {
            for (int c = 0; c < CLASSES; c++) {
                digest = mixed(digest, step.prediction().probability(c));
            }
        }
        if (step.hasOutcome()) {
            digest = mixed(digest, step.outcome().forwardReturn());
            digest = mixed(digest, step.outcome().logLoss());
        }
        return digest;
    }

    private static long mixed(long digest, double value) {
        long mixed = (digest ^ Double.doubleToRawLongBits(value)) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }
}
