package io.candlestream.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {

    private static final List<Candle> CANDLES = RandomCandles.of(11, 700);
    private static final Series SERIES = CANDLES.getFirst().series();
    private static final int WINDOW = 50;

    @Test
    void theWindowIsOfTheLastOutcomesAlone() {
        Learner learner = learner("direction(3)", "softmax", WINDOW);
        List<Double> losses = new ArrayList<>();
        for (Candle candle : CANDLES) {
            Step step = learner.onCandle(candle);
            if (step.hasOutcome()) {
                losses.add(step.outcome(0).logLoss());
            }
        }
        double mean =
                losses.subList(losses.size() - WINDOW, losses.size()).stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow();

        Score score = learner.scores().getFirst();
        assertThat(recent(score, "log_loss")).isCloseTo(mean, within(1e-12));
        assertThat(score.measure("log_loss").allTime()).isNotCloseTo(mean, within(1e-6));
        for (String label : learner.config().label().classNames()) {
            assertThat(recent(score, "auc." + label)).isBetween(0.0, 1.0);
        }
    }

    @Test
    void aWindowOfEverythingIsAllTime() {
        Learner learner = learner("direction(3)", "softmax, naive_bayes", 10_000);
        CANDLES.forEach(learner::onCandle);

        for (Score score : learner.scores()) {
            for (String name :
                    List.of("accuracy", "balanced_accuracy", "log_loss", "brier_score")) {
                assertThat(recent(score, name))
                        .isCloseTo(score.measure(name).allTime(), within(1e-12));
            }
        }
    }

    @Test
    void numbersHaveARankCorrelation() {
        Learner learner = learner("forward_return(3)", "rls", 10_000);
        CANDLES.forEach(learner::onCandle);

        for (Score score : learner.scores()) {
            for (String name : List.of("mse", "rmse", "mae", "r2", "pearson", "hit_rate")) {
                assertThat(recent(score, name))
                        .isCloseTo(score.measure(name).allTime(), within(1e-12));
            }
            assertThat(recent(score, "spearman")).isBetween(-1.0, 1.0);
        }
        assertThat(recent(learner.scores().getFirst(), "spearman")).isNotZero();
    }

    @Test
    void thereIsNoneUnlessItIsAskedFor() {
        Learner learner = learner("direction(3)", "softmax", 0);
        CANDLES.forEach(learner::onCandle);

        assertThat(learner.scores()).allMatch(score -> score.recent().isEmpty());
    }

    @Test
    void whoAlwaysBuysIsRightAsOftenAsThePriceRises() {
        Learner learner = learner("direction(3)", "softmax", 0);
        CANDLES.forEach(learner::onCandle);

        Score always = learner.scores().getLast();
        assertThat(always.name()).isEqualTo("always_long");
        assertThat(always.measure("accuracy").allTime())
                .isEqualTo(learner.labelCounts().getLast() / (double) learner.outcomeCount());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0    | 0     | half-life must be positive and finite, was 0.0
                    NaN  | 0     | half-life must be positive and finite, was NaN
                    1000 | 1     | window must be 0 or from 2 to 10000, was 1
                    1000 | 10001 | window must be 0 or from 2 to 10000, was 10001
                    1000 | -5    | window must be 0 or from 2 to 10000, was -5
                    """)
    void refusesWhatIsOutOfRange(double halfLife, int window, String message) {
        assertThatThrownBy(() -> new Scoring(halfLife, window))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static double recent(Score score, String name) {
        return score.recent().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Learner learner(String label, String models, int window) {
        LearnerConfig standard = LearnerConfigs.withHorizon(3);
        return new Learner(
                SERIES,
                new LearnerConfig(
                        standard.features(),
                        LabelExpression.parse(label),
                        ModelExpression.parseList(models),
                        standard.scaling(),
                        new Scoring(standard.scoring().halfLife(), window),
                        standard.calendar(),
                        Confidence.PLAIN,
                        Supervision.NONE));
    }
}
