package io.candlestream.backtest;

/// Told what folds really do, while they do it: for those who check it.
///
/// What is learned is told by the threads that run folds, of one fold by one thread at a time; what
/// is forecast, by the thread that runs the walk, in the order of the candles.
public interface WalkForwardListener {

    /// The number of what all folds have in common until they fork.
    int SHARED = -1;

    /// One that does not listen.
    WalkForwardListener NONE =
            new WalkForwardListener() {

                @Override
                public void onFork(int fold) {}

                @Override
                public void onLearned(int fold, long openTimeMs, long knownMs) {}

                @Override
                public void onForecast(
                        long openTimeMs,
                        int model,
                        int predicted,
                        double[] probabilities,
                        int label) {}
            };

    /// A fold begins, and has learned what [#SHARED] has until now.
    ///
    /// @param fold its number, from 0
    void onFork(int fold);

    /// A model learned from a row.
    ///
    /// @param fold its number, or [#SHARED]
    /// @param openTimeMs of the candle that was predicted on, UTC epoch milliseconds
    /// @param knownMs close time of the candle at whose close it was learned
    void onLearned(int fold, long openTimeMs, long knownMs);

    /// A candle of a test window was predicted on.
    ///
    /// @param openTimeMs of the candle, UTC epoch milliseconds
    /// @param model number of the model
    /// @param predicted index of a class
    /// @param probabilities one a class, not to be kept
    /// @param label index of the class that came true; -1 where it is not known
    void onForecast(long openTimeMs, int model, int predicted, double[] probabilities, int label);
}
