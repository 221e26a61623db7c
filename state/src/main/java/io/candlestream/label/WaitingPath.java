package io.candlestream.label;

/// What the waiting predictions keep, a row a candle, in the order of the candles.
public interface WaitingPath {

    /// @return how many predictions wait
    int length();

    /// @param row from 0, the oldest, to `length() - 1`
    /// @param index as [Labeller#putContext] numbers it, 0 for the close
    /// @return the number that was kept
    double at(int row, int index);
}
