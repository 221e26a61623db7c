package io.candlestream.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.account.AccountConfig;
import io.candlestream.account.CostModel;
import io.candlestream.account.PositionRule;
import io.candlestream.account.Sides;
import io.candlestream.backtest.WalkForwardConfig;
import io.candlestream.candle.Calendar;
import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.evaluation.Span;
import io.candlestream.evaluation.WalkForwardPlan;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.FeatureSets;
import io.candlestream.feature.Scaling;
import io.candlestream.learner.LabelExpression;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.ModelExpression;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditTest {

    private static final List<Candle> CANDLES = RandomCandles.of(21, 3_000);
    private static final Series SERIES = CANDLES.getFirst().series();
    private static final LearnerConfig LEARNER =
            new LearnerConfig(
                    FeatureSet.of(FeatureSets.parse("return(1), rsi(14), volume")),
                    LabelExpression.parse("direction(4)"),
                    ModelExpression.parseList("softmax, fast=sgd(optimizer=0.1)"),
                    Scaling.standard(10),
                    1_000,
                    Calendar.ALWAYS_OPEN);
    private static final WalkForwardConfig CONFIG = config("1000", "400", "0", false, true);

    private static WalkForwardConfig config(
            String train, String test, String embargo, boolean isAnchored, boolean isOnline) {
        return new WalkForwardConfig(
                new WalkForwardPlan(
                        Span.parse(train),
                        Span.parse(test),
                        Span.parse(test),
                        Span.parse(embargo),
                        isAnchored,
                        false),
                isOnline,
                new PositionRule(0.52, 0.48, 0.04, 0),
                AccountConfig.of(10_000, CostModel.FREE, Sides.LONG_SHORT),
                1);
    }

    private static Audit of(Subject subject) {
        return new Audit(subject, subject, SERIES, LEARNER, CONFIG, CANDLES);
    }

    private static Subject honest() {
        return new WalkForwardSubject(SERIES, LEARNER, CONFIG);
    }

    /// Sees the next candle's close in the volume of the one before.
    private static Subject peeking() {
        return (candles, threads) ->
                honest().replay(Histories.withFuturePlanted(candles, 1), threads);
    }

    private static Subject changing(Replay one, Replay other) {
        List<Replay> replays = new ArrayList<>(List.of(one, other));
        return (_, _) -> replays.removeFirst();
    }

    @Nested
    class AnHonestWalk {

        @ParameterizedTest
        @CsvSource({
            "1000, 400, 0, false, true",
            "1000, 400, 25, true, false",
            "20h, 6h, 30m, false, false",
            "20h, 6h, 0m, true, true"
        })
        void passesEveryCheck(
                String train, String test, String embargo, boolean isAnchored, boolean isOnline) {
            List<Finding> findings =
                    Audit.of(
                                    SERIES,
                                    LEARNER,
                                    config(train, test, embargo, isAnchored, isOnline),
                                    CANDLES)
                            .run();

            assertThat(findings)
                    .extracting(Finding::check)
                    .containsExactly(
                            "future_changed",
                            "moves_shuffled",
                            "oracle_found",
                            "labels_purged",
                            "threads_agree");
            assertThat(findings).allMatch(Finding::isPassed);
        }

        @Test
        void givesTheSameFindingsAgain() {
            assertThat(of(honest()).futureChanged()).isEqualTo(of(honest()).futureChanged());
            assertThat(of(honest()).movesShuffled()).isEqualTo(of(honest()).movesShuffled());
        }
    }

    @Nested
    class ALeak {

        @Test
        void throughAFeatureOfTheNextCandleIsSeenWhenTheFutureChanges() {
            Finding finding = of(peeking()).futureChanged();

            assertThat(finding.isPassed()).isFalse();
            assertThat(finding.measured()).contains("with another future behind the candle of");
        }

        @Test
        void throughTheLabelIsSeenWhenThereIsNothingToLearn() {
            Finding finding =
                    of((candles, threads) ->
                                    honest().replay(
                                                    Histories.withFuturePlanted(candles, 4),
                                                    threads))
                            .movesShuffled();

            assertThat(finding.isPassed()).isFalse();
        }

        @Test
        void throughALabelOfTheTestWindowIsSeenInWhatWasLearned() {
            Replay replay = honest().replay(CANDLES, 1);
            Timeline timeline = new Timeline(SERIES, LEARNER, CONFIG, CANDLES);
            int first = timeline.at(timeline.fold(1).testFrom());
            LearnedRows rows = new LearnedRows(replay.folds().get(1));
            // Its label, four candles on, is known with the first candle of the test window.
            rows.add(timeline.openTimeMs(first - 4), timeline.knownMs(first - 4));
            List<LearnedRows> folds = new ArrayList<>(replay.folds());
            folds.set(1, rows);
            Replay leaking = new Replay(replay.forecasts(), folds, replay.digest());

            Finding finding = of((_, _) -> leaking).labelsPurged();

            assertThat(finding.isPassed()).isFalse();
            assertThat(finding.measured()).startsWith("fold 1 learned the row of ");
        }

        @Test
        void throughALabelLearnedBeforeItIsKnownIsSeenToo() {
            Replay replay = honest().replay(CANDLES, 1);
            Timeline timeline = new Timeline(SERIES, LEARNER, CONFIG, CANDLES);
            int row = timeline.at(timeline.fold(0).trainFrom());
            LearnedRows rows = new LearnedRows();
            rows.add(timeline.openTimeMs(row), timeline.knownMs(row) - 60_000);
            List<LearnedRows> folds = new ArrayList<>(replay.folds());
            folds.set(0, rows);

            Replay leaking = new Replay(replay.forecasts(), folds, replay.digest());

            assertThat(of((_, _) -> leaking).labelsPurged().isPassed()).isFalse();
        }
    }

    @Nested
    class AnAuditThatCouldSeeNothing {

        @Test
        void failsWhereNoOracleIsFound() {
            Finding finding = of((_, threads) -> honest().replay(CANDLES, threads)).oracleFound();

            assertThat(finding.isPassed()).isFalse();
        }

        @Test
        void failsWhereTheFutureChangesNothing() {
            Replay same = honest().replay(CANDLES, 1);

            assertThat(of((_, _) -> same).futureChanged().measured())
                    .contains("changed no prediction: shows nothing");
        }

        @Test
        void failsWhereNothingIsLearned() {
            Replay replay = honest().replay(CANDLES, 1);
            List<LearnedRows> none = replay.folds().stream().map(_ -> new LearnedRows()).toList();
            Replay idle = new Replay(replay.forecasts(), none, replay.digest());

            assertThat(of((_, _) -> idle).labelsPurged().isPassed()).isFalse();
        }
    }

    @Test
    void threadsThatDisagreeAreSeen() {
        Replay one = honest().replay(CANDLES, 1);
        Replay two = new Replay(one.forecasts(), one.folds(), "f".repeat(64));

        assertThat(of(changing(one, two)).threadsAgree().isPassed()).isFalse();
    }

    @Test
    void movesDrawnAnewAreCandlesThatAGateAccepts() {
        List<Candle> drawn = Histories.withMovesDrawnAnew(CANDLES, 7);

        assertThat(drawn).hasSameSizeAs(CANDLES).isNotEqualTo(CANDLES);
        assertThat(new Timeline(SERIES, LEARNER, CONFIG, drawn).foldCount())
                .isEqualTo(new Timeline(SERIES, LEARNER, CONFIG, CANDLES).foldCount());
    }
}
