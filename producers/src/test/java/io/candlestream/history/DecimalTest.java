package io.candlestream.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.seed.Seeded;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalTest {

    @Nested
    class Numbers {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0",
                    "-0",
                    "1",
                    "+1",
                    "968.29",
                    "1.0564124584197998",
                    ".5",
                    "5.",
                    "-1e-3",
                    "1E5",
                    "1e+05",
                    "0.1",
                    "123456789012345678",
                    "9007199254740993",
                    "0.000000000000000000000001",
                    "4.9e-324",
                    "1e-400",
                    "1.7976931348623157e308",
                    "1e999",
                    " 1.5 ",
                    "00000000000000000000000000001.5",
                    "1e22",
                    "1e23",
                    "3e-22"
                })
        void readAsTheJdkReadsThem(String text) {
            assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
        }

        @Seeded(runs = 200)
        void readToTheBitAsTheJdkReadsThem(long seed) {
            var random = new SplittableRandom(seed);
            for (int i = 0; i < 500; i++) {
                String text = anyNumber(random);

                assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text));
            }
        }
    }

    @Nested
    class OtherTexts {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "-",
                    "+",
                    ".",
                    "e5",
                    "1e",
                    "1e+",
                    "1.2.3",
                    "1,5",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "0x1p3",
                    "1d",
                    "1f",
                    "null",
                    "1e5.5",
                    "--1",
                    "1 2",
                    "\u0661",
                    "1e999999",
                    "\t1"
                })
        void areNoNumbers(String text) {
            assertThat(parse(text)).isNaN();
        }
    }

    @Nested
    class WholeNumbers {

        @Test
        void haveDigitsAndPerhapsASign() {
            assertThat(parseWhole("1483228800000")).isEqualTo(1_483_228_800_000L);
            assertThat(parseWhole(" -5 ")).isEqualTo(-5);
            assertThat(parseWhole("999999999999999999")).isEqualTo(999_999_999_999_999_999L);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "-",
                    "1.0",
                    "1e3",
                    "x",
                    "9999999999999999999",
                    "10000000000000000000",
                    "+1"
                })
        void areNothingElse(String text) {
            assertThat(parseWhole(text)).isEqualTo(Long.MIN_VALUE);
        }
    }

    private static String anyNumber(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> Double.toString(Double.longBitsToDouble(random.nextLong() >>> 2));
            case 1 -> random.nextLong(1_000_000_000L) + "." + random.nextLong(100_000_000L);
            case 2 -> random.nextLong() + "e" + random.nextInt(-330, 300);
            case 3 -> decimal(random.nextLong(1L << 53, 1_000_000_000_000_000_000L), random);
            case 4 -> decimal(nextTo(random), random);
            default -> "-0." + random.nextLong(Long.MAX_VALUE);
        };
    }

    private static String decimal(long digits, SplittableRandom random) {
        return BigDecimal.valueOf(digits, random.nextInt(18)).toPlainString();
    }

    /// Just beside the middle of two neighbouring doubles, where rounding is hardest.
    private static long nextTo(SplittableRandom random) {
        long odd = 2 * random.nextLong(1L << 52, 1L << 53) + 1;
        return (odd << random.nextInt(6)) + random.nextInt(-1, 2);
    }

    private static double parse(String text) {
        return Decimal.parse(text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length());
    }

    private static long parseWhole(String text) {
        return Decimal.parseWhole(text.getBytes(StandardCharsets.ISO_8859_1), 0, text.length());
    }
}
