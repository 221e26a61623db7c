package io.candlestream.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.golden.Allocation;
import io.candlestream.golden.GoldenBytes;
import io.candlestream.label.LabelRule;
import io.candlestream.seed.Seeded;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Models that learn side by side from the same candles, of classes and of numbers.
class SeveralModelsTest {

    private static final String CLASSES =
            "softmax, fast=sgd(optimizer=0.1), smile, naive_bayes, passive_aggressive(c=0.01)";
    private static final String NUMBERS =
            "sgd(loss=squared,optimizer=0.001), rls, bayesian_regression";
    private static final List<Candle> CANDLES = RandomCandles.of(5, 900);
    private static final Series SERIES = CANDLES.getFirst().series();

    @Test
    void eachPredictsWhatItWouldPredictAlone() {
        Learner together = learner("direction(6)", CLASSES);
        List<NamedModel> models = together.config().models();
        List<Learner> alone =
                models.stream().map(model -> learner("direction(6)", model.toString())).toList();
        for (Candle candle : CANDLES) {
            Step step = together.onCandle(candle);
            for (int m = 0; m < models.size(); m++) {
                Step own = alone.get(m).onCandle(candle);
                if (step.hasPrediction()) {
                    assertThat(step.prediction(m).probabilities)
                            .containsExactly(own.prediction().probabilities);
                }
                if (step.hasOutcome()) {
                    assertThat(step.outcome(m).logLoss()).isEqualTo(own.outcome().logLoss());
                }
            }
        }
        for (int m = 0; m < models.size(); m++) {
            assertThat(together.scores().get(m).measures())
                    .isEqualTo(alone.get(m).scores().getFirst().measures());
        }
    }

    @Test
    void theFirstIsChampionAndEachIsComparedWithBaselinesAndChampion() {
        Learner learner = learner("direction(2)", CLASSES);
        CANDLES.forEach(learner::onCandle);

        assertThat(learner.scores())
                .extracting(score -> score.role() + " " + score.name())
                .containsExactly(
                        "champion softmax",
                        "challenger fast",
                        "challenger smile",
                        "challenger naive_bayes",
                        "challenger passive_aggressive",
                        "baseline majority_class",
                        "baseline last_class",
                        "baseline always_long");
        assertThat(learner.scores().get(1).differences())
                .extracting(Difference::than)
                .containsExactly("majority_class", "last_class", "always_long", "softmax");
        assertThat(learner.scores().getFirst().differences())
                .allMatch(difference -> Double.isFinite(difference.margin()));
    }

    @Test
    void theMeanDifferenceIsThatOfTheLossesInWholeBlocks() {
        Learner learner = learner("direction(2)", CLASSES);
        double sum = 0;
        int count = 0;
        int whole = 0;
        double ofWhole = 0;
        for (Candle candle : CANDLES) {
            Step step = learner.onCandle(candle);
            if (step.hasOutcome()) {
                sum += step.outcome(1).logLoss() - step.outcome(0).logLoss();
                count++;
                if (count % 8 == 0) {
                    whole = count;
                    ofWhole = sum;
                }
            }
        }
        Difference difference = learner.scores().get(1).differences().getLast();
        assertThat(difference.than()).isEqualTo("softmax");
        assertThat(difference.outcomes()).isEqualTo(whole);
        assertThat(difference.mean()).isCloseTo(ofWhole / whole, within(1e-12));
    }

    @Test
    void measuresFollowFromTheConfusionThatIsPublishedWithThem() {
        Learner learner = learner("direction(6)", "softmax");
        CANDLES.forEach(learner::onCandle);
        Score score = learner.scores().getFirst();

        long hits = 0;
        for (int c = 0; c < 3; c++) {
            hits += score.confusion().get(c).get(c);
        }
        assertThat(score.measure("accuracy").allTime())
                .isEqualTo(hits / (double) learner.outcomeCount());
        assertThat(score.reliability().stream().mapToLong(Score.Bin::outcomes).sum())
                .isEqualTo(learner.outcomeCount());
        assertThatThrownBy(() -> score.measure("luck"))
                .hasMessageStartingWith("measure must be one of [accuracy, ");
    }

