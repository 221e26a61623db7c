package io.candlestream.feed;

/// How fast candles are published.
public sealed interface Pace {

    /// As fast as the cluster takes them.
    Pace MAX = new Unlimited();

    /// As fast as they happened.
    Pace REAL = new Multiple(1);

    /// Reads the written form: `max`, `real`, or a number of times real time, as in `10x`.
    ///
    /// @throws IllegalArgumentException when it is none of these
    static Pace parse(String text) {
        if (text.equals("max")) {
            return MAX;
        }
        if (text.equals("real")) {
            return REAL;
        }
        if (!text.matches("[0-9]{1,7}(\\.[0-9]{1,6})?x")) {
            throw new IllegalArgumentException(
                    "speed must be max, real or a number of times real time as in 10x, was \""
                            + text
                            + '"');
        }
        return new Multiple(Double.parseDouble(text.substring(0, text.length() - 1)));
    }

    /// No waiting.
    record Unlimited() implements Pace {

        /// The written form, `max`.
        @Override
        public String toString() {
            return "max";
        }
    }

    /// So many times as fast as the candles happened.
    ///
    /// @param times above 0, at most 1,000,000; 1 is real time
    record Multiple(double times) implements Pace {

        /// Checks the range.
        ///
        /// @throws IllegalArgumentException when it is out of range
        public Multiple {
            if (!(times > 0 && times <= 1_000_000)) {
                throw new IllegalArgumentException(
                        "speed must be above 0 and at most 1000000 times real time, was " + times);
            }
        }

        /// The written form, `real` or as in `10.0x`.
        @Override
        public String toString() {
            return times == 1 ? "real" : times + "x";
        }
    }
}
