package io.candlestream.evaluation;

/// One step of a walk forward: what a model is trained on, and what it is tested on behind that.
///
/// Positions count from the first candle that a prediction can be made on, in the unit of the plan:
/// candles, or milliseconds between opens. Windows are half-open, `[from, to)`.
///
/// ```
/// training window   [trainFrom, testFrom)
/// purged            its rows whose label is known at `testFrom - embargo` or later
/// test window       [testFrom, testTo)
/// ```
///
/// @param number from 0
/// @param trainFrom where the training window begins
/// @param testFrom where the test window begins and the training window ends
/// @param testTo where the test window ends
/// @param embargo how long before the test window nothing more is learned
public record Fold(int number, long trainFrom, long testFrom, long testTo, long embargo) {

    /// Tells whether a row belongs to the training window and is not purged.
    ///
    /// @param row position of the candle that was predicted on
    /// @param known position of the candle with whose close its label is known
    public boolean trainsOn(long row, long known) {
        return row >= trainFrom && known < testFrom - embargo;
    }

    /// Tells whether a row belongs to the test window.
    ///
    /// @param row position of the candle that was predicted on
    public boolean tests(long row) {
        return row >= testFrom && row < testTo;
    }
}
