package io.candlestream.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.codec.StateInput;
import io.candlestream.feature.ExpressionException;
import io.candlestream.golden.GoldenBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Markets whose returns follow the return before, and after the middle go against it.
class SupervisionTest {

    private static final Series SERIES =
            new Series(Instrument.parse("test:FLIP"), Interval.ONE_MINUTE);
    private static final int HALF = 8_000;
    private static final String TWO_MODELS =
            "slow=softmax(learning_rate=inverse_scaling(0.5,0.8)), fast=softmax(learning_rate=0.1)";

    @Nested
    class ARelationThatFlips {

        @Test
        void isNoticedSoonAndOnlyAfterwards() {
            List<Occurrence> drifts =
                    run("adwin(0.0001)", "alert", "fixed", TWO_MODELS).stream()
                            .filter(one -> one.event().kind() == Event.Kind.DRIFT)
                            .toList();

            assertThat(drifts).isNotEmpty();
            assertThat(drifts.getFirst().candle()).isBetween(HALF, HALF + 300);
            assertThat(drifts.getFirst().event().after())
                    .isGreaterThan(drifts.getFirst().event().before());
        }

        @Test
        void makesTheFasterModelChampionOnceItSurelyLosesLess() {
            List<Occurrence> promotions =
                    run("none", "alert", "best(minimum=300,cool_down=500)", TWO_MODELS).stream()
                            .filter(one -> one.event().kind() == Event.Kind.PROMOTION)
                            .toList();

            assertThat(promotions).hasSize(1);
            Occurrence promotion = promotions.getFirst();
            assertThat(promotion.candle()).isGreaterThan(HALF);
            assertThat(promotion.event().model()).isOne();
            assertThat(promotion.event().other()).isZero();
            assertThat(promotion.event().by()).isEqualTo("paired_difference");
            assertThat(promotion.event().after()).isLessThan(promotion.event().before());
        }

        @Test
        void neverPromotesWhereTheChampionIsFixed() {
            assertThat(run("none", "alert", "fixed", TWO_MODELS)).isEmpty();
        }

        @Test
        void doesNotPromoteTwiceWithinTheCoolDown() {
            List<Occurrence> promotions =
                    run(
                                    "none",
                                    "alert",
                                    "best(minimum=1,cool_down=4000)",
                                    TWO_MODELS + ", other=softmax(learning_rate=0.11)")
                            .stream()
                            .filter(one -> one.event().kind() == Event.Kind.PROMOTION)
                            .toList();

            for (int i = 1; i < promotions.size(); i++) {
                assertThat(promotions.get(i).candle() - promotions.get(i - 1).candle())
                        .isGreaterThanOrEqualTo(4_000);
            }
        }

        @Test
        void promotesTheBestAtOnceWhereThatIsTheReaction() {
            List<Occurrence> all = run("adwin(0.0001)", "promote", "fixed", TWO_MODELS);

            assertThat(all)
                    .filteredOn(one -> one.event().kind() == Event.Kind.PROMOTION)
                    .first()
                    .satisfies(one -> {
                        assertThat(one.event().by()).isEqualTo("adwin");
                        assertThat(one.candle()).isBetween(HALF, HALF + 2_000);
                    });
        }

        @Test
        void putsAChampionBelowTheFloorOutOfUse() {
            Learner learner = learner("none", "alert", "fixed(floor=0.02)", "softmax");
            List<Role> roles = new ArrayList<>();
            for (Candle candle : candles()) {
                learner.onCandle(candle);
                roles.add(learner.role(0));
            }
            assertThat(roles.get(HALF - 1)).isEqualTo(Role.CHAMPION);
            assertThat(roles.subList(HALF, HALF + 3_000)).contains(Role.NONE);
        }
    }

    @Nested
    class Reactions {

        @ParameterizedTest
        @ValueSource(strings = {"reset_model", "faster(500,300)"})
        void bringAModelThatHasStoppedLearningBack(String reaction) {
            String settled = "softmax(learning_rate=inverse_scaling(0.05,0.9))";
            double untouched = lateLogLoss(learner("adwin(0.0001)", "alert", "fixed", settled));
            double helped = lateLogLoss(learner("adwin(0.0001)", reaction, "fixed", settled));

            assertThat(helped).isLessThan(untouched - 0.05);
        }

        @Test
        void aResetModelHasLearnedNothingBeforeTheDrift() {
            Learner learner = learner("adwin(0.0001)", "reset_model", "fixed", "softmax");
            boolean isReset = false;
            for (Candle candle : candles()) {
                Step step = learner.onCandle(candle);
                if (!step.events().isEmpty()) {
                    assertThat(learner.model(0).learnedCount()).isZero();
                    isReset = true;
                }
            }
            assertThat(isReset).isTrue();
        }

