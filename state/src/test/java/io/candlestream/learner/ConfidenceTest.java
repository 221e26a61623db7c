package io.candlestream.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.calibration.CalibrationConfig;
import io.candlestream.calibration.ConformalConfig;
import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import io.candlestream.golden.GoldenBytes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceTest {

    private static final int HORIZON = 6;
    private static final List<Candle> CANDLES = RandomCandles.of(8, 9_000);
    private static final String CLASSES = "softmax, fast=sgd(optimizer=0.1)";

    @ParameterizedTest
    @ValueSource(strings = {"temperature", "platt", "isotonic(500,50)"})
    void calibratedProbabilitiesAreNearerToWhatComesTrue(String calibration) {
        Score plain = run(classes("none", null)).scores().get(1);
        Score calibrated = run(classes(calibration, null)).scores().get(1);

        assertThat(calibrated.measure("log_loss").allTime())
                .isLessThan(plain.measure("log_loss").allTime());
        assertThat(calibrated.measure("calibration_error").allTime())
                .isLessThan(plain.measure("calibration_error").allTime());
    }

    @Test
    void calibrationChangesNothingOfWhatTheModelLearns() {
        Learner plain = run(classes("none", null));
        Learner calibrated = run(classes("platt", null));

        assertThat(calibrated.model(1).coefficients()).isDeepEqualTo(plain.model(1).coefficients());
    }

    @Test
    void publishedSetsHoldTheLabelAsOftenAsAskedForAndAreCountedAsPublished() {
        Learner learner = learner(classes("none", new ConformalConfig(0.8, 0.01, 500)));
        Deque<Long> published = new ArrayDeque<>();
        int judged = 0;
        int held = 0;
        for (Candle candle : CANDLES) {
            Step step = learner.onCandle(candle);
            if (step.hasOutcome()) {
                long set = published.removeFirst();
                if (set != 0) {
                    judged++;
                    held += (int) (set >> step.outcome().label() & 1);
                }
            }
            if (step.hasPrediction()) {
                published.addLast(step.prediction().set());
            }
        }
        double coverage = held / (double) judged;

        assertThat(judged).isGreaterThan(8_000);
        assertThat(coverage).isBetween(0.78, 0.82);
        assertThat(learner.scores().getFirst().measure("coverage").allTime()).isEqualTo(coverage);
    }

    @Test
    void publishedBandsHoldTheNumberAsOftenAsAskedFor() {
        Learner learner = run(numbers(new ConformalConfig(0.9, 0.01, 500)));

        assertThat(learner.scores().getFirst().measure("coverage").allTime()).isBetween(0.88, 0.92);
        assertThat(learner.lastStep().prediction().radius()).isPositive();
    }

    @Test
    void withoutThemThereAreNone() {
        Learner learner = run(classes("none", null));

        assertThat(learner.lastStep().prediction().set()).isZero();
        assertThatThrownBy(() -> learner.scores().getFirst().measure("coverage"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersAreNotCalibrated() {
        assertThatThrownBy(() ->
                        config(
                                "forward_return(6)",
                                "rls",
                                new Confidence(CalibrationExpression.parse("platt"), null)))
                .hasMessageStartingWith("calibration is of classes and must be none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"temperature", "platt", "isotonic(100,10)", "number"})
    void savedAndRestoredAtAnyCandleItContinuesToTheBit(String kind) {
        ConformalConfig conformal = new ConformalConfig(0.9, 0.01, 100);
        LearnerConfig config =
                kind.equals("number") ? numbers(conformal) : classes(kind, conformal);
        SplittableRandom random = new SplittableRandom(3);
        Learner undisturbed = learner(config);
        Learner restarted = learner(config);
        for (Candle candle : CANDLES.subList(0, 1_500)) {
            if (random.nextInt(40) == 0) {
                Learner fresh = learner(config);
                fresh.restore(new StateInput(GoldenBytes.saved(restarted)));
                restarted = fresh;
            }
            undisturbed.onCandle(candle);
            restarted.onCandle(candle);
        }
        assertThat(GoldenBytes.saved(restarted)).isEqualTo(GoldenBytes.saved(undisturbed));
    }

    @Test
    void aCandleAllocatesNothing() {
        List<Candle> candles = RandomCandles.of(1, 40_000);
        Learner learner = learner(classes("platt", new ConformalConfig(0.9, 0.01, 100)));
        int[] next = {0};
        Runnable run =
                () -> {
                    for (int i = 0; i < 2_000; i++) {
                        learner.onCandle(candles.get(next[0]++));
                    }
                };
        for (int i = 0; i < 6; i++) {
            run.run();
        }

        assertThat(Allocation.least(run)).isZero();
    }

    private static Learner run(LearnerConfig config) {
        Learner learner = learner(config);
        CANDLES.forEach(learner::onCandle);
        return learner;
    }

    private static Learner learner(LearnerConfig config) {
        return new Learner(CANDLES.getFirst().series(), config);
    }

    private static LearnerConfig classes(String calibration, @Nullable ConformalConfig conformal) {
        CalibrationConfig config = CalibrationExpression.parse(calibration);
        return config("direction(6)", CLASSES, new Confidence(config, conformal));
    }

    private static LearnerConfig numbers(ConformalConfig conformal) {
        return config(
                "forward_return(6)",
                "sgd(loss=squared,optimizer=0.001)",
                new Confidence(CalibrationConfig.standard(), conformal));
    }

    private static LearnerConfig config(String label, String models, Confidence confidence) {
        LearnerConfig standard = LearnerConfigs.withHorizon(HORIZON);
        return new LearnerConfig(
                standard.features(),
                LabelExpression.parse(label),
                ModelExpression.parseList(models),
                standard.scaling(),
                standard.scoring(),
                standard.calendar(),
                confidence,
                Supervision.NONE);
    }
}
