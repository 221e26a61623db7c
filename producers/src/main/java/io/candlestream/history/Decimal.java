package io.candlestream.history;

import java.nio.charset.StandardCharsets;

/// Reads decimal numbers from ASCII bytes, with the result of [java.lang.Double#parseDouble] to the
/// bit, and without a string where the digits are few enough for exact arithmetic.
///
/// Accepted is an optional sign, ASCII digits with at most one point, and an optional exponent;
/// spaces around it are ignored. Words, hexadecimal numbers and type suffixes are not numbers here.
///
/// Source of the fast path: W. D. Clinger, _How to Read Floating Point Numbers Accurately_, 1990:
/// an integer up to 2^53 times or over a power of ten up to 10^22 needs one rounding only.
final class Decimal {

    private static final long LARGEST_EXACT = 1L << 53;
    private static final int MOST_DIGITS = 18;
    private static final int LARGEST_EXPONENT = 99_999;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22
    };

    private Decimal() {}

    /// Reads a number, NaN where the characters are none; no number reads as NaN.
    static double parse(byte[] text, int start, int end) {
        int from = skipSpaces(text, start, end);
        int to = dropSpaces(text, from, end);
        int at = from;
        boolean negative = at < to && text[at] == '-';
        if (negative || (at < to && text[at] == '+')) {
            at++;
        }
        long digits = 0;
        int digitCount = 0;
        int point = -1;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                // Wraps for long numbers, which do not take the fast path.
                digits = 10 * digits + digit;
                digitCount++;
            } else if (text[at] == '.' && point < 0) {
                point = digitCount;
            } else {
                break;
            }
        }
        int exponent = exponent(text, at, to);
        if (digitCount == 0 || exponent > LARGEST_EXPONENT) {
            return Double.NaN;
        }
        int scale = exponent - (point < 0 ? 0 : digitCount - point);
        double magnitude = digitCount <= MOST_DIGITS ? scaled(digits, scale) : Double.NaN;
        if (Double.isNaN(magnitude)) {
            return Double.parseDouble(
                    new String(text, from, to - from, StandardCharsets.ISO_8859_1));
        }
        return negative ? -magnitude : magnitude;
    }

    /// The double nearest to `digits * 10^scale`, NaN where that takes more than a few operations.
    private static double scaled(long digits, int scale) {
        if (Math.abs(scale) >= POWERS_OF_TEN.length) {
            return Double.NaN;
        }
        if (digits > LARGEST_EXACT) {
            return scale > 0 ? Double.NaN : quotient(digits, POWERS_OF_TEN[-scale]);
        }
        return scale < 0 ? digits / POWERS_OF_TEN[-scale] : digits * POWERS_OF_TEN[scale];
    }

    /// The double nearest to a quotient whose dividend is no double: the quotient of the nearest
    /// double, corrected by its remainder over the divisor. The correction is good to 2^-51 of
    /// itself; where 2^-48 of it could matter, the answer is NaN.
    private static double quotient(long dividend, double divisor) {
        double high = dividend;
        double low = dividend - (long) high;
        double quotient = high / divisor;
        double remainder = Math.fma(-quotient, divisor, high) + low;
        double correction = remainder / divisor;
        double least = quotient + correction * (1 - 0x1p-48);
        double most = quotient + correction * (1 + 0x1p-48);
        return least == most ? least : Double.NaN;
    }

    /// Reads a whole number, sign and digits only, [Long#MIN_VALUE] where the characters are none
    /// or it is beyond the range of a long.
    static long parseWhole(byte[] text, int start, int end) {
        int at = skipSpaces(text, start, end);
        int to = dropSpaces(text, at, end);
        boolean negative = at < to && text[at] == '-';
        if (negative) {
            at++;
        }
        if (at == to || to - at > 19) {
            return Long.MIN_VALUE;
        }
        long whole = 0;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return Long.MIN_VALUE;
            }
            whole = 10 * whole + digit;
        }
        // Nineteen digits beyond the range turn the sign.
        return whole < 0 ? Long.MIN_VALUE : negative ? -whole : whole;
    }

    /// The exponent at the end of a number: 0 where there is none, above [#LARGEST_EXPONENT] where
    /// the rest is no exponent.
    private static int exponent(byte[] text, int start, int end) {
        if (start == end) {
            return 0;
        }
        int at = start + 1;
        boolean negative = at < end && text[at] == '-';
        if (negative || (at < end && text[at] == '+')) {
            at++;
        }
        boolean marked = text[start] == 'e' || text[start] == 'E';
        if (!marked || at == end || end - at > 5) {
            return Integer.MAX_VALUE;
        }
        int exponent = 0;
        for (; at < end; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MAX_VALUE;
            }
            exponent = 10 * exponent + digit;
        }
        return negative ? -exponent : exponent;
    }

    private static int skipSpaces(byte[] text, int start, int end) {
        int at = start;
        while (at < end && text[at] == ' ') {
            at++;
        }
        return at;
    }

    private static int dropSpaces(byte[] text, int start, int end) {
        int at = end;
        while (at > start && text[at - 1] == ' ') {
            at--;
        }
        return at;
    }
}
