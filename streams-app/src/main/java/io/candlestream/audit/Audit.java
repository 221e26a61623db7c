package io.candlestream.audit;

import io.candlestream.backtest.WalkForwardConfig;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.evaluation.Fold;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.FeatureSets;
import io.candlestream.learner.LearnerConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Five checks that a walk forward has seen nothing of what was to come.
///
/// | check | passes when |
/// |---|---|
/// | `future_changed` | with other prices and volumes behind a candle, every prediction up to it is the same to the bit, and some behind it is not; at the first and second candle of test windows, and anywhere in them |
/// | `moves_shuffled` | with moves drawn anew, so that no label follows from the past, no model beats hindsight's best class: `score` at most 3.09, one-sided p 0.001, over all shuffles together |
/// | `oracle_found` | with the return of the horizon to come planted as the feature `volume`, the best model beats hindsight's best class by a tenth of what is left to 1, and `score` is above 3.09: a leak would be seen |
/// | `labels_purged` | every row that a fold really learned has its label, by horizon and candles alone, before the test window less the embargo, or, where models learn online, together with its prediction in it |
/// | `threads_agree` | one thread and two give the same bytes |
///
/// What [HitRate] calls `score` is a gain in accuracy over its standard error. The same seed gives
/// the same findings. Not thread-safe.
public final class Audit {

    private static final int SHUFFLES = 5;
    private static final int WINDOWS = 2;
    private static final int ANYWHERE = 2;

    /// The standard normal distribution is above it with a chance of 0.001.
    private static final double SURE = 3.09;

    private static final double FOUND = 0.1;

    private final Subject subject;
    private final Subject oracle;
    private final List<Candle> candles;
    private final Timeline timeline;
    private final int horizon;
    private final int models;
    private final long seed;
    private final Replay asItIs;

    /// An audit of a subject that says it is such a walk forward.
    ///
    /// @param subject what is audited
    /// @param oracle the same with `volume` among its features, as [#withVolume] makes it
    /// @param candles of the series, in their order
    /// @throws io.candlestream.backtest.BacktestException when there are too few for one fold
    public Audit(
            Subject subject,
            Subject oracle,
            Series series,
            LearnerConfig learner,
            WalkForwardConfig config,
            List<Candle> candles) {
        this.subject = subject;
        this.oracle = oracle;
        this.candles = List.copyOf(candles);
        horizon = learner.label().horizon();
        models = learner.models().size();
        seed = config.seed();
        asItIs = subject.replay(this.candles, 1);
        timeline = new Timeline(series, learner, config, candles);
    }

    /// An audit of the walk forward itself.
    ///
    /// @throws io.candlestream.backtest.BacktestException when there are too few candles for one
    ///   fold, or predictions cannot become positions
    public static Audit of(
            Series series, LearnerConfig learner, WalkForwardConfig config, List<Candle> candles) {
        return new Audit(
                new WalkForwardSubject(series, learner, config),
                new WalkForwardSubject(series, withVolume(learner), config),
                series,
                learner,
                config,
                candles);
    }

    /// The same learner with the volume among its features.
    public static LearnerConfig withVolume(LearnerConfig learner) {
        List<String> names = new ArrayList<>(learner.features().names());
        if (!names.contains("volume")) {
            names.add("volume");
        }
        return new LearnerConfig(
                FeatureSet.of(FeatureSets.parse(String.join(", ", names))),
                learner.label(),
                learner.models(),
                learner.scaling(),
                learner.scoring(),
                learner.calendar(),
                learner.confidence(),
                learner.supervision());
    }

    /// Runs every check.
    ///
    /// @return one a check
    public List<Finding> run() {
        return List.of(
                futureChanged(), movesShuffled(), oracleFound(), labelsPurged(), threadsAgree());
    }

    Finding futureChanged() {
        long compared = 0;
        Set<Integer> places = places();
        for (int place : places) {
            long untilMs = timeline.openTimeMs(place);
            Replay changed =
                    subject.replay(Histories.withOtherFuture(candles, untilMs, seed + place), 1);
            List<ForecastRow> past = upTo(asItIs, untilMs);
            List<ForecastRow> again = upTo(changed, untilMs);
            int same = same(past, again);
            if (same < Math.max(past.size(), again.size())) {
                return new Finding(
                        "future_changed",
                        false,
                        String.format(
                                Locale.ROOT,
                                "with another future behind the candle of %d, %,d of %,d predictions up to it"
                                        + " are the same",
                                untilMs,
                                same,
                                past.size()));
            }
            if (same(asItIs.forecasts(), changed.forecasts()) == asItIs.forecasts().size()) {
                return new Finding(
                        "future_changed",
                        false,
                        String.format(
                                Locale.ROOT,
                                "another future behind the candle of %d changed no prediction: shows nothing",
                                untilMs));
            }
            compared += same;
        }
        return new Finding(
                "future_changed",
                true,
                String.format(
                        Locale.ROOT,
                        "%,d predictions up to %d candles are the same to the bit with another future",
                        compared,
                        places.size()));
    }

