package io.candlestream.label;

/// How far from the close the two barriers of a [TripleBarrierRule] are, as shares of the close.
public sealed interface Barriers {

    /// @return how far the price must go for the profit, in the unit of the kind
    double profit();

    /// @return how far the price must go against it for the stop, in the unit of the kind
    double stop();

    /// @return the canonical text of its arguments, as in `profit_bps=100.0,stop_bps=50.0`
    String expression();

    /// The same distances always.
    ///
    /// ```
    /// distance = size / 10,000
    /// ```
    ///
    /// @param profit basis points of the close, positive and at most 1,000,000
    /// @param stop basis points of the close, likewise
    record FixedBps(double profit, double stop) implements Barriers {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is outside its range
        public FixedBps {
            Parameters.positive("profit in basis points", profit);
            Parameters.positive("stop in basis points", stop);
        }

        @Override
        public String expression() {
            return "profit_bps=" + profit + ",stop_bps=" + stop;
        }
    }

    /// Multiples of the volatility at the time of the prediction.
    ///
    /// ```
    /// deviation = population standard deviation of the last `window` of ln(close / close before)
    /// distance  = size deviation sqrt(horizon)
    /// ```
    ///
    /// @param profit multiples, positive and at most 1,000,000
    /// @param stop multiples, likewise
    /// @param window returns that volatility is of, from 2 to 10,000
    record OfVolatility(double profit, double stop, int window) implements Barriers {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is outside its range
        public OfVolatility {
            Parameters.positive("profit", profit);
            Parameters.positive("stop", stop);
            Parameters.window(window);
        }

        @Override
        public String expression() {
            return "profit=" + profit + ",stop=" + stop + ",volatility_window=" + window;
        }
    }
}
