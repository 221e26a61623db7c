package io.candlestream.candle;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.codec.StateInput;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CandleGateTest {

    private static final long START_MS = 1_700_000_040_000L;
    private static final long MINUTE_MS = 60_000;
    private static final Series SERIES =
            new Series(Instrument.parse("test:BTCUSD"), Interval.ONE_MINUTE);

    private final CandleGate gate = new CandleGate(SERIES, Calendar.ALWAYS_OPEN);

    @Nested
    class InOrder {

        @Test
        void newerCandlesAreAccepted() {
            assertThat(gate.check(candleAt(0))).isEqualTo(Verdict.ACCEPTED);
            assertThat(gate.check(candleAt(1))).isEqualTo(Verdict.ACCEPTED);
            assertThat(gate.count(Verdict.ACCEPTED)).isEqualTo(2);
        }

        @Test
        void theSameCandleAgainIsADuplicateAndNoRejection() {
            gate.check(candleAt(0));

            assertThat(gate.check(candleAt(0))).isEqualTo(Verdict.DUPLICATE);
            assertThat(gate.count(Verdict.DUPLICATE)).isEqualTo(1);
            assertThat(gate.rejectedCount()).isZero();
        }

        @Test
        void theSameTimeWithAnotherNumberConflicts() {
            gate.check(candleAt(0));
            Candle other = new Candle(SERIES, START_MS, 10, 12, 9, 11, Math.nextUp(5.0));

            assertThat(gate.check(other)).isEqualTo(Verdict.CONFLICTING_DUPLICATE);
            assertThat(gate.rejectedCount()).isEqualTo(1);
        }

        @Test
        void anOlderCandleIsLateEvenIfItIsKnown() {
            gate.check(candleAt(0));
            gate.check(candleAt(1));

            assertThat(gate.check(candleAt(0))).isEqualTo(Verdict.LATE);
            assertThat(gate.explain(candleAt(0)))
                    .isEqualTo("open time must be after 1700000100000, was 1700000040000");
        }

        @Test
        void aRefusedCandleDoesNotBecomeTheLast() {
            gate.check(candleAt(0));
            gate.check(new Candle(SERIES, START_MS + 5 * MINUTE_MS, 10, 9, 12, 11, 5));

            assertThat(gate.check(candleAt(1))).isEqualTo(Verdict.ACCEPTED);
        }
    }

    @Nested
    class Gaps {

        @Test
        void nothingIsMissingBeforeTheFirstCandle() {
            gate.check(candleAt(0));

            assertThat(gate.missingBefore()).isZero();
            assertThat(gate.gapCount()).isZero();
        }

        @Test
        void aHoleIsCountedAndToldUntilTheNextCandle() {
            gate.check(candleAt(0));
            gate.check(candleAt(4));

            assertThat(gate.missingBefore()).isEqualTo(3);
            assertThat(gate.gapCount()).isEqualTo(1);

            gate.check(candleAt(5));
            assertThat(gate.missingBefore()).isZero();
            assertThat(gate.missingCount()).isEqualTo(3);
        }
    }

    @Nested
    class Numbers {

        static List<Candle> malformed() {
            return List.of(
                    new Candle(SERIES, START_MS, Double.NaN, 12, 9, 11, 5),
                    new Candle(SERIES, START_MS, 10, Double.POSITIVE_INFINITY, 9, 11, 5),
                    new Candle(SERIES, START_MS, 10, 12, Double.NEGATIVE_INFINITY, 11, 5),
                    new Candle(SERIES, START_MS, 10, 12, 9, Double.NaN, 5),
                    new Candle(SERIES, START_MS, 10, 12, 9, 11, Double.NaN),
                    new Candle(SERIES, START_MS, 10, 12, 9, 11, Double.POSITIVE_INFINITY),
                    new Candle(SERIES, START_MS, 0, 12, 9, 11, 5),
                    new Candle(SERIES, START_MS, 10, 12, 9, -11, 5),
                    new Candle(SERIES, START_MS, 10, 9, 12, 11, 5),
                    new Candle(SERIES, START_MS, 10, 12, 9, 11, -1),
                    new Candle(SERIES, START_MS, 10, 1e31, 9, 11, 5),
                    new Candle(SERIES, START_MS, 10, 12, Double.MIN_VALUE, 11, 5),
                    new Candle(SERIES, START_MS, 10, 12, 9, 11, 1e31),
                    new Candle(SERIES, -MINUTE_MS, 10, 12, 9, 11, 5),
                    new Candle(SERIES, Long.MAX_VALUE, 10, 12, 9, 11, 5));
        }

        @ParameterizedTest
        @MethodSource
        void malformed(Candle candle) {
            assertThat(gate.check(candle)).isEqualTo(Verdict.MALFORMED);
            assertThat(gate.explain(candle)).contains("must be from 1e-30 to 1e30");
        }

        @Test
        void anOpenTimeOffTheGridIsRejected() {
            assertThat(gate.check(new Candle(SERIES, START_MS + 1, 10, 12, 9, 11, 5)))
                    .isEqualTo(Verdict.OFF_GRID);
        }

        @Test
        void anOpenOrCloseOutsideTheRangeIsAcceptedAndCounted() {
            assertThat(gate.check(new Candle(SERIES, START_MS, 13, 12, 9, 11, 5)))
                    .isEqualTo(Verdict.ACCEPTED);
            assertThat(gate.check(new Candle(SERIES, START_MS + MINUTE_MS, 10, 12, 9, 8, 5)))
                    .isEqualTo(Verdict.ACCEPTED);
            assertThat(gate.outsideRangeCount()).isEqualTo(2);
        }

        @Test
        void aFlatCandleWithoutVolumeIsFine() {
            assertThat(gate.check(new Candle(SERIES, START_MS, 10, 10, 10, 10, 0)))
                    .isEqualTo(Verdict.ACCEPTED);
        }
    }

    @Test
    void aRestoredGateJudgesAsTheSavedOneWould() {
        gate.check(candleAt(0));
        gate.check(candleAt(3));

        CandleGate restored = new CandleGate(SERIES, Calendar.ALWAYS_OPEN);
        restored.restore(new StateInput(saved(gate)));

        assertThat(restored.missingBefore()).isEqualTo(2);
        assertThat(restored.check(candleAt(3))).isEqualTo(Verdict.DUPLICATE);
        assertThat(restored.check(candleAt(2))).isEqualTo(Verdict.LATE);
        assertThat(restored.check(candleAt(5))).isEqualTo(Verdict.ACCEPTED);
        assertThat(restored.missingCount()).isEqualTo(3);
    }

    private static Candle candleAt(int minute) {
        return new Candle(SERIES, START_MS + minute * MINUTE_MS, 10, 12, 9, 11, 5);
    }
}
