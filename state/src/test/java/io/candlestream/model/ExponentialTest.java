package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.seed.Seeded;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ExponentialTest {

    private static final MathContext DIGITS = new MathContext(45);
    private static final double ERROR_LIMIT = 0.52;
    private static final int SEEDED_POINTS = 250_000;
    private static final int EXACT_POINTS = 5_000;

    @Nested
    class Exp {

        @Seeded(runs = 8)
        void isWithinOneUnitOfStrictMath(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < SEEDED_POINTS; i++) {
                double x = exponent(random);
                assertNeighbours(x, Exponential.exp(x), StrictMath.exp(x));
            }
        }

        @Seeded(runs = 4)
        void isWithinABitMoreThanHalfAUnitOfTheTruth(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < EXACT_POINTS; i++) {
                double x = exponent(random);
                BigDecimal truth = exp(new BigDecimal(x));
                BigDecimal error = new BigDecimal(Exponential.exp(x)).subtract(truth);
                assertSmall(x, error, truth.doubleValue());
            }
        }

        @Test
        void isWithinOneUnitOfStrictMathWhereTheTableTurns() {
            for (int i = -690 * 184; i <= 690 * 184; i++) {
                double turn = (i + 0.5) * Math.log(2) / 128;
                assertSameAround(turn, 3, Exponential::exp, StrictMath::exp);
            }
        }

        @Test
        void isOneAtZeroAndNotAboveOneBelowIt() {
            assertThat(Exponential.exp(0)).isEqualTo(1);
            assertThat(Exponential.exp(-0.0)).isEqualTo(1);
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < 1_000_000; i++) {
                double x = -Math.scalb(random.nextDouble(), -random.nextInt(60));
                if (!(Exponential.exp(x) <= 1)) {
                    throw new AssertionError("above 1 at " + x);
                }
            }
        }

        @Test
        void isThatOfStrictMathBeyondItsRange() {
            double[] beyond = {
                -690.1,
                -708.4,
                -745.1,
                -746,
                -1e300,
                690.1,
                709.7,
                709.8,
                1e300,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Double.NaN
            };
            for (double x : beyond) {
                assertThat(Exponential.exp(x)).isEqualTo(Double.valueOf(StrictMath.exp(x)));
            }
            assertThat(Exponential.exp(Double.NEGATIVE_INFINITY)).isZero();
        }

        private static double exponent(SplittableRandom random) {
            double x =
                    switch (random.nextInt(3)) {
                        case 0 -> random.nextDouble(690);
                        case 1 -> random.nextDouble(10);
                        default -> Math.scalb(random.nextDouble(), -random.nextInt(60));
                    };
            return random.nextBoolean() ? x : -x;
        }
    }

    @Nested
    class Log {

        @Seeded(runs = 8)
        void isWithinOneUnitOfStrictMath(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < SEEDED_POINTS; i++) {
                double x = positive(random);
                assertNeighbours(x, Exponential.log(x), StrictMath.log(x));
            }
        }

        /// Newton's step from the logarithm `l` of x: `ln x = l + d - d^2 / 2 + ..., d = x e^-l -
        /// 1`.
        @Seeded(runs = 4)
        void isWithinABitMoreThanHalfAUnitOfTheTruth(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < EXACT_POINTS; i++) {
                double x = positive(random);
                double log = Exponential.log(x);
                BigDecimal inverse = exp(new BigDecimal(log).negate());
                BigDecimal d = new BigDecimal(x).multiply(inverse, DIGITS).subtract(BigDecimal.ONE);
                BigDecimal half = d.multiply(d, DIGITS).divide(BigDecimal.TWO, DIGITS);
                assertSmall(x, d.subtract(half), log);
            }
        }

        @Test
        void isWithinOneUnitOfStrictMathWhereTheTableTurns() {
            for (int exponent = -60; exponent <= 60; exponent++) {
                for (int i = 0; i < 256; i++) {
                    double turn = Math.scalb(1 + i / 256.0, exponent);
                    assertSameAround(turn, 3, Exponential::log, StrictMath::log);
                }
            }
        }

        @Test
        void isZeroAtOneAlone() {
            assertThat(Exponential.log(1)).isEqualTo(0.0);
            // ln(1 + u) = u - u^2/2 + ..., and u^2/2 is just the distance to the double below u.
            double u = Math.ulp(1.0);
            assertThat(Exponential.log(1 + u)).isEqualTo(Math.nextDown(u));
            assertThat(Exponential.log(Math.nextDown(1.0))).isEqualTo(-u / 2);
        }

        @Test
        void isThatOfStrictMathBeyondItsRange() {
            double[] beyond = {
                0,
                -0.0,
                Double.MIN_VALUE,
                1e-310,
                Math.nextDown(Double.MIN_NORMAL),
                -1,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN
            };
            for (double x : beyond) {
                assertThat(Exponential.log(x)).isEqualTo(Double.valueOf(StrictMath.log(x)));
            }
        }

        private static double positive(SplittableRandom random) {
            return switch (random.nextInt(4)) {
                case 0 -> Math.scalb(random.nextDouble(1, 2), random.nextInt(-1022, 1024));
                case 1 -> 1 - Math.scalb(random.nextDouble(), -random.nextInt(1, 50));
                case 2 -> random.nextDouble(0.9, 1.1);
                default -> random.nextDouble(1e-15, 1);
            };
        }
    }

    private static void assertSameAround(
            double x, int steps, DoubleUnaryOperator actual, DoubleUnaryOperator expected) {
        double at = x;
        for (int i = 0; i < steps; i++) {
            at = Math.nextDown(at);
        }
        for (int i = -steps; i <= steps; i++) {
            assertNeighbours(at, actual.applyAsDouble(at), expected.applyAsDouble(at));
            at = Math.nextUp(at);
        }
    }

    private static void assertNeighbours(double x, double actual, double expected) {
        if (!(Math.abs(actual - expected) <= Math.ulp(expected))) {
            throw new AssertionError("at " + x + ": " + actual + " instead of " + expected);
        }
    }

    private static void assertSmall(double x, BigDecimal error, double truth) {
        double units = error.doubleValue() / Math.ulp(truth);
        if (!(Math.abs(units) <= ERROR_LIMIT)) {
            throw new AssertionError("at " + x + " wrong by " + units + " units");
        }
    }

    /// The series of the exponential at `x / 2^20`, squared 20 times.
    private static BigDecimal exp(BigDecimal x) {
        BigDecimal reduced = x.divide(new BigDecimal(1 << 20), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; n < 16; n++) {
            term = term.multiply(reduced, DIGITS).divide(new BigDecimal(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < 20; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }
}
