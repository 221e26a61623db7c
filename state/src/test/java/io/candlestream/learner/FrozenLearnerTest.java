package io.candlestream.learner;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.calibration.ConformalConfig;
import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.codec.StateInput;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A learner whose models stand still, of classes and of numbers, with all that learns from labels.
class FrozenLearnerTest {

    private static final List<Candle> CANDLES = RandomCandles.of(11, 1_500);
    private static final Series SERIES = CANDLES.getFirst().series();
    private static final int FROZEN_FROM = 700;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    direction(6)      | softmax, fast=sgd(optimizer=0.1)
                    forward_return(6) | sgd(loss=squared,optimizer=0.001), rls
                    """)
    void predictsAsTheModelsWereWhenTheyFroze(String label, String models) {
        Learner learner = learner(label, models);
        CANDLES.subList(0, FROZEN_FROM).forEach(learner::onCandle);
        learner.freeze();
        List<byte[]> before = modelBytes(learner);
        long learned = learner.model(0).learnedCount();

        for (Candle candle : CANDLES.subList(FROZEN_FROM, CANDLES.size())) {
            assertThat(learner.onCandle(candle).prediction().learnedCount()).isEqualTo(learned);
        }

        assertThat(modelBytes(learner)).containsExactlyElementsOf(before);
    }

    @Test
    void goesOnScoringWhatItPredicts() {
        Learner learner = learner("direction(6)", "softmax");
        CANDLES.subList(0, FROZEN_FROM).forEach(learner::onCandle);
        learner.freeze();
        long outcomes = learner.outcomeCount();

        Step step = learner.lastStep();
        for (Candle candle : CANDLES.subList(FROZEN_FROM, CANDLES.size())) {
            step = learner.onCandle(candle);
            assertThat(step.hasOutcome()).isTrue();
        }

        assertThat(learner.outcomeCount()).isEqualTo(outcomes + CANDLES.size() - FROZEN_FROM);
        assertThat(step.outcome().logLoss()).isPositive();
    }

    @Test
    void neitherActsOnDriftNorPromotes() {
        Learner learner = supervised();
        CANDLES.subList(0, FROZEN_FROM).forEach(learner::onCandle);
        learner.freeze();
        int champion = champion(learner);

        for (Candle candle : CANDLES.subList(FROZEN_FROM, CANDLES.size())) {
            assertThat(learner.onCandle(candle).events()).isEmpty();
        }

        assertThat(champion(learner)).isEqualTo(champion);
    }

    @Test
    void learnsWhenItThawsFromTheLabelsThatComeThen() {
        Learner learner = learner("direction(6)", "softmax");
        CANDLES.subList(0, FROZEN_FROM).forEach(learner::onCandle);
        long learned = learner.model(0).learnedCount();
        learner.freeze();
        CANDLES.subList(FROZEN_FROM, FROZEN_FROM + 100).forEach(learner::onCandle);
        learner.thaw();

        CANDLES.subList(FROZEN_FROM + 100, FROZEN_FROM + 150).forEach(learner::onCandle);

        assertThat(learner.model(0).learnedCount()).isEqualTo(learned + 50);
    }

    @Test
    void isNoOtherThanOneThatNeverFrozeWhenItThawsAtOnce() {
        Learner learner = supervised();
        Learner other = supervised();
        for (Candle candle : CANDLES) {
            learner.freeze();
            learner.thaw();
            learner.onCandle(candle);
            other.onCandle(candle);
        }

        assertThat(saved(learner)).isEqualTo(saved(other));
    }

    @Test
    void goesOnFromItsBytesAlikeWhereverItIsFrozen() {
        Learner learner = supervised();
        CANDLES.subList(0, FROZEN_FROM).forEach(learner::onCandle);
        Learner restored = supervised();
        restored.restore(new StateInput(saved(learner)));
        learner.freeze();
        restored.freeze();

        for (Candle candle : CANDLES.subList(FROZEN_FROM, CANDLES.size())) {
            learner.onCandle(candle);
            restored.onCandle(candle);
        }

        assertThat(saved(restored)).isEqualTo(saved(learner));
    }

    private static List<byte[]> modelBytes(Learner learner) {
        return IntStream.range(0, learner.config().models().size())
                .mapToObj(model -> saved(learner.model(model)))
                .toList();
    }

    private static int champion(Learner learner) {
        return learner.role(0) == Role.CHAMPION ? 0 : 1;
    }

    private static Learner learner(String label, String models) {
        return new Learner(SERIES, config(label, models, Confidence.PLAIN, Supervision.NONE));
    }

    private static Learner supervised() {
        Confidence confidence =
                new Confidence(
                        CalibrationExpression.parse("platt"), new ConformalConfig(0.8, 0.01, 500));
        Supervision supervision =
                new Supervision(
                        SupervisionExpression.parseDrift("kswin"),
                        SupervisionExpression.parseReaction("reset_model"),
                        SupervisionExpression.parseChampion("best(minimum=50,cool_down=10)"));
        return new Learner(
                SERIES,
                config(
                        "direction(6)",
                        "softmax, fast=sgd(optimizer=0.1)",
                        confidence,
                        supervision));
    }

    private static LearnerConfig config(
            String label, String models, Confidence confidence, Supervision supervision) {
        LearnerConfig standard = LearnerConfigs.withHorizon(6);
        return new LearnerConfig(
                standard.features(),
                LabelExpression.parse(label),
                ModelExpression.parseList(models),
                standard.scaling(),
                standard.scoring(),
                standard.calendar(),
                confidence,
                supervision);
    }
}
