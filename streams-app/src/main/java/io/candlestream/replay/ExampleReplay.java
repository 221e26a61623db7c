package io.candlestream.replay;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.epoch.Gathering;
import io.candlestream.history.CandleSource;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.signal.SignalReadings;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;

/// Gathers the examples of every series from candles, in the order they come: those its learner
/// would have learned from.
///
/// Not thread-safe.
public final class ExampleReplay {

    private final Function<Series, LearnerConfig> configs;
    private final ReplayedSignals signals;
    private final SequencedMap<Series, Gathering> gatherings = new LinkedHashMap<>();
    private long candleCount;
    private long unjoinedCount;

    /// A replay in which no series has been seen.
    ///
    /// @param configs the configuration of a series' learner
    /// @param signals all that those configurations read
    public ExampleReplay(Function<Series, LearnerConfig> configs, ReplayedSignals signals) {
        this.configs = configs;
        this.signals = signals;
    }

    /// Takes every candle of the source.
    ///
    /// @throws io.candlestream.history.UnreadableFileException when a file cannot be read on
    /// @throws io.candlestream.feature.ExpressionException when a feature cannot be computed at a
    ///   series' interval
    public void run(CandleSource source) {
        for (Candle candle = source.next(); candle != null; candle = source.next()) {
            Gathering gathering = gatherings.computeIfAbsent(candle.series(), this::newGathering);
            candleCount++;
            boolean isAcceptable = gathering.gate().accepts(candle);
            SignalReadings readings = isAcceptable ? signals.readings(candle) : signals.absent();
            if (readings == null) {
                unjoinedCount++;
                continue;
            }
            gathering.onCandle(candle, readings);
            if (isAcceptable) {
                signals.closed(candle);
            }
        }
    }

    /// @return the gathering of every series, in the order in which they were first seen
    public SequencedMap<Series, Gathering> gatherings() {
        return gatherings;
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

    private Gathering newGathering(Series series) {
        return new Gathering(series, configs.apply(series));
    }
}
