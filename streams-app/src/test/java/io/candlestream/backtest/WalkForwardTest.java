package io.candlestream.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.account.AccountConfig;
import io.candlestream.account.CostModel;
import io.candlestream.account.FillRule;
import io.candlestream.account.PositionRule;
import io.candlestream.account.Sides;
import io.candlestream.account.StopRule;
import io.candlestream.candle.Calendar;
import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.evaluation.Fold;
import io.candlestream.evaluation.Span;
import io.candlestream.evaluation.WalkForwardPlan;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.FeatureSets;
import io.candlestream.feature.Scaling;
import io.candlestream.history.CandleSource;
import io.candlestream.label.LabelRule;
import io.candlestream.learner.LabelExpression;
import io.candlestream.learner.Learner;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.ModelExpression;
import io.candlestream.learner.Prediction;
import io.candlestream.learner.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkForwardTest {

    private static final int HORIZON = 6;
    private static final List<Candle> CANDLES = RandomCandles.of(21, 5_000);
    private static final Series SERIES = CANDLES.getFirst().series();
    private static final long MINUTE_MS = 60_000;

    @TempDir private Path folder;

    private static final LearnerConfig LEARNER = learner();

    private static LearnerConfig learner() {
        LabelRule rule = LabelExpression.parse("direction(%d)".formatted(HORIZON));
        return new LearnerConfig(
                FeatureSet.of(FeatureSets.parse("return(1), rsi(14), ema(20), zscore(volume,30)")),
                rule,
                ModelExpression.parseList("softmax, fast=sgd(optimizer=0.1)"),
                Scaling.standard(10),
                1_000,
                Calendar.ALWAYS_OPEN);
    }

    private static WalkForwardConfig config(WalkForwardPlan plan, boolean isOnline) {
        return new WalkForwardConfig(
                plan,
                isOnline,
                new PositionRule(0.52, 0.48, 0.04, 0),
                new AccountConfig(
                        10_000,
                        new CostModel(1, 1),
                        Sides.LONG_SHORT,
                        FillRule.NEXT_OPEN,
                        StopRule.NONE),
                1);
    }

    private static WalkForwardPlan plan(
            String train, String test, String step, String embargo, boolean isAnchored) {
        return new WalkForwardPlan(
                Span.parse(train),
                Span.parse(test),
                Span.parse(step),
                Span.parse(embargo),
                isAnchored,
                true);
    }

    private static WalkForwardPlan usual() {
        return plan("1000", "400", "400", "0", false);
    }

    private WalkForwardResult run(
            String name, WalkForwardConfig config, List<Candle> candles, int threads)
            throws IOException {
        Path out = Files.createDirectories(folder.resolve(name));
        try (EquityCsv equity = new EquityCsv(out.resolve("equity.csv"));
                TradesCsv trades = new TradesCsv(out.resolve("trades.csv"));
                ForecastsCsv predictions =
                        new ForecastsCsv(
                                out.resolve("predictions.csv"), LEARNER.label().classNames())) {
            WalkForwardResult result =
                    new WalkForward(SERIES, LEARNER, config)
                            .run(
                                    CandleSource.of(candles),
                                    new WalkForwardFiles(equity, trades, predictions),
                                    threads);
            equity.finish();
            trades.finish();
            predictions.finish();
            return result;
        }
    }

    private List<String> lines(String name, String file) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name).resolve(file));
        return lines.subList(1, lines.size());
    }

    private List<Long> times(String name) throws IOException {
        return lines(name, "equity.csv").stream()
                .map(line -> Long.parseLong(line.substring(0, line.indexOf(','))))
                .toList();
    }

    /// What a fold has to predict, by a learner of its own over all of history: no fork, no batch,
    /// no thread.
    private static List<String> expected(Fold fold, WalkForwardConfig config) {
        Learner learner = new Learner(SERIES, LEARNER);
        int warm = learner.firstOutcomeAt() - HORIZON - 1;
        boolean isTime = config.plan().unit() == Span.Unit.TIME;
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < CANDLES.size(); i++) {
            // The random candles have no gap: a position in time is one in candles, times a minute.
            long position = (i - warm) * (isTime ? MINUTE_MS : 1);
            long row = (i - warm - HORIZON) * (isTime ? MINUTE_MS : 1);
            boolean isTraining =
                    row >= fold.trainFrom() && position + fold.embargo() < fold.testFrom();
            boolean isTesting = row >= fold.testFrom() && config.isOnline();
            if (isTraining || isTesting) {
                learner.thaw();
            } else {
                learner.freeze();
            }
            Step step = learner.onCandle(CANDLES.get(i));
            if (position >= fold.testFrom() && position < fold.testTo()) {
                for (int model = 0; model < 2; model++) {
                    Prediction predicted = step.prediction(model);
                    rows.add(
                            CANDLES.get(i).openTimeMs()
                                    + ","
                                    + predicted.probability(0)
                                    + ","
                                    + predicted.probability(1)
                                    + ","
                                    + predicted.probability(2));
                }
            }
        }
        return rows;
    }

    private static String shortened(String line) {
        String[] fields = line.split(",", -1);
        return fields[1] + "," + fields[6] + "," + fields[7] + "," + fields[8];
    }

    @Nested
    class Predictions {

        @ParameterizedTest
        @CsvSource({
            "1000, 400, 0, false, false",
            "1000, 400, 0, false, true",
            "1000, 400, 25, false, true",
            "1000, 400, 0, true, false",
            "1000, 400, 25, true, true",
            "20h, 6h, 30m, false, true",
            "20h, 6h, 30m, true, false"
        })
        void areThoseOfALearnerOfEachFoldThatSawAllFromTheStart(
                String train, String test, String embargo, boolean isAnchored, boolean isOnline)
                throws IOException {
            WalkForwardConfig config =
                    config(plan(train, test, test, embargo, isAnchored), isOnline);

            WalkForwardResult result = run("run", config, CANDLES, 2);

            List<String> expected = new ArrayList<>();
            result.folds()
                    .forEach(fold ->
                            expected.addAll(expected(config.plan().fold(fold.number()), config)));
            assertThat(result.folds()).hasSizeGreaterThan(5);
            assertThat(lines("run", "predictions.csv").stream().map(WalkForwardTest::shortened))
                    .containsExactlyElementsOf(expected);
        }

        @Test
        void knowNothingOfCandlesBehindTheirTestWindow() throws IOException {
            WalkForwardResult whole = run("whole", config(usual(), true), CANDLES, 1);
            long end = whole.folds().get(2).testToMs();
            List<Candle> changed = new ArrayList<>();
            for (Candle c : CANDLES) {
                changed.add(
                        c.openTimeMs() < end
                                ? c
                                : new Candle(
                                        c.series(),
                                        c.openTimeMs(),
                                        2 * c.open(),
                                        3 * c.high(),
                                        c.low(),
                                        c.close(),
                                        7 * c.baseVolume()));
            }

            run("changed", config(usual(), true), changed, 1);

            int rows = 2 * 3 * 400;
            assertThat(lines("changed", "predictions.csv").subList(0, rows))
                    .isEqualTo(lines("whole", "predictions.csv").subList(0, rows));
            assertThat(lines("changed", "equity.csv").subList(0, rows / 2))
                    .isEqualTo(lines("whole", "equity.csv").subList(0, rows / 2));
            assertThat(lines("changed", "predictions.csv"))
                    .isNotEqualTo(lines("whole", "predictions.csv"));
        }

        @Test
        void areLearnedFromRowsThatAreNotPurgedAlone() throws IOException {
            WalkForwardPlan plan = plan("1000", "400", "400", "25", false);

            WalkForwardResult result = run("run", config(plan, true), CANDLES, 1);

            assertThat(result.folds())
                    .extracting(FoldResult::trainedCount)
                    .containsOnly(1_000L - HORIZON - 25);
        }
    }

    @Nested
    class Result {

        @ParameterizedTest
        @CsvSource({"false", "true"})
        void isTheSameHoweverManyThreadsMadeIt(boolean isAnchored) throws IOException {
            WalkForwardConfig config = config(plan("1000", "400", "150", "0", isAnchored), true);

            WalkForwardResult one = run("one", config, CANDLES, 1);
            WalkForwardResult two = run("two", config, CANDLES, 2);

            assertThat(two).isEqualTo(one);
            for (String file : List.of("equity.csv", "trades.csv", "predictions.csv")) {
                assertThat(folder.resolve("two").resolve(file))
                        .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
            }
        }

        @Test
        void coversEveryTestWindowOnce() throws IOException {
            WalkForwardResult result = run("run", config(usual(), false), CANDLES, 1);

            int count = usual().foldCount(CANDLES.size() - 30);
            assertThat(result.folds()).hasSize(count);
            assertThat(result.candleCount()).isEqualTo(400L * count);
            assertThat(times("run")).hasSize(400 * count).isSorted().doesNotHaveDuplicates();
            assertThat(result.outcomeCount()).isBetween(400L * count - HORIZON, 400L * count);
        }

        @Test
        void countsACandleOnceWhereTestWindowsOverlap() throws IOException {
            WalkForwardConfig config = config(plan("1000", "400", "150", "0", false), true);

            WalkForwardResult result = run("run", config, CANDLES, 1);

            int last = result.folds().size() - 1;
            assertThat(result.candleCount()).isEqualTo(150L * last + 400);
            assertThat(times("run")).isSorted().doesNotHaveDuplicates();
            List<String> newest = expected(config.plan().fold(last), config);
            List<String> all =
                    lines("run", "predictions.csv").stream()
                            .map(WalkForwardTest::shortened)
                            .toList();
            assertThat(all.subList(all.size() - newest.size(), all.size())).isEqualTo(newest);
        }

        @Test
        void holdsNothingBetweenTestWindows() throws IOException {
            WalkForwardPlan plan = plan("1000", "100", "300", "0", false);

            WalkForwardResult result = run("run", config(plan, true), CANDLES, 1);

            List<String> curve = lines("run", "equity.csv");
            assertThat(curve).hasSize(300 * (result.folds().size() - 1) + 100);
            // Decided at the first close behind the window, filled at the next open.
            for (int i = 102; i < 300; i++) {
                assertThat(curve.get(i).split(",", -1)[3]).isEqualTo("0.0");
            }
        }

        @Test
        void standsBesideBaselinesOnTheSameCandles() throws IOException {
            WalkForwardResult result = run("run", config(usual(), true), CANDLES, 1);

            assertThat(result.baselines())
                    .extracting(Contestant::name)
                    .containsExactly(
                            "buy_and_hold", "always_flat", "majority_class", "persistence");
            assertThat(result.baselines().get(1).metrics().finalEquity()).isEqualTo(10_000);
            assertThat(result.baselines().get(0).metrics().tradeCount()).isOne();
            assertThat(result.predictions())
                    .extracting(PredictionResult::name)
                    .containsExactly(
                            "champion", "softmax", "fast", "majority_class", "persistence");
            assertThat(result.significance().pValue()).isBetween(0.0, 1.0);
            assertThat(result.significance().totalReturn().low())
                    .isLessThanOrEqualTo(result.significance().totalReturn().high());
            assertThat(result.importance()).hasSize(8);
        }
    }

    @Nested
    class Refusals {

        @Test
        void sayHowManyCandlesAFoldNeeds() {
            Learner learner = new Learner(SERIES, LEARNER);
            int warmUp = learner.firstOutcomeAt() - HORIZON - 1;
            int needed = warmUp + 1_400;

            assertThatThrownBy(() ->
                            run("run", config(usual(), false), CANDLES.subList(0, needed - 1), 1))
                    .isInstanceOf(BacktestException.class)
                    .hasMessage(
                            "%s: must have %d candles for one fold (%d candles to warm up and 1400 to"
                                            .formatted(SERIES, needed, warmUp)
                                    + " train and test), has "
                                    + (needed - 1));
        }

        @Test
        void areNotOfExactlySoMany() throws IOException {
            Learner learner = new Learner(SERIES, LEARNER);
            int needed = learner.firstOutcomeAt() - HORIZON - 1 + 1_400;

            assertThat(run("run", config(usual(), false), CANDLES.subList(0, needed), 1).folds())
                    .hasSize(1);
        }

        @Test
        void areOfLabelsThatSayNoDirection() {
            assertThatThrownBy(() ->
                            new WalkForward(
                                    SERIES,
                                    new LearnerConfig(
                                            FeatureSet.standard(),
                                            LabelExpression.parse("forward_return(6)"),
                                            ModelExpression.parseList("rls"),
                                            Scaling.standard(10),
                                            1_000,
                                            Calendar.ALWAYS_OPEN),
                                    config(usual(), false)))
                    .isInstanceOf(BacktestException.class)
                    .hasMessageContaining("learner.label must be of classes");
        }
    }
}
