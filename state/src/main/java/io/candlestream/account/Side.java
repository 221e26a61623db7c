package io.candlestream.account;

import java.util.Locale;

/// What a trade gains from.
public enum Side {

    /// A rising price.
    LONG(1),

    /// A falling price.
    SHORT(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /// @return 1 of a long trade, -1 of a short one
    public int sign() {
        return sign;
    }

    /// The written form, the name in lower case.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
