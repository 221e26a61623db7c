package io.candlestream.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.account.AccountConfig;
import io.candlestream.account.Positioner;
import io.candlestream.account.RandomTrader;
import io.candlestream.account.Sides;
import io.candlestream.account.StopRule;
import io.candlestream.candle.Candle;
import io.candlestream.evaluation.Fold;
import io.candlestream.evaluation.Measures;
import io.candlestream.learner.Learner;
import io.candlestream.report.AccountHistory;
import io.candlestream.report.ForecastHistory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Test windows one behind the other as one history, traded by one account that never saw what is
/// to come, with the baselines beside it.
///
/// Where test windows overlap, a candle counts once, in the newest fold that tests it; where they
/// leave gaps, the strategy holds nothing in them. Folds must come in their order.
///
/// Not thread-safe.
final class OutOfSample {

    /// In the order of what a [TestRow] has of them.
    static final List<String> FORECASTERS = List.of("majority_class", "persistence");

    private final Learner trunk;
    private final WalkForwardConfig config;
    private final Direction direction;
    private final WalkForwardFiles files;
    private final WalkForwardListener listener;
    private final Deque<TestRow> rows = new ArrayDeque<>();
    private final Positioner positioner;
    private final Trader strategy;
    private final List<Trader> baselines = new ArrayList<>();
    private final ForecastScores scores;
    private final Importance importance;
    private final List<FoldResult> folds = new ArrayList<>();
    private final AccountHistory history;
    private final ForecastHistory forecasts = new ForecastHistory();
    private final DoubleSeries targets = new DoubleSeries();
    private final List<DoubleSeries> prices =
            List.of(new DoubleSeries(), new DoubleSeries(), new DoubleSeries(), new DoubleSeries());
    private @Nullable FoldRun last;
    private long until;
    private long firstMs = -1;
    private long lastMs;
    private long candleCount;

    /// @param trunk the learner whose series and configuration all folds have
    OutOfSample(
            Learner trunk,
            WalkForwardConfig config,
            WalkForwardFiles files,
            WalkForwardListener listener) {
        this.trunk = trunk;
        this.config = config;
        this.files = files;
        this.listener = listener;
        direction = Direction.of(trunk.config().label());
        positioner = new Positioner(config.positions(), config.account().sides());
        history = new AccountHistory(config.account().equity(), baselineNames());
        strategy =
                new Trader(
                        config.account(),
                        trade -> {
                            files.trades().write(trunk.series().instrument(), trade);
                            history.onTrade(trade);
                        });
        baselines.add(new Trader(holding(), _ -> {}));
        for (int i = 0; i < 1 + FORECASTERS.size(); i++) {
            baselines.add(new Trader(config.account(), _ -> {}));
        }
        scores = new ForecastScores(trunk.config(), FORECASTERS);
        importance = new Importance(trunk.config());
    }

    private AccountConfig holding() {
        AccountConfig account = config.account();
        return new AccountConfig(
                account.equity(), account.costs(), Sides.LONG, account.fill(), StopRule.NONE);
    }

    /// Adds rows, behind those there are.
    void add(List<TestRow> more) {
        rows.addAll(more);
    }

    /// Takes the next fold, of whose rows all that ever get a label have it.
    void take(FoldRun run) {
        Fold fold = run.fold();
        long end = Math.min(fold.testTo(), config.plan().fold(fold.number() + 1).testFrom());
        addFold(run);
        stitch(run, end);
        importance.add(run.magnitudes());
        last = run;
    }

    private void stitch(FoldRun run, long end) {
        int tested =
                run.forecasts().size()
                        - (int) rows.stream().filter(row -> isTested(run, row)).count();
        for (TestRow row : rows) {
            if (row.position() >= end) {
                break;
            }
            Forecast forecast = isTested(run, row) ? run.forecasts().get(tested++) : null;
            if (row.position() >= until) {
                trade(row, forecast);
            }
        }
        until = Math.max(until, end);
        long next = Math.min(until, run.fold().testFrom() + config.plan().step().length());
        while (!rows.isEmpty() && rows.getFirst().position() < next) {
            rows.removeFirst();
        }
    }

    private static boolean isTested(FoldRun run, TestRow row) {
        return run.fold().tests(row.position());
    }

    private void trade(TestRow row, @Nullable Forecast forecast) {
        Candle candle = row.candle();
        double target = target(positioner, forecast);
        strategy.take(candle, target);
        files.equityCurve().write(candle, strategy.account(), strategy.performance());
        if (forecast != null) {
            files.predictions().write(candle.series(), candle, trunk.config().models(), forecast);
            scores.take(row, forecast);
            remember(row, forecast);
            tell(row, forecast);
        }
        baselines.get(0).take(candle, 1);
        baselines.get(1).take(candle, 0);
        for (int b = 0; b < FORECASTERS.size(); b++) {
            baselines.get(2 + b).take(candle, direction.side(row.predicted(b)));
        }
        record(candle, target);
    }

    private void remember(TestRow row, Forecast forecast) {
        if (row.isLabelled()) {
            int predicted = forecast.predicted(forecast.champion());
            forecasts.take(
                    row.candle().closeTimeMs(),
                    forecast.probabilities(forecast.champion())[predicted],
                    predicted == row.label(),
                    row.predicted(0) == row.label());
        }
    }