    /// The first two candles of test windows, and others in them; never the last of all, behind
    /// which nothing is predicted.
    private Set<Integer> places() {
        SplittableRandom random = new SplittableRandom(seed);
        int folds = timeline.foldCount();
        Set<Integer> places = new TreeSet<>();
        int end = timeline.at(timeline.fold(folds - 1).testTo()) - 1;
        for (int i = 0; i < WINDOWS; i++) {
            int first = timeline.at(timeline.fold(random.nextInt(folds)).testFrom());
            places.add(first);
            places.add(first + 1);
        }
        int begin = timeline.at(timeline.fold(0).testFrom());
        for (int i = 0; i < ANYWHERE && begin < end; i++) {
            places.add(random.nextInt(begin, end));
        }
        places.removeIf(place -> place >= end);
        return places;
    }

    private static List<ForecastRow> upTo(Replay replay, long untilMs) {
        return replay.forecasts().stream().filter(row -> row.openTimeMs() <= untilMs).toList();
    }

    private static int same(List<ForecastRow> one, List<ForecastRow> two) {
        int same = 0;
        for (int i = 0; i < Math.min(one.size(), two.size()); i++) {
            same += one.get(i).isSameAs(two.get(i)) ? 1 : 0;
        }
        return same;
    }

    Finding movesShuffled() {
        List<Replay> shuffled = new ArrayList<>();
        for (int i = 0; i < SHUFFLES; i++) {
            shuffled.add(subject.replay(Histories.withMovesDrawnAnew(candles, seed + i), 1));
        }
        double worst = Double.NEGATIVE_INFINITY;
        double gain = 0;
        long count = 0;
        for (int m = 0; m < models; m++) {
            int model = m;
            List<HitRate> rates =
                    shuffled.stream()
                            .map(replay -> HitRate.of(replay.forecasts(), model, horizon))
                            .toList();
            double score = HitRate.score(rates);
            if (score > worst) {
                worst = score;
                gain = rates.stream().mapToDouble(HitRate::gain).average().orElseThrow();
                count = rates.stream().mapToLong(HitRate::count).sum();
            }
        }
        return new Finding(
                "moves_shuffled",
                worst <= SURE && count > 0,
                String.format(
                        Locale.ROOT,
                        "best model %+.2f points over hindsight's best class in %,d predictions of %d shuffles;"
                                + " score %.2f, at most %.2f",
                        100 * gain,
                        count,
                        SHUFFLES,
                        worst,
                        SURE));
    }

    Finding oracleFound() {
        Replay replay = oracle.replay(Histories.withFuturePlanted(candles, horizon), 1);
        HitRate best = HitRate.of(replay.forecasts(), 0, horizon);
        for (int m = 1; m < models; m++) {
            HitRate rate = HitRate.of(replay.forecasts(), m, horizon);
            best = rate.gain() > best.gain() ? rate : best;
        }
        double score = HitRate.score(List.of(best));
        double needed = FOUND * (1 - best.chance());
        return new Finding(
                "oracle_found",
                best.gain() >= needed && score > SURE,
                String.format(
                        Locale.ROOT,
                        "accuracy %.1f %% with the future planted, chance %.1f %%: %+.1f points, at least %.1f;"
                                + " score %.1f, above %.2f",
                        100 * best.accuracy(),
                        100 * best.chance(),
                        100 * best.gain(),
                        100 * needed,
                        score,
                        SURE));
    }

    Finding labelsPurged() {
        int folds = timeline.foldCount();
        long learned = 0;
        if (asItIs.folds().size() != folds) {
            return new Finding(
                    "labels_purged",
                    false,
                    String.format(
                            Locale.ROOT,
                            "the plan has %d folds, %d were run",
                            folds,
                            asItIs.folds().size()));
        }
        for (int number = 0; number < folds; number++) {
            Fold fold = timeline.fold(number);
            LearnedRows rows = asItIs.folds().get(number);
            for (int i = 0; i < rows.count(); i++) {
                int row = timeline.indexOf(rows.openTimeMs(i));
                if (row < 0
                        || timeline.knownMs(row) != rows.knownMs(i)
                        || !timeline.mayLearn(fold, row)) {
                    return new Finding(
                            "labels_purged",
                            false,
                            String.format(
                                    Locale.ROOT,
                                    "fold %d learned the row of %d at %d, whose label is known at %d",
                                    number,
                                    rows.openTimeMs(i),
                                    rows.knownMs(i),
                                    row < 0 ? -1 : timeline.knownMs(row)));
                }
            }
            learned += rows.count();
        }
        return new Finding(
                "labels_purged",
                learned > 0,
                String.format(
                        Locale.ROOT,
                        "%,d rows learned in %d folds, no label of training known in or behind its test window",
                        learned,
                        folds));
    }

    Finding threadsAgree() {
        Replay two = subject.replay(candles, 2);
        boolean isSame = sameBytes(two);
        return new Finding(
                "threads_agree",
                isSame,
                String.format(
                        Locale.ROOT,
                        "one thread wrote %s, two wrote %s (SHA-256)",
                        asItIs.digest().substring(0, 16),
                        two.digest().substring(0, 16)));
    }

    private boolean sameBytes(Replay two) {
        return two.digest().equals(asItIs.digest()) && two.forecasts().equals(asItIs.forecasts());
    }
}
