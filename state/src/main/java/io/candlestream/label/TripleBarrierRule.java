package io.candlestream.label;

import java.util.List;
import java.util.Locale;

/// Whether a position taken at the close would reach its profit, its stop, or neither in time.
///
/// ```
/// long    upper = close(t) (1 + profit distance)      lower = close(t) (1 - stop distance)
/// short   upper = close(t) (1 + stop distance)        lower = close(t) (1 - profit distance)
/// ```
///
/// Of the candles `t + 1` to `t + horizon` the first whose high is `>= upper` or whose low is `<=
/// lower` decides. A candle that does both gives the stop: what came first inside it is not known,
/// and the worse is taken. When none does, the label is `time`; it is known `horizon` candles later
/// whatever was touched before. Both barriers lie at least the next double away from the close, so
/// without volatility any move touches one, and no move none.
///
/// The distances are those of the [Barriers] at `t`; with multiples of volatility the warm-up is
/// `window + 1` candles, otherwise there is none. A gap lengthens the time of a horizon, not its
/// candles, and a price beyond a barrier behind it touches. A close outside its own candle's range,
/// which some venues send, touches nothing by itself.
///
/// Source: M. Lopez de Prado, _Advances in Financial Machine Learning_, 2018, section 3.4; there on
/// closes.
///
/// @param horizon candles until the label is known, from 1 to 100,000
/// @param barriers how far away profit and stop are
/// @param side whether the position gains when the price rises or when it falls
public record TripleBarrierRule(int horizon, Barriers barriers, Side side) implements LabelRule {

    /// Index of the class in which the stop is touched first.
    public static final int STOP = 0;

    /// Index of the class in which neither barrier is touched.
    public static final int TIME = 1;

    /// Index of the class in which the profit is touched first.
    public static final int PROFIT = 2;

    /// The names of the classes in the order of their indices.
    public static final List<String> CLASS_NAMES = List.of("stop", "time", "profit");

    /// What a position gains from.
    public enum Side {

        /// From a price that rises.
        LONG,

        /// From a price that falls.
        SHORT
    }

    /// Checks the range.
    ///
    /// @throws IllegalArgumentException when the horizon is outside it
    public TripleBarrierRule {
        Parameters.horizon(horizon);
    }

    @Override
    public List<String> classNames() {
        return CLASS_NAMES;
    }

    /// The profit, or of a short position the stop.
    @Override
    public int risingClass() {
        return CLASS_NAMES.indexOf(side == Side.LONG ? "profit" : "stop");
    }

    @Override
    public String expression() {
        return "triple_barrier(horizon=%d,%s,side=%s)"
                .formatted(horizon, barriers.expression(), side.name().toLowerCase(Locale.ROOT));
    }

    /// @return a labeller whose predictions keep their close, high, low and, where it may differ,
    ///   the usual move
    @Override
    public Labeller create() {
        return new TripleBarrierLabeller(this);
    }
}
