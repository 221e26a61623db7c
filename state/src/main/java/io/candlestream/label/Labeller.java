package io.candlestream.label;

import io.candlestream.candle.Candle;
import io.candlestream.codec.Stateful;

/// The labels of one series, by one [LabelRule].
///
/// ```
/// update(candle)      first of all
/// mature(path)        when a prediction has waited `horizon` candles: its label comes true
/// ready, putContext   when a prediction is made: what must be known of now is kept beside it
/// ```
///
/// What a prediction keeps depends on candles up to its own alone. All that looks ahead of a
/// prediction lies in [#mature], when what was ahead has come.
///
/// Of constant size, without allocation. Not thread-safe: owned by one stream task.
public interface Labeller extends Stateful {

    /// Takes an accepted candle, before anything else is asked of that candle.
    void update(Candle candle);

    /// Tells whether a prediction made on the candle last taken will get a label: false while what
    /// the rule must know of the past warms up, and true ever after.
    boolean ready();

    /// @return how many numbers a waiting prediction keeps, at least 1 and the same for all
    ///   labellers of a rule
    int contextSize();

    /// Writes what a prediction made on the candle last taken must keep; the first number is the
    /// candle's close.
    ///
    /// @param into receives [#contextSize] numbers
    /// @param at index of the first of them
    void putContext(double[] into, int at);

    /// Labels the oldest waiting prediction, whose horizon ends with the candle last taken.
    ///
    /// @param path what the waiting predictions keep, `horizon` rows: that of the prediction to be
    ///   labelled first, and the candle last taken not among them
    void mature(WaitingPath path);

    /// @return index of the class that came true at the last [#mature]; 0 when the label is a
    ///   number
    int label();

    /// @return the number that came true at the last [#mature]; the [#forwardReturn] when the label
    ///   is a class
    double value();

    /// @return close at the horizon over the close predicted on, less 1, at the last [#mature]
    double forwardReturn();
}
