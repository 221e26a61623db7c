package io.candlestream.replay;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Candle;
import io.candlestream.candle.CandleGate;
import io.candlestream.candle.Series;
import io.candlestream.candle.Verdict;
import io.candlestream.feature.FeatureExpressions;
import io.candlestream.feature.IndicatorGraph;
import io.candlestream.history.CandleSource;
import io.candlestream.signal.SignalReadings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Computes features over candles, one graph a series, behind the same gate as the learner's.
///
/// Not thread-safe.
public final class FeatureReplay {

    private final FeatureExpressions features;
    private final Function<Series, Calendar> calendars;
    private final ReplayedSignals signals;
    private final Map<Series, Line> lines = new LinkedHashMap<>();
    private long candleCount;
    private long refusedCount;
    private long computingNs;

    private record Line(CandleGate gate, IndicatorGraph graph) {}

    /// Told of every accepted candle and the graph that has taken it.
    @FunctionalInterface
    public interface Observer {

        /// @param candle the candle
        /// @param graph its series' features, as of this candle
        void onCandle(Candle candle, IndicatorGraph graph);
    }

    /// A replay in which no series has been seen.
    ///
    /// @param calendars what holes are gaps, for each series
    /// @param signals all that the features read
    public FeatureReplay(
            FeatureExpressions features,
            Function<Series, Calendar> calendars,
            ReplayedSignals signals) {
        this.signals = signals;
        this.features = features;
        this.calendars = calendars;
    }

    /// Takes every candle of the source.
    ///
    /// @throws io.candlestream.feature.ExpressionException when an expression cannot be computed at
    ///   a series' interval
    /// @throws io.candlestream.history.UnreadableFileException when a file cannot be read on
    public void run(CandleSource source, Observer observer) {
        for (Candle candle = source.next(); candle != null; candle = source.next()) {
            Line line = lines.computeIfAbsent(candle.series(), this::line);
            candleCount++;
            SignalReadings readings =
                    line.gate.check(candle) == Verdict.ACCEPTED ? signals.readings(candle) : null;
            if (readings != null) {
                long started = System.nanoTime();
                line.graph.update(candle, readings);
                computingNs += System.nanoTime() - started;
                signals.closed(candle);
                observer.onCandle(candle, line.graph);
            } else {
                refusedCount++;
            }
        }
    }

    /// @return how many candles were taken, refused ones included
    public long candleCount() {
        return candleCount;
    }

    /// @return how many candles were refused: by the gate, or because nobody knew any more what
    ///   signals they would have read
    public long refusedCount() {
        return refusedCount;
    }

    /// @return nanoseconds that went into computing, reading and writing left out
    public long computingNs() {
        return computingNs;
    }

    private Line line(Series series) {
        return new Line(
                new CandleGate(series, calendars.apply(series)), features.graph(series.interval()));
    }
}