        @Test
        void aResetScalerKnowsOnlyTheCandleThatFollows() {
            Learner learner = learner("adwin(0.0001)", "reset_scaler", "fixed", "softmax");
            Learner untouched = learner("adwin(0.0001)", "alert", "fixed", "softmax");
            for (Candle candle : candles()) {
                Step step = learner.onCandle(candle);
                untouched.onCandle(candle);
                if (!step.events().isEmpty()) {
                    // One row has no deviation, so that every feature is in the middle.
                    assertThat(learner.newestFeatures()).containsOnly(0.0);
                    assertThat(untouched.newestFeatures()).isNotEqualTo(learner.newestFeatures());
                    return;
                }
            }
            throw new AssertionError("there must be a drift, there was none");
        }

        private static double lateLogLoss(Learner learner) {
            double sum = 0;
            int count = 0;
            for (Candle candle : candles()) {
                Step step = learner.onCandle(candle);
                if (step.hasOutcome() && learner.gate().missingCount() == 0) {
                    count++;
                    if (count > HALF + 1_000) {
                        sum += step.outcome().logLoss();
                    }
                }
            }
            return sum / (count - HALF - 1_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adwin(0.0001)|faster(20,300)|best(minimum=300,cool_down=500,floor=0)",
                "page_hinkley|promote|fixed(floor=0.02)",
                "ddm|reset_model|fixed",
                "eddm|reset_scaler|best",
                "kswin|alert|best"
            })
    void savedAndRestoredAtAnyCandleItContinuesToTheBit(String policies) {
        String[] policy = policies.split("\\|", -1);
        Learner undisturbed = learner(policy[0], policy[1], policy[2], TWO_MODELS);
        Learner restarted = learner(policy[0], policy[1], policy[2], TWO_MODELS);
        SplittableRandom random = new SplittableRandom(7);
        for (Candle candle : candles()) {
            if (random.nextInt(400) == 0) {
                Learner fresh = learner(policy[0], policy[1], policy[2], TWO_MODELS);
                fresh.restore(new StateInput(GoldenBytes.saved(restarted)));
                restarted = fresh;
            }
            List<Event> expected = List.copyOf(undisturbed.onCandle(candle).events());
            assertThat(restarted.onCandle(candle).events()).isEqualTo(expected);
        }
        assertThat(GoldenBytes.saved(restarted)).isEqualTo(GoldenBytes.saved(undisturbed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"adwin(2)", "adwn", "ddm(3,2)", "kswin(window=2000)"})
    void detectorsThatCannotBeAreRefused(String text) {
        assertThatThrownBy(() -> SupervisionExpression.parseDrift(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessageStartingWith("column 1: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adwin(0.002)",
                "page_hinkley(0.01,30.0,40)",
                "ddm(2.0,3.0,30)",
                "eddm(0.5,0.95,0.9,30)",
                "kswin(1.0E-4,100,30,1,1)"
            })
    void detectorsAreReadFromWhatTheySay(String text) {
        assertThat(SupervisionExpression.parseDrift(text))
                .isNotNull()
                .satisfies(config -> assertThat(config.expression()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fixed(minimum=500,floor=none)",
                "fixed(minimum=9,floor=0.5)",
                "best(minimum=7,margin=0.01,cool_down=3,floor=-0.5)"
            })
    void policiesAreReadFromWhatTheySay(String text) {
        assertThat(SupervisionExpression.parseChampion(text).expression()).isEqualTo(text);
    }

    private record Occurrence(int candle, Event event) {}

    private static List<Occurrence> run(
            String drift, String reaction, String champion, String models) {
        Learner learner = learner(drift, reaction, champion, models);
        List<Occurrence> all = new ArrayList<>();
        List<Candle> candles = candles();
        for (int i = 0; i < candles.size(); i++) {
            for (Event event : learner.onCandle(candles.get(i)).events()) {
                all.add(new Occurrence(i, event));
            }
        }
        return all;
    }

    private static Learner learner(String drift, String reaction, String champion, String models) {
        LearnerConfig standard = LearnerConfigs.withFeatures("return(1), return(2), rsi(14)", 1);
        return new Learner(
                SERIES,
                new LearnerConfig(
                        standard.features(),
                        LabelExpression.parse("direction(1,threshold_bps=5)"),
                        ModelExpression.parseList(models),
                        standard.scaling(),
                        new Scoring(500),
                        standard.calendar(),
                        Confidence.PLAIN,
                        new Supervision(
                                SupervisionExpression.parseDrift(drift),
                                SupervisionExpression.parseReaction(reaction),
                                SupervisionExpression.parseChampion(champion))));
    }

    private static List<Candle> candles() {
        SplittableRandom random = new SplittableRandom(5);
        List<Candle> candles = new ArrayList<>();
        double close = 100;
        double logReturn = 0;
        for (int i = 0; i < 2 * HALF; i++) {
            logReturn = (i < HALF ? 0.6 : -0.6) * logReturn + 0.002 * random.nextGaussian();
            double open = close;
            close *= Math.exp(logReturn);
            candles.add(
                    new Candle(
                            SERIES,
                            1_700_000_040_000L + 60_000L * i,
                            open,
                            Math.max(open, close),
                            Math.min(open, close),
                            close,
                            1 + random.nextInt(100)));
        }
        return candles;
    }
}
