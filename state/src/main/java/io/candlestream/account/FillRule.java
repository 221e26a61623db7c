package io.candlestream.account;

import java.util.Locale;

/// At which price a decision made at a candle's close is filled.
public enum FillRule {

    /// At the open of the next candle, the first price that can be had. What is decided at the last
    /// close is never filled.
    NEXT_OPEN,

    /// At the close on which the decision was made: optimistic, because that price is known only
    /// when it is gone.
    SAME_CLOSE;

    /// Tells whether results by this rule are better than could be had.
    public boolean isOptimistic() {
        return this == SAME_CLOSE;
    }

    /// The written form, the name in lower case.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
