package io.candlestream.audit;

import io.candlestream.candle.Candle;
import java.util.List;

/// What is audited: it is given history and predicts its test windows.
@FunctionalInterface
public interface Subject {

    /// Begins anew and goes through all candles.
    ///
    /// @param candles of one series, in their order
    /// @param threads how many it may use, at least 1
    Replay replay(List<Candle> candles, int threads);
}