    @Test
    void numbersAreJudgedBesideZeroAndTheLastValue() {
        Learner learner = learner("forward_return(3)", NUMBERS);
        double squares = 0;
        int count = 0;
        for (Candle candle : CANDLES) {
            Step step = learner.onCandle(candle);
            if (step.hasOutcome()) {
                Outcome outcome = step.outcome();
                assertThat(outcome.value()).isEqualTo(outcome.forwardReturn());
                squares += Math.pow(outcome.value() - outcome.predictedValue(), 2);
                count++;
            }
        }
        assertThat(learner.outcomeCount()).isEqualTo(count);
        assertThat(learner.scores().getFirst().measure("mse").allTime())
                .isCloseTo(squares / count, withinPercentage(1e-9));
        assertThat(learner.scores()).extracting(Score::name).endsWith("zero", "last_value");
        assertThat(learner.labelCounts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"direction(6)|" + CLASSES, "forward_return(6)|" + NUMBERS})
    void savedAndRestoredAtAnyCandleItContinuesToTheBit(String label, String models) {
        SplittableRandom random = new SplittableRandom(3);
        Learner undisturbed = learner(label, models);
        Learner restarted = learner(label, models);
        for (Candle candle : CANDLES) {
            if (random.nextInt(25) == 0) {
                Learner fresh = learner(label, models);
                fresh.restore(new StateInput(GoldenBytes.saved(restarted)));
                restarted = fresh;
            }
            undisturbed.onCandle(candle);
            restarted.onCandle(candle);
        }
        assertThat(GoldenBytes.saved(restarted)).isEqualTo(GoldenBytes.saved(undisturbed));
        assertThat(restarted.outcomeCount()).isGreaterThan(300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "direction(6)|softmax, fast=sgd(optimizer=0.1), naive_bayes",
                "forward_return(6)|" + NUMBERS
            })
    void aCandleAllocatesNothing(String label, String models) {
        List<Candle> candles = RandomCandles.of(1, 40_000);
        Learner learner = learner(label, models);
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

    @Seeded(runs = 100)
    void rowsThatCannotBeForecastsAreRefused(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LearnerFormat format = new LearnerFormat(_ -> config("direction(6)", "softmax"));
        Learner learner = format.create(SERIES);
        CANDLES.forEach(learner::onCandle);
        StateOutput head = new StateOutput();
        format.saveHead(learner, head);
        StateOutput rows = new StateOutput();
        format.saveRows(learner, format.firstRow(learner), format.nextRow(learner), rows);
        byte[] bytes = rows.toByteArray();
        int width = bytes.length / 6;
        // open time and close of the row, then the first forecast
        int at = random.nextInt(6) * width + 16 + 8 * random.nextInt(4);
        for (int i = 0; i < 8; i++) {
            bytes[at + i] = 0x7f;
        }

        Learner restored = format.create(SERIES);
        format.restoreHead(restored, new StateInput(head.toByteArray()));
        assertThatThrownBy(() ->
                        format.restoreRows(
                                restored,
                                format.firstRow(restored),
                                format.nextRow(restored),
                                new StateInput(bytes)))
                .isInstanceOf(StateFormatException.class)
                .hasMessageStartingWith("a forecast must be");
    }

    private static Learner learner(String label, String models) {
        return new Learner(SERIES, config(label, models));
    }

    private static LearnerConfig config(String label, String models) {
        LearnerConfig standard = LearnerConfigs.withHorizon(6);
        LabelRule rule = LabelExpression.parse(label);
        return new LearnerConfig(
                standard.features(),
                rule,
                ModelExpression.parseList(models),
                standard.scaling(),
                standard.scoring().halfLife(),
                standard.calendar());
    }
}
