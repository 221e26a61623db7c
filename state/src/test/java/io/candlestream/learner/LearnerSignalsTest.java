package io.candlestream.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.signal.Signal;
import io.candlestream.signal.SignalHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A learner whose features read signals.
class LearnerSignalsTest {

    private static final Series SERIES =
            new Series(Instrument.parse("test:BTCUSD"), Interval.ONE_MINUTE);
    private static final String FEATURES =
            "return(1), zscore(signal(greed),20), signal(news,max_age=5m,otherwise=-1),"
                    + " signal_age(news)";
    private static final LearnerConfig CONFIG = LearnerConfigs.withFeatures(FEATURES, 5);
    private static final LearnerFormat FORMAT = new LearnerFormat(_ -> CONFIG);

    @Test
    void predictsNothingBeforeEverySignalHasCome() {
        Learner learner = FORMAT.create(SERIES);
        List<Observation> all = observations(60, 40);
        for (int i = 0; i < all.size(); i++) {
            Step step = learner.onCandle(all.get(i).candle(), all.get(i).signals());
            assertThat(step.hasPrediction()).as("candle %s", i).isEqualTo(i >= 40);
        }
    }

    /// From the last head and the changes since, at every prefix.
    @Test
    void headAndChangesSinceAreTheLearnerAtEveryPrefix() {
        Learner unbroken = FORMAT.create(SERIES);
        byte[] head = saved(unbroken);
        StateOutput changes = new StateOutput();
        int candles = 0;
        for (Observation observation : observations(300, 3)) {
            FORMAT.saveChange(observation, changes);
            FORMAT.apply(unbroken, observation);

            Learner restored = FORMAT.create(SERIES);
            restored.restore(new StateInput(head));
            StateInput in = new StateInput(changes.toByteArray());
            while (in.remaining() > 0) {
                FORMAT.apply(restored, FORMAT.restoreChange(restored, in));
            }
            assertThat(saved(restored)).isEqualTo(saved(unbroken));
            if (++candles % 8 == 0) {
                head = saved(unbroken);
                changes.clear();
            }
        }
        assertThat(unbroken.outcomeCount()).isGreaterThan(200);
    }

    @Test
    void anotherSignalOrAgeIsAnotherConfiguration() {
        assertThat(fingerprint("signal(greed)"))
                .isNotEqualTo(fingerprint("signal(news)"))
                .isNotEqualTo(fingerprint("signal(greed,max_age=1d)"))
                .isEqualTo(fingerprint("signal(greed, otherwise=0)"));
    }

    private static long fingerprint(String features) {
        return LearnerConfigs.withFeatures(features, 5).fingerprint();
    }

    /// @param newsFrom the candle with which the news comes first
    private static List<Observation> observations(int count, int newsFrom) {
        SplittableRandom random = new SplittableRandom(3);
        SignalHistory history =
                new SignalHistory(SERIES.instrument(), CONFIG.features().signals().names());
        List<Observation> all = new ArrayList<>();
        List<Candle> candles = RandomCandles.of(SERIES, 1, count);
        for (int i = 0; i < count; i++) {
            Candle candle = candles.get(i);
            take(history, "greed", candle.openTimeMs() + 1 + random.nextInt(60_000), random);
            if (i == newsFrom || (i > newsFrom && random.nextInt(10) == 0)) {
                take(history, "news", candle.closeTimeMs(), random);
            }
            all.add(
                    new Observation(
                            candle, history.readings(history.names(), candle.closeTimeMs())));
            history.closed(candle.closeTimeMs());
        }
        return all;
    }

    private static void take(
            SignalHistory history, String name, long timeMs, SplittableRandom random) {
        history.take(new Signal(SERIES.instrument(), name, timeMs, random.nextDouble(100)));
    }

    private static byte[] saved(Learner learner) {
        StateOutput out = new StateOutput();
        learner.save(out);
        return out.toByteArray();
    }
}
