package io.candlestream.replay;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.history.CandleSource;
import io.candlestream.learner.Learner;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.Step;
import io.candlestream.signal.SignalReadings;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;

/// Feeds candles to one learner a series, in the order they come, as fast as they come.
///
/// Not thread-safe.
public final class Replay {

    private final Function<Series, LearnerConfig> configs;
    private final ReplayedSignals signals;
    private final SequencedMap<Series, Learner> learners = new LinkedHashMap<>();
    private long candleCount;
    private long unjoinedCount;

    /// A replay in which no series has been seen.
    ///
    /// @param configs the configuration of a series' learner
    public Replay(Function<Series, LearnerConfig> configs) {
        this(configs, ReplayedSignals.none());
    }

    /// A replay in which no series has been seen.
    ///
    /// @param configs the configuration of a series' learner
    /// @param signals all that those configurations read
    public Replay(Function<Series, LearnerConfig> configs, ReplayedSignals signals) {
        this.configs = configs;
        this.signals = signals;
    }

    /// Told of every candle and what it caused.
    @FunctionalInterface
    public interface Observer {

        /// @param learner the learner that took the candle
        /// @param candle the candle
        /// @param step what it caused, a view that holds until the next candle
        void onStep(Learner learner, Candle candle, Step step);
    }

    /// Takes every candle of the source.
    ///
    /// @throws io.candlestream.history.UnreadableFileException when a file cannot be read on
    public void run(CandleSource source, Observer observer) {
        Learner learner = null;
        for (Candle candle = source.next(); candle != null; candle = source.next()) {
            if (learner == null || !learner.series().equals(candle.series())) {
                learner = learners.computeIfAbsent(candle.series(), this::newLearner);
            }
            take(learner, candle, observer);
            candleCount++;
        }
    }

    private void take(Learner learner, Candle candle, Observer observer) {
        if (!signals.areRead()) {
            observer.onStep(learner, candle, learner.onCandle(candle));
            return;
        }
        boolean isAcceptable = learner.gate().accepts(candle);
        SignalReadings readings = isAcceptable ? signals.readings(candle) : signals.absent();
        if (readings == null) {
            unjoinedCount++;
            return;
        }
        observer.onStep(learner, candle, learner.onCandle(candle, readings));
        if (isAcceptable) {
            signals.closed(candle);
        }
    }

    /// @return the learner of every series, in the order in which they were first seen
    public SequencedMap<Series, Learner> learners() {
        return learners;
    }

    /// @return how many candles were taken, refused ones included
    public long candleCount() {
        return candleCount;
    }

    /// @return how many candles were left out because nobody knew any more what signals they would
    ///   have read
    public long unjoinedCount() {
        return unjoinedCount;
    }

    private Learner newLearner(Series series) {
        return new Learner(series, configs.apply(series));
    }
}
