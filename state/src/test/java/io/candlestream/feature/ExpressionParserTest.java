package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.feature.Expression.Argument;
import io.candlestream.feature.Expression.Numeral;
import io.candlestream.feature.Expression.Term;
import io.candlestream.golden.GoldenTable;
import io.candlestream.seed.Seeded;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionParserTest {

    @Nested
    class WhatIsWritten {

        @Test
        void isATreeOfNamesAndNumbersWithTheirColumns() {
            Expression read = ExpressionParser.parse("macd(close, slow = 26) . line");

            assertThat(read)
                    .isEqualTo(
                            new Term(
                                    "macd",
                                    List.of(
                                            new Argument("", word("close", 6), 6),
                                            new Argument("slow", new Numeral("26", 20), 13)),
                                    "line",
                                    1,
                                    26));
        }

        @Test
        void mayBeNestedExpressions() {
            assertThat(ExpressionParser.parse("zscore(log_return(1),100)"))
                    .isEqualTo(
                            new Term(
                                    "zscore",
                                    List.of(
                                            new Argument("", call("log_return", "1", 8, 19), 8),
                                            new Argument("", new Numeral("100", 22), 22)),
                                    "",
                                    1,
                                    1));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "close",
                    "sma(volume,20)",
                    "macd(12,26,9).histogram",
                    "on(1h,rsi(14))",
                    "ta4j(ChopIndicator,14)",
                    "signal(fear_greed)",
                    "direction(horizon=12,threshold_bps=10)",
                    "sgd(loss=log,optimizer=momentum(0.01,0.9),l2=1e-5)",
                    "session(15m,1e5m,_x)",
                    "f(-1,+2,.5,-1.5E+10)",
                    "pattern.doji"
                })
        void isWrittenAgainAsItWas(String text) {
            assertThat(ExpressionParser.parse(text)).hasToString(text);
        }

        @Test
        void isEveryFeatureAndEveryGoldenColumn() {
            assertThat(FeatureSet.standard().names())
                    .allMatch(name -> ExpressionParser.parse(name).toString().equals(name));
            assertThat(GoldenTable.taLib().header())
                    .allMatch(name -> ExpressionParser.parse(name).toString().equals(name));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    " macd ( 12 ,\t26 , 9 ) . line | macd(12,26,9).line",
                    "f( key  =  1 )                | f(key=1)",
                    "obv()                         | obv",
                    "f(1h)                         | f(1h)"
                })
        void isFreeInItsSpaces(String text, String without) {
            assertThat(ExpressionParser.parse(text)).hasToString(without);
        }

        @Test
        void mayBeAListOfWhichOnlyTheOuterCommasSeparate() {
            assertThat(ExpressionParser.parseList("a, b(1,2) ,c(d(1),2).x"))
                    .map(Expression::toString)
                    .containsExactly("a", "b(1,2)", "c(d(1),2).x");
            assertThat(ExpressionParser.parseList("a, b(1)").getLast().column()).isEqualTo(4);
        }
    }

    @Nested
    class WhatCannotBeRead {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\'',
                value = {
                    "''          | column 1: a name or a number must stand here, was the end",
                    "'  '        | column 3: a name or a number must stand here, was the end",
                    "(close)     | column 1: a name or a number must stand here, was \"(\"",
                    "sma(,20)    | column 5: a name or a number must stand here, was \",\"",
                    "sma(20,)    | column 8: a name or a number must stand here, was \")\"",
                    "sma(a=)     | column 7: a name or a number must stand here, was \")\"",
                    "sma(=1)     | column 5: a name or a number must stand here, was \"=\"",
                    "sma(-close) | column 5: a name or a number must stand here, was \"-\"",
                    "sma(20      | column 7: \",\" or the \")\" of column 4 must stand here, was the end",
                    "sma(20))    | column 8: the end must stand here, was \")\"",
                    "sma(20 30)  | column 8: \",\" or the \")\" of column 4 must stand here, was \"3\"",
                    "sma(20) x   | column 9: the end must stand here, was \"x\"",
                    "a, b        | column 2: the end must stand here, was \",\"",
                    "5.upper     | column 2: the end must stand here, was \".\"",
                    "macd.       | column 6: the name of an output must stand here, was the end",
                    "macd.line.x | column 10: the end must stand here, was \".\"",
                    "f(a=1,2)    | column 7: an argument without a key must come before those with one, was 2",
                    "sma(20)é    | column 8: the end must stand here, was \"é\""
                })
        void isRefusedWithItsPlace(String text, String message) {
            assertThatThrownBy(() -> ExpressionParser.parse(text))
                    .isInstanceOf(ExpressionException.class)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
        }

        @Test
        void isAnEmptyPlaceOfAList() {
            assertThatThrownBy(() -> ExpressionParser.parseList("a,,b"))
                    .hasMessage("column 3: a name or a number must stand here, was \",\"");
            assertThatThrownBy(() -> ExpressionParser.parseList("a, b) c"))
                    .hasMessage("column 5: \",\" or the end must stand here, was \")\"");
        }

        @Test
        void isDeeperThanAnybodyWrites() {
            assertThat(ExpressionParser.parse("f(".repeat(63) + "x" + ")".repeat(63)).column())
                    .isEqualTo(1);
            assertThatThrownBy(() -> ExpressionParser.parse("f(".repeat(5_000)))
                    .hasMessage(
                            "column 129: expressions must be nested at most 64 deep, were deeper");
        }

        @Test
        void isLongerThanAnybodyWrites() {
            assertThatThrownBy(() -> ExpressionParser.parse("x".repeat(10_001)))
                    .hasMessage(
                            "column 10001: a text must have at most 10000 characters, had 10001");
        }

        @Seeded(runs = 300)
        void isRefusedAndNothingElseWhateverItIs(long seed) {
            String text = anyText(new SplittableRandom(seed));

            try {
                assertThat(ExpressionParser.parse(ExpressionParser.parse(text).toString()))
                        .hasToString(ExpressionParser.parse(text).toString());
            } catch (ExpressionException refused) {
                assertThat(refused.column()).isBetween(1, text.length() + 1);
                assertThat(refused).hasMessageStartingWith("column " + refused.column() + ": ");
            }
        }

        private static String anyText(SplittableRandom random) {
            String alphabet = "ab1.,=()(-e _é\u0000\uD83D";
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(30);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            return text.toString();
        }
    }

    @Nested
    class Numbers {

        @ParameterizedTest
        @CsvSource({
            "2.0,2",
            "+2,2",
            "1e-5,0.00001",
            "1e-7,1e-7",
            "0.70,0.7",
            "-0,0",
            "1e14,100000000000000",
            "1E+15,1e15",
            "123456789012345678,1.2345678901234568e17",
            "-1.5e-300,-1.5e-300"
        })
        void haveOneCanonicalForm(String written, String canonical) {
            assertThat(Numeral.canonical(number(written))).isEqualTo(canonical);
        }

        @Seeded(runs = 300)
        void areReadBackFromTheirCanonicalFormToTheBit(long seed) {
            double number = Double.longBitsToDouble(new SplittableRandom(seed).nextLong());
            double finite = Double.isFinite(number) ? number : 1;

            assertThat(number(Numeral.canonical(finite))).isEqualTo(finite);
        }

        private static double number(String text) {
            return ((Numeral) ExpressionParser.parse(text)).value();
        }
    }

    private static Term word(String name, int column) {
        return new Term(name, List.of(), "", column, column);
    }

    private static Term call(String name, String number, int column, int numberColumn) {
        Argument argument = new Argument("", new Numeral(number, numberColumn), numberColumn);
        return new Term(name, List.of(argument), "", column, column);
    }
}
