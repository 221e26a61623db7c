package io.candlestream.account;

import java.util.Locale;

/// How much of the equity a position takes when it is entered; it stays so until it is left.
///
/// ```
/// full         1
/// confidence   2 p - 1                                          p: the score of its side, from 0.5 to 1
/// kelly        fraction (p - (1 - p) / payoff)                  what wins pays `payoff` of what loses costs
/// ```
///
/// All are cut at `cap`, and below 0 nothing is entered.
///
/// Source: J. L. Kelly, _Bell System Technical Journal_ 35 (1956) 917.
///
/// @param kind which of them
/// @param fraction of what Kelly's rule asks for, above 0 and at most 1
/// @param payoff mean profit of what wins over mean loss of what loses, above 0 and at most 1,000
/// @param cap the most, above 0 and at most 1
public record SizeRule(Kind kind, double fraction, double payoff, double cap) {

    /// How a size follows from a score.
    public enum Kind {

        /// Always the same.
        FULL,

        /// By how far the score is from undecided.
        CONFIDENCE,

        /// By what lets equity grow most in the long run, if scores are true chances.
        KELLY;

        /// The written form, the name in lower case.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Everything.
    public static final SizeRule ALL = new SizeRule(Kind.FULL, 1, 1, 1);

    private static final double HIGHEST_PAYOFF = 1_000;

    /// Checks the shares.
    ///
    /// @throws IllegalArgumentException when one is out of range
    public SizeRule {
        check("Kelly fraction", fraction, 1);
        check("payoff", payoff, HIGHEST_PAYOFF);
        check("cap", cap, 1);
    }

    /// @param score of the position's side, from 0 to 1
    /// @return units of equity, from 0 to the cap
    double share(double score) {
        double wanted =
                switch (kind) {
                    case FULL -> 1;
                    case CONFIDENCE -> 2 * score - 1;
                    case KELLY -> fraction * (score - (1 - score) / payoff);
                };
        return Math.clamp(wanted, 0, cap);
    }

    private static void check(String name, double share, double highest) {
        if (!(share > 0 && share <= highest)) {
            throw new IllegalArgumentException(
                    name + " must be above 0 and at most " + highest + ", was " + share);
        }
    }
}