    private void tell(TestRow row, Forecast forecast) {
        int label = row.isLabelled() ? row.label() : -1;
        for (int m = 0; m < trunk.config().models().size(); m++) {
            listener.onForecast(
                    row.candle().openTimeMs(),
                    m,
                    forecast.predicted(m),
                    forecast.probabilities(m),
                    label);
        }
    }

    private double target(Positioner from, @Nullable Forecast forecast) {
        return forecast != null && forecast.isUsable()
                ? from.decide(direction.score(forecast.probabilities(forecast.champion())))
                : from.leave();
    }

    private void record(Candle candle, double target) {
        history.onClose(candle, strategy.account().equity(), strategy.performance().drawdown());
        for (int b = 0; b < baselines.size(); b++) {
            history.onBaseline(b, candle, baselines.get(b).account().equity());
        }
        targets.add(target);
        prices.get(0).add(candle.open());
        prices.get(1).add(candle.high());
        prices.get(2).add(candle.low());
        prices.get(3).add(candle.close());
        firstMs = firstMs < 0 ? candle.openTimeMs() : firstMs;
        lastMs = candle.closeTimeMs();
        candleCount++;
    }

    private void addFold(FoldRun run) {
        Positioner own = new Positioner(config.positions(), config.account().sides());
        Trader trader = new Trader(config.account(), _ -> {});
        Trader holder = new Trader(holding(), _ -> {});
        ForecastScores ownScores = new ForecastScores(trunk.config(), FORECASTERS);
        List<TestRow> tested = rows.stream().filter(row -> isTested(run, row)).toList();
        if (tested.isEmpty()) {
            return;
        }
        for (int i = 0; i < tested.size(); i++) {
            TestRow row = tested.get(i);
            Forecast forecast = run.forecasts().get(i);
            trader.take(row.candle(), target(own, forecast));
            holder.take(row.candle(), 1);
            ownScores.take(row, forecast);
        }
        trader.finish();
        holder.finish();
        long intervalMs = trunk.series().interval().durationMs();
        double periods = trader.periodsAYear(trunk);
        Measures measures =
                ownScores.count() > 0 ? ownScores.results().getFirst().measures() : null;
        folds.add(
                new FoldResult(
                        run.fold().number(),
                        tested.getFirst().candle().openTimeMs(),
                        tested.getLast().candle().closeTimeMs(),
                        tested.size(),
                        run.trainedCount(),
                        measures,
                        trader.metrics(intervalMs, periods),
                        holder.metrics(intervalMs, periods)));
    }

    /// Ends the history, with what the last fold tests alone.
    ///
    /// @param workers for what luck would have given
    WalkForwardResult finish(Workers workers) {
        if (last != null) {
            stitch(last, last.fold().testTo());
        }
        strategy.finish();
        baselines.forEach(Trader::finish);
        double periods = strategy.periodsAYear(trunk);
        List<Contestant> contestants = contestants(periods);
        return new WalkForwardResult(
                trunk.series(),
                trunk.config(),
                periods,
                firstMs,
                lastMs,
                candleCount,
                trunk.gate().rejectedCount(),
                contestants.getFirst().metrics(),
                strategy.account().costs(),
                contestants.subList(1, contestants.size()),
                scores.count(),
                scores.results(),
                folds,
                importance.results(),
                luck(workers, periods, contestants),
                drawn());
    }

    private ObjectNode drawn() {
        ObjectNode drawn = history.toJson();
        drawn.set("forecasts", forecasts.toJson());
        return drawn;
    }

    private static List<String> baselineNames() {
        List<String> names = new ArrayList<>(List.of("buy_and_hold", "always_flat"));
        names.addAll(FORECASTERS);
        return names;
    }

    private List<Contestant> contestants(double periods) {
        List<String> names = baselineNames();
        long intervalMs = trunk.series().interval().durationMs();
        List<Contestant> all = new ArrayList<>();
        all.add(new Contestant("strategy", strategy.metrics(intervalMs, periods)));
        for (int i = 0; i < names.size(); i++) {
            all.add(new Contestant(names.get(i), baselines.get(i).metrics(intervalMs, periods)));
        }
        return all;
    }

    private Significance luck(Workers workers, double periods, List<Contestant> contestants) {
        int best = 1;
        for (int i = 2; i < contestants.size(); i++) {
            if (contestants.get(i).metrics().totalReturn()
                    > contestants.get(best).metrics().totalReturn()) {
                best = i;
            }
        }
        double[][] recorded = prices.stream().map(DoubleSeries::toArray).toArray(double[][]::new);
        RandomTrader random =
                candleCount < 2
                        ? null
                        : new RandomTrader(
                                config.account(),
                                targets.toArray(),
                                recorded,
                                trunk.series().interval().durationMs(),
                                config.seed());
        return new Luck(workers, config.seed(), trunk.config().label().horizon(), periods)
                .judge(
                        strategy.returns(),
                        contestants.get(best).name(),
                        baselines.get(best - 1).returns(),
                        contestants.getFirst().metrics().totalReturn(),
                        random);
    }
}
