package io.candlestream.model;

import java.math.BigInteger;

/// The exponential function and the natural logarithm: the same bits everywhere, as those of
/// [java.lang.StrictMath], at about half their price and half their error.
///
/// | function | from | to | error | exact |
/// |---|---|---|---|---|
/// | [#exp] | -690 | 690 | under 0.52 units in the last place | `exp(0) = 1`; not above 1 for less |
/// | [#log] | 2^-1022 | the greatest double | under 0.52 units in the last place | `log(1) = 0` |
///
/// Outside these ranges, and for NaN and infinities, the result is StrictMath's. Two arguments that
/// are neighbours may have results in the wrong order, by one unit in the last place.
///
/// Only additions, multiplications, comparisons and shifts of bits take part. Since Java 17 every
/// one of them has the one result of IEEE 754 on every machine, interpreted or compiled; there is
/// no fused multiplication, which is slow where the processor has none. The tables are computed
/// once, from whole numbers of 97 bits and more.
///
/// ```
/// exp   x = (128 e + i) ln 2 / 128 + r      e^x  = 2^e 2^(i/128) e^r              |r| <= ln 2 / 256
/// log   x = 2^k z,  1 + r = z inverse_i     ln x = k ln 2 - ln inverse_i + ln(1 + r)    |r| <= 1/128
/// ```
///
/// `e^r` and `ln(1 + r)` are the Taylor polynomials of degree 5 and 8, whose first term left out is
/// less than 0.02 units in the last place of the result. What rounding cuts off a table's number is
/// in the table as well. The two intervals beside 1 have an inverse of 1, so that nothing cancels
/// there: `r` is `x - 1`, exactly.
///
/// Source: P. T. P. Tang, _Table-Driven Implementation of the Exponential Function_, ACM TOMS 15,
/// 1989, and _of the Logarithm Function_, ACM TOMS 16, 1990; the reduction of the arguments as in
/// Arm Optimized Routines, `exp.c` and `log.c`.
public final class Exponential {

    private static final int INDEX_BITS = 7;
    private static final int PARTS = 1 << INDEX_BITS;
    private static final int INDEX_MASK = PARTS - 1;
    private static final int MANTISSA_BITS = 52;

    /// The tables are computed in whole numbers that stand for multiples of 2^-96.
    private static final int FRACTION_BITS = 96;

    private static final BigInteger ONE = BigInteger.ONE.shiftLeft(FRACTION_BITS);

    /// Beyond it the last product of [#exp] could leave the normal numbers.
    private static final double EXP_LIMIT = 690;

    /// Adding it rounds to the nearest whole number and leaves that in the lowest bits.
    private static final double SHIFT = 0x1.8p52;

    private static final double PARTS_BY_LN2 = 0x1.71547652b82fep7;

    /// ln 2 / 128, of which the first part has 36 bits: its products with whole numbers up to 2^17
    /// are exact.
    private static final double STEP = 0x1.62e42fefap-8;

    private static final double STEP_TAIL = 0x1.cf79abc9e3b39p-47;

    /// Of each `2^(i/128)`: what rounding cuts off it, as a part of it, and the power, rounded.
    private static final double[] POWERS = powers();

    /// The bits of 0.6875, where the intervals of [#log] begin.
    private static final long LOG_FROM = 0x3fe6000000000000L;

    private static final long EXPONENT = -1L << MANTISSA_BITS;
    private static final long UPPER_HALF = -1L << 32;

    /// Binary digits after the point of `LN2` and of the logarithms' heads: products of exponents
    /// and sums of both are exact.
    private static final int LOG_BITS = 42;

    private static final double LN2 = 0x1.62e42fefa38p-1;
    private static final double LN2_TAIL = 0x1.ef35793c7673p-45;

    /// An inverse is a multiple of 1/512: its products with half a mantissa are exact.
    private static final int INVERSE_ONE = 512;

    /// The 20th term of the series of a table's logarithm is under 2^-96.
    private static final int LOG_TERMS = 40;

    /// Of each interval of [#log]: the inverse of its middle, and `-ln inverse` as head and rest.
    private static final double[] LOGS = logs();

    private Exponential() {}

    /// @param x any number
    /// @return e to the power of it; 0 where that is too small, infinite where too great, NaN for
    ///   NaN
    public static double exp(double x) {
        if (!(Math.abs(x) <= EXP_LIMIT)) {
            return StrictMath.exp(x);
        }
        double shifted = x * PARTS_BY_LN2 + SHIFT;
        long steps = Double.doubleToRawLongBits(shifted);
        double whole = shifted - SHIFT;
        double r = (x - whole * STEP) - whole * STEP_TAIL;
        double r2 = r * r;
        int at = 2 * ((int) steps & INDEX_MASK);
        double expm1 =
                (POWERS[at] + r)
                        + (r2 * (1 / 2.0 + r * (1 / 6.0)) + r2 * r2 * (1 / 24.0 + r * (1 / 120.0)));
        long exponent = (steps >> INDEX_BITS) << MANTISSA_BITS;
        double power =
                Double.longBitsToDouble(Double.doubleToRawLongBits(POWERS[at + 1]) + exponent);
        return power + power * expm1;
    }

