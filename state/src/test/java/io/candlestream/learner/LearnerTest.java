package io.candlestream.learner;

import static io.candlestream.golden.GoldenBytes.saved;
import static io.candlestream.learner.LearnerConfigs.withHorizon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.candle.Verdict;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.evaluation.ScoringRules;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.Features;
import io.candlestream.feature.Scaling;
import io.candlestream.golden.GoldenBytes;
import io.candlestream.label.DirectionRule;
import io.candlestream.model.LearningRate;
import io.candlestream.model.ModelConfig;
import io.candlestream.seed.Seeded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerTest {

    private static final Series SERIES =
            new Series(Instrument.parse("test:BTCUSD"), Interval.ONE_MINUTE);
    private static final int HORIZON = 12;
    private static final int WARM_UP = new Features(FeatureSet.standard()).warmUp();

    @Nested
    class Order {

        @Test
        void predictsFromTheFirstCandleThatIsWarm() {
            Learner learner = learner();
            List<Candle> candles = RandomCandles.of(SERIES, 1, WARM_UP + 1);

            for (Candle candle : candles.subList(0, WARM_UP - 1)) {
                assertThat(learner.onCandle(candle).hasPrediction()).isFalse();
            }
            assertThat(learner.onCandle(candles.get(WARM_UP - 1)).hasPrediction()).isTrue();
            assertThat(learner.onCandle(candles.get(WARM_UP)).hasPrediction()).isTrue();
        }

        @Test
        void aPredictionGetsItsLabelExactlyHorizonCandlesLater() {
            Learner learner = learner();
            List<Candle> candles = RandomCandles.of(SERIES, 1, WARM_UP + HORIZON + 50);

            for (int i = 0; i < candles.size(); i++) {
                Step step = learner.onCandle(candles.get(i));
                int predictedAt = i - HORIZON;
                assertThat(step.hasOutcome()).isEqualTo(predictedAt >= WARM_UP - 1);
                if (step.hasOutcome()) {
                    Candle then = candles.get(predictedAt);
                    Outcome outcome = step.outcome();
                    assertThat(outcome.openTimeMs()).isEqualTo(then.openTimeMs());
                    assertThat(outcome.maturedAtMs()).isEqualTo(candles.get(i).closeTimeMs());
                    assertThat(outcome.forwardReturn())
                            .isEqualTo(candles.get(i).close() / then.close() - 1);
                }
            }
        }

        @Test
        void isScoredByWhatWasPredictedBeforeTheLabelWasKnown() {
            Learner learner = learner();
            List<double[]> forecasts = new ArrayList<>();
            int scored = 0;
            for (Candle candle : RandomCandles.of(SERIES, 2, 600)) {
                Step step = learner.onCandle(candle);
                if (step.hasOutcome()) {
                    double[] forecast = forecasts.get(scored++);
                    assertThat(step.outcome().logLoss())
                            .isEqualTo(ScoringRules.logLoss(forecast[step.outcome().label()]));
                }
                if (step.hasPrediction()) {
                    Prediction prediction = step.prediction();
                    forecasts.add(
                            new double[] {
                                prediction.probability(0),
                                prediction.probability(1),
                                prediction.probability(2)
                            });
                }
            }
            assertThat(scored).isGreaterThan(300);
        }

        @Test
        void theModelHasLearnedEveryLabelKnownAtTheClose() {
            Learner learner = learner();
            for (Candle candle : RandomCandles.of(SERIES, 3, 500)) {
                Step step = learner.onCandle(candle);
                if (step.hasPrediction()) {
                    assertThat(step.prediction().learnedCount()).isEqualTo(learner.outcomeCount());
                }
            }
        }
    }

    @Nested
    class Gate {

        @Test
        void aRefusedCandleCausesNothing() {
            Learner learner = learner();
            List<Candle> candles = RandomCandles.of(SERIES, 1, 300);
            candles.forEach(learner::onCandle);
            byte[] before = tail(learner);

            Step step = learner.onCandle(candles.get(7));

            assertThat(step.verdict()).isEqualTo(Verdict.LATE);
            assertThat(step.hasOutcome()).isFalse();
            assertThat(step.hasPrediction()).isFalse();
            assertThat(tail(learner)).isEqualTo(before);
        }

        @Test
        void aGapIsMarkedOnTheNextPredictionOnly() {
            Learner learner = learner();
            List<Candle> candles = new ArrayList<>(RandomCandles.of(SERIES, 1, 400));
            candles.subList(300, 305).clear();

            List<Long> marks = new ArrayList<>();
            for (Candle candle : candles) {
                Step step = learner.onCandle(candle);
                if (step.hasPrediction()) {
                    marks.add(step.prediction().missingBefore());
                }
            }

            int at = 300 - (WARM_UP - 1);
            assertThat(marks.get(at)).isEqualTo(5);
            marks.remove(at);
            assertThat(marks).containsOnly(0L);
        }

        /// The state behind the gate, whose own counts do change.
        private static byte[] tail(Learner learner) {
            byte[] all = saved(learner);
            StateOutput gate = new StateOutput();
            learner.gate().save(gate);
            return Arrays.copyOfRange(all, gate.size(), all.length);
        }
    }

    @Nested
    class NoLookAhead {

        @Seeded(runs = 50)
        void changingTheFutureChangesNothingInThePast(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Candle> candles = RandomCandles.of(SERIES, seed, 500);
            int present = random.nextInt(WARM_UP, candles.size());
            List<Candle> otherFuture = new ArrayList<>(candles.subList(0, present));
            for (Candle candle : candles.subList(present, candles.size())) {
                otherFuture.add(changed(candle, random));
            }

            assertThat(transcript(otherFuture, present)).isEqualTo(transcript(candles, present));
        }

        private static Candle changed(Candle candle, SplittableRandom random) {
            double price = candle.close() * random.nextDouble(0.1, 10);
            return new Candle(
                    candle.series(),
                    candle.openTimeMs(),
                    price,
                    price * 1.5,
                    price * 0.5,
                    price * random.nextDouble(0.5, 1.5),
                    random.nextDouble(1e6));
        }

        /// Every bit the learner said and holds after the first `count` candles of the list, though
        /// it takes them all.
        private static List<String> transcript(List<Candle> candles, int count) {
            Learner learner = learner();
            List<String> said = new ArrayList<>();
            for (Candle candle : candles) {
                Step step = learner.onCandle(candle);
                if (said.size() < count) {
                    said.add(
                            words(step)
                                    + (said.size() == count - 1
                                            ? java.util.Arrays.toString(saved(learner))
                                            : ""));
                }
            }
            return said;
        }

        private static String words(Step step) {
            return (step.hasOutcome()
                            ? step.outcome().label() + " " + step.outcome().logLoss()
                            : "-")
                    + (step.hasPrediction()
                            ? " "
                                    + step.prediction().probability(0)
                                    + ' '
                                    + step.prediction().probability(2)
                            : " -");
        }
    }

    @Nested
    class Memory {

        @Seeded(runs = 20)
        void savedAndRestoredItContinuesToTheBit(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Learner undisturbed = learner();
            Learner restarted = learner();
            for (Candle candle : RandomCandles.of(SERIES, seed, 600)) {
                if (random.nextInt(20) == 0) {
                    Learner fresh = learner();
                    fresh.restore(new StateInput(saved(restarted)));
                    restarted = fresh;
                }
                undisturbed.onCandle(candle);
                restarted.onCandle(candle);
            }
            assertThat(saved(restarted)).isEqualTo(saved(undisturbed));
        }

        @Test
        void headAndRowsTogetherAreTheWholeState() {
            LearnerFormat format = new LearnerFormat(_ -> withHorizon(HORIZON));
            Learner learner = format.create(SERIES);
            RandomCandles.of(SERIES, 4, 400).forEach(learner::onCandle);
            StateOutput head = new StateOutput();
            StateOutput rows = new StateOutput();
            format.saveHead(learner, head);
            format.saveRows(learner, format.firstRow(learner), format.nextRow(learner), rows);

            Learner restored = format.create(SERIES);
            format.restoreHead(restored, new StateInput(head.toByteArray()));
            format.restoreRows(
                    restored,
                    format.firstRow(restored),
                    format.nextRow(restored),
                    new StateInput(rows.toByteArray()));

            assertThat(saved(restored)).isEqualTo(saved(learner));
        }

        @Test
        void headAndRowsAreTheGoldenBytes() throws IOException {
            LearnerFormat format = new LearnerFormat(_ -> withHorizon(HORIZON));
            Learner learner = format.create(SERIES);
            RandomCandles.of(SERIES, 1, 300).forEach(learner::onCandle);
            StateOutput head = new StateOutput();
            StateOutput rows = new StateOutput();
            format.sign(learner, head);
            format.saveHead(learner, head);
            format.sign(learner, rows);
            format.saveRows(learner, format.firstRow(learner), format.nextRow(learner), rows);

            GoldenBytes.assertEqualTo("learner/head-1-after-300.hex", head.toByteArray());
            GoldenBytes.assertEqualTo("learner/rows-1-after-300.hex", rows.toByteArray());
        }

        @Test
        void aChangeIsTheGoldenBytesAndComesBackToTheBit() throws IOException {
            LearnerFormat format = new LearnerFormat(_ -> withHorizon(HORIZON));
            Candle candle = new Candle(SERIES, 1_704_067_200_000L, 1.5, 2, -0.0, Double.NaN, 7);
            StateOutput change = new StateOutput();
            format.saveChange(new Observation(candle), change);

            GoldenBytes.assertEqualTo("learner/change.hex", change.toByteArray());
            assertThat(
                            format.restoreChange(
                                            format.create(SERIES),
                                            new StateInput(change.toByteArray()))
                                    .candle()
                                    .isSameAs(candle))
                    .isTrue();
        }

        @Test
        void theHeadDoesNotGrowWithTheHorizon() {
            assertThat(headSize(1_200)).isEqualTo(headSize(12)).isLessThan(24 * 1024);
        }

        private static int headSize(int horizon) {
            Learner learner = new Learner(SERIES, withHorizon(horizon));
            RandomCandles.of(SERIES, 4, 2_000).forEach(learner::onCandle);
            StateOutput out = new StateOutput();
            learner.saveHead(out);
            return out.size();
        }

        @Test
        void stateOfAnotherConfigurationIsRefusedWithARemedy() {
            LearnerFormat written = new LearnerFormat(_ -> withHorizon(12));
            LearnerFormat read = new LearnerFormat(_ -> LearnerConfigs.of(12, Calendar.SESSIONS));
            StateOutput signature = new StateOutput();
            written.sign(written.create(SERIES), signature);

            assertThatThrownBy(() ->
                            read.checkSignature(
                                    read.create(SERIES), new StateInput(signature.toByteArray())))
                    .isInstanceOf(StateFormatException.class)
                    .hasMessageContaining("test:BTCUSD@1m")
                    .hasMessageContaining("set another application-id");
        }

        @Test
        void stateOfAnotherFormatIsRefused() {
            LearnerFormat format = new LearnerFormat(_ -> withHorizon(12));
            StateOutput signature = new StateOutput();
            format.sign(format.create(SERIES), signature);
            byte[] bytes = signature.toByteArray();
            bytes[0] = 7;

            assertThatThrownBy(() ->
                            format.checkSignature(format.create(SERIES), new StateInput(bytes)))
                    .isInstanceOf(StateFormatException.class)
                    .hasMessageContaining("must have format 2, had 7");
        }

        @Seeded(runs = 200)
        void damagedBytesAreRefusedOrReadButNeverCrash(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            LearnerFormat format = new LearnerFormat(_ -> withHorizon(12));
            Learner learner = format.create(SERIES);
            RandomCandles.of(SERIES, seed, 250).forEach(learner::onCandle);
            StateOutput head = new StateOutput();
            format.saveHead(learner, head);
            byte[] cut = Arrays.copyOf(head.toByteArray(), random.nextInt(head.size()));

            assertThatThrownBy(() -> format.restoreHead(format.create(SERIES), new StateInput(cut)))
                    .isInstanceOf(StateFormatException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "standard(fading=50)",
                "minmax(40)",
                "rank(40)",
                "robust(40)",
                "robust(40,clip=3)",
                "none"
            })
    void withAnyScalingItContinuesAsIfNeverStopped(String scaling) {
        List<Candle> candles = RandomCandles.of(SERIES, 17, 800);
        Learner unbroken = new Learner(SERIES, scaledBy(scaling));
        Learner restored = new Learner(SERIES, scaledBy(scaling));

        for (int i = 0; i < candles.size(); i++) {
            if (i % 90 == 0) {
                restored = new Learner(SERIES, scaledBy(scaling));
                restored.restore(new StateInput(GoldenBytes.saved(unbroken)));
            }
            unbroken.onCandle(candles.get(i));
            restored.onCandle(candles.get(i));
            assertThat(restored.lastStep().prediction().probabilities)
                    .containsExactly(unbroken.lastStep().prediction().probabilities);
        }
        assertThat(unbroken.outcomeCount()).isPositive();
    }

    private static LearnerConfig scaledBy(String scaling) {
        LearnerConfig base = withHorizon(HORIZON);
        return new LearnerConfig(
                base.features(),
                base.label(),
                base.models(),
                Scaling.parse(scaling, 10),
                base.scoring().halfLife(),
                base.calendar());
    }

    @Nested
    class Configuration {

        @Test
        void equalConfigurationsHaveEqualFingerprints() {
            assertThat(withHorizon(12).fingerprint()).isEqualTo(withHorizon(12).fingerprint());
        }

        @Test
        void everyPartDecidesTheFingerprint() {
            LearnerConfig base = withHorizon(12);
            List<LearnerConfig> others =
                    List.of(
                            withHorizon(13),
                            LearnerConfigs.of(12, Calendar.WEEKDAYS),
                            new LearnerConfig(
                                    base.features(),
                                    new DirectionRule(12, 11),
                                    base.models(),
                                    Scaling.standard(10),
                                    1_000,
                                    base.calendar()),
                            new LearnerConfig(
                                    base.features(),
                                    base.label(),
                                    List.of(
                                            NamedModel.of(
                                                    new ModelConfig.Softmax(
                                                            new LearningRate.Constant(0.011),
                                                            0,
                                                            1))),
                                    Scaling.standard(10),
                                    1_000,
                                    base.calendar()),
                            new LearnerConfig(
                                    base.features(),
                                    base.label(),
                                    base.models(),
                                    Scaling.standard(11),
                                    1_000,
                                    base.calendar()),
                            new LearnerConfig(
                                    base.features(),
                                    base.label(),
                                    base.models(),
                                    Scaling.standard(10),
                                    999,
                                    base.calendar()),
                            scaledBy("none"),
                            scaledBy("rank(500)"),
                            scaledBy("rank(501)"),
                            scaledBy("standard(fading=500)"),
                            scaledBy("robust(500)"),
                            scaledBy("robust(500,clip=11)"));

            assertThat(others)
                    .extracting(LearnerConfig::fingerprint)
                    .doesNotHaveDuplicates()
                    .doesNotContain(base.fingerprint());
        }
    }

    private static Learner learner() {
        return new Learner(SERIES, withHorizon(HORIZON));
    }
}
