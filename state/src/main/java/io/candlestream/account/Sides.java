package io.candlestream.account;

import java.util.Locale;

/// Which sides of the market an account may be on.
public enum Sides {

    /// Long or flat: a negative target is flat.
    LONG {
        @Override
        double allowed(double target) {
            // Not Math.max, so that a negative zero is a zero as well.
            return target > 0 ? target : 0;
        }
    },

    /// Long, flat or short.
    LONG_SHORT {
        @Override
        double allowed(double target) {
            return target;
        }
    };

    /// The nearest target to the given one that the account may have.
    abstract double allowed(double target);

    /// The written form, the name in lower case.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