    /// @param x any number
    /// @return its natural logarithm; minus infinity for 0, NaN for less and for NaN
    public static double log(double x) {
        if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
            return StrictMath.log(x);
        }
        long bits = Double.doubleToRawLongBits(x);
        long above = bits - LOG_FROM;
        double exponent = (double) (above >> MANTISSA_BITS);
        int at = 3 * ((int) (above >> (MANTISSA_BITS - INDEX_BITS)) & INDEX_MASK);
        long mantissa = bits - (above & EXPONENT);
        double z = Double.longBitsToDouble(mantissa);
        double high = Double.longBitsToDouble(mantissa & UPPER_HALF);
        double inverse = LOGS[at];
        // Both parts are exact, and so is what their sum loses.
        double r1 = high * inverse - 1;
        double r0 = (z - high) * inverse;
        double r = r1 + r0;
        double base = exponent * LN2 + LOGS[at + 1];
        double sum = base + r;
        double lost = ((base - sum) + r) + ((r1 - r) + r0) + (exponent * LN2_TAIL + LOGS[at + 2]);
        double r2 = r * r;
        double log1pRest =
                r2
                        * ((-1 / 2.0 + r * (1 / 3.0))
                                + r2 * (-1 / 4.0 + r * (1 / 5.0))
                                + r2 * r2 * ((-1 / 6.0 + r * (1 / 7.0)) - r2 * (1 / 8.0)));
        return sum + (lost + log1pRest);
    }

    private static double[] powers() {
        BigInteger root = ONE.shiftLeft(1);
        for (int i = 0; i < INDEX_BITS; i++) {
            root = root.shiftLeft(FRACTION_BITS).sqrt();
        }
        double[] table = new double[2 * PARTS];
        BigInteger power = ONE;
        for (int i = 0; i < PARTS; i++) {
            double rounded = head(power, MANTISSA_BITS);
            table[2 * i] = rest(power, MANTISSA_BITS) / rounded;
            table[2 * i + 1] = rounded;
            power = power.multiply(root).shiftRight(FRACTION_BITS);
        }
        return table;
    }

    private static double[] logs() {
        double[] table = new double[3 * PARTS];
        for (int i = 0; i < PARTS; i++) {
            int inverse = inverse(i);
            BigInteger log = minusLog(inverse);
            table[3 * i] = (double) inverse / INVERSE_ONE;
            table[3 * i + 1] = head(log, LOG_BITS);
            table[3 * i + 2] = rest(log, LOG_BITS);
        }
        return table;
    }

    /// Of the middle of the interval, and 1 where the interval ends or begins at 1; in 512ths.
    private static int inverse(int interval) {
        int shift = MANTISSA_BITS - INDEX_BITS;
        double from = Double.longBitsToDouble(LOG_FROM + ((long) interval << shift));
        double to = Double.longBitsToDouble(LOG_FROM + ((interval + 1L) << shift));
        boolean besideOne = from == 1 || to == 1;
        return besideOne ? INVERSE_ONE : (int) Math.rint(INVERSE_ONE * 2 / (from + to));
    }

    /// The series of `ln y = 2 artanh((y - 1) / (y + 1))`, at `y = 512 / inverse`.
    private static BigInteger minusLog(int inverse) {
        BigInteger t =
                ONE.multiply(BigInteger.valueOf(INVERSE_ONE - inverse))
                        .divide(BigInteger.valueOf(INVERSE_ONE + inverse));
        BigInteger t2 = t.multiply(t).shiftRight(FRACTION_BITS);
        BigInteger term = t.shiftLeft(1);
        BigInteger sum = term;
        for (int n = 3; n < LOG_TERMS; n += 2) {
            term = term.multiply(t2).shiftRight(FRACTION_BITS);
            sum = sum.add(term.divide(BigInteger.valueOf(n)));
        }
        return sum;
    }

    /// The number rounded to so many binary digits after the point.
    private static double head(BigInteger number, int bits) {
        return Math.scalb((double) rounded(number, bits).longValueExact(), -bits);
    }

    /// The number less its [#head].
    private static double rest(BigInteger number, int bits) {
        BigInteger head = rounded(number, bits).shiftLeft(FRACTION_BITS - bits);
        return Math.scalb(number.subtract(head).doubleValue(), -FRACTION_BITS);
    }

    private static BigInteger rounded(BigInteger number, int bits) {
        BigInteger half = BigInteger.ONE.shiftLeft(FRACTION_BITS - bits - 1);
        return number.add(half).shiftRight(FRACTION_BITS - bits);
    }
}
