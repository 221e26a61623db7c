package io.candlestream.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Instrument;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.seed.Seeded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignalHistoryTest {

    private static final Instrument INSTRUMENT = Instrument.parse("test:BTCUSD");
    private static final List<String> NAMES = List.of("greed", "funding");

    private final SignalHistory history = new SignalHistory(INSTRUMENT, NAMES);

    @Nested
    class Readings {

        @Test
        void areAbsentBeforeTheFirst() {
            take("greed", 2_000, 1);

            assertThat(history.readings(NAMES, 1_999).isPresent(0)).isFalse();
            assertThat(history.readings(NAMES, 2_000).isPresent(1)).isFalse();
        }

        @Test
        void areOfTheNewestNotAfterTheClose() {
            take("greed", 1_000, 1);
            take("greed", 2_000, 2);
            take("greed", 3_000, 3);

            SignalReadings readings = history.readings(List.of("greed"), 2_000);

            assertThat(readings.value(0)).isEqualTo(2);
            assertThat(readings.timeMs(0)).isEqualTo(2_000);
            assertThat(history.readings(List.of("greed"), 2_999).value(0)).isEqualTo(2);
        }

        @Test
        void comeInTheOrderOfTheNamesAskedFor() {
            take("greed", 1_000, 1);
            take("funding", 1_000, 2);

            SignalReadings readings = history.readings(List.of("funding", "greed"), 1_000);

            assertThat(readings.value(0)).isEqualTo(2);
            assertThat(readings.value(1)).isEqualTo(1);
        }

        /// Against the definition: the greatest time that is not after the close.
        @Seeded(runs = 100)
        void dependOnEventTimesAndNotOnTheOrderOfComing(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Signal> signals = distinct(random, 300);
            Collections.shuffle(signals, new Random(seed));
            List<Signal> accepted = new ArrayList<>();
            long close = 0;
            long settled = 0;
            for (Signal signal : signals) {
                boolean isLate = signal.timeMs() <= settled;
                assertThat(history.take(signal))
                        .isEqualTo(isLate ? SignalVerdict.LATE : SignalVerdict.ACCEPTED);
                if (!isLate) {
                    accepted.add(signal);
                }
                if (random.nextInt(4) == 0) {
                    close += random.nextLong(40);
                    SignalReadings readings = history.readings(NAMES, close);
                    assertThat(readings.isPresent(0) ? readings.value(0) : -1)
                            .isEqualTo(newest(accepted, close));
                    settled = random.nextBoolean() ? close : settled;
                    history.closed(settled);
                }
            }
        }

        private static double newest(List<Signal> taken, long close) {
            Signal newest = new Signal(INSTRUMENT, "greed", -1, -1);
            for (Signal signal : taken) {
                if (signal.timeMs() <= close && signal.timeMs() > newest.timeMs()) {
                    newest = signal;
                }
            }
            return newest.value();
        }

        private static List<Signal> distinct(SplittableRandom random, int count) {
            List<Signal> signals = new ArrayList<>();
            long time = 1;
            for (int i = 0; i < count; i++) {
                time += 1 + random.nextInt(9);
                signals.add(new Signal(INSTRUMENT, "greed", time, i));
            }
            return signals;
        }
    }

    @Nested
    class Refusals {

        @Test
        void aSignalNotLaterThanATakenCandleIsLateAndChangesNothing() {
            take("greed", 1_000, 1);
            history.closed(60_000);

            assertThat(take("greed", 60_000, 2)).isEqualTo(SignalVerdict.LATE);
            assertThat(take("funding", 1, 2)).isEqualTo(SignalVerdict.LATE);
            assertThat(take("greed", 60_001, 3)).isEqualTo(SignalVerdict.ACCEPTED);
            assertThat(history.readings(NAMES, 60_000).value(0)).isEqualTo(1);
            assertThat(history.count(SignalVerdict.LATE)).isEqualTo(2);
        }

        @Test
        void aRepetitionIsDroppedAndAnotherValueRefused() {
            take("greed", 1_000, 1);

            assertThat(take("greed", 1_000, 1)).isEqualTo(SignalVerdict.DUPLICATE);
            assertThat(take("greed", 1_000, 2)).isEqualTo(SignalVerdict.CONFLICTING);
            assertThat(history.readings(NAMES, 1_000).value(0)).isEqualTo(1);
            assertThat(SignalVerdict.DUPLICATE.isRejection()).isFalse();
        }

        @Test
        void numbersAndTimesThatCannotBeAreMalformed() {
            for (double value :
                    new double[] {
                        Double.NaN, Double.NEGATIVE_INFINITY, 1.1e30, -Double.MAX_VALUE
                    }) {
                assertThat(take("greed", 1_000, value)).isEqualTo(SignalVerdict.MALFORMED);
            }
            assertThat(take("greed", -1, 1)).isEqualTo(SignalVerdict.MALFORMED);
            assertThat(take("greed", Long.MAX_VALUE, 1)).isEqualTo(SignalVerdict.MALFORMED);
        }

        @Test
        void sayWhatMustHoldAndWhatWas() {
            take("greed", 1_000, 1);
            take("greed", 1_000, 2);
            assertThat(history.explain(new Signal(INSTRUMENT, "greed", 1_000, 2)))
                    .isEqualTo("a second signal greed of 1000 must equal the first, 1.0, was 2.0");

            history.closed(60_000);
            take("greed", 59_000, 2);
            assertThat(history.explain(new Signal(INSTRUMENT, "greed", 59_000, 2)))
                    .isEqualTo(
                            "signal greed must be later than the last candle's close, 60000, was of"
                                    + " 59000");
        }

        @Test
        void aNameMustBeOneThatFeaturesCanSay() {
            assertThat(Signal.checkedName("fear_greed2")).isEqualTo("fear_greed2");
            for (String name : List.of("", "2x", "Fear", "a-b", "a".repeat(65))) {
                assertThatThrownBy(() -> Signal.checkedName(name))
                        .hasMessageContaining("a signal's name must be 1 to 64 of a-z");
            }
        }
    }

    @Nested
    class Bounds {

        @Test
        void candlesThatComeALittleBehindReadWhatTheyWouldHave() {
            for (int i = 1; i <= 10_000; i++) {
                take("greed", i, i);
            }
            history.closed(10_000);

            assertThat(history.reaches(9_744)).isTrue();
            assertThat(history.readings(NAMES, 9_744).value(0)).isEqualTo(9_744);
            assertThat(history.reaches(9_743)).isFalse();
        }

        @Test
        void theNewestOfARareNameStays() {
            take("funding", 1, 7);
            for (int i = 1; i <= 10_000; i++) {
                take("greed", i, i);
                history.closed(i);
            }

            assertThat(history.readings(NAMES, 10_000).value(1)).isEqualTo(7);
            assertThat(history.reaches(10_000)).isTrue();
        }

        @Test
        void whatIsAheadOfEveryCandleIsKeptUpToABound() {
            int count = SignalHistory.MOST_KEPT + 10;
            for (int i = 1; i <= count; i++) {
                take("greed", i, i);
            }

            assertThat(history.nextRow() - history.firstRow()).isEqualTo(SignalHistory.MOST_KEPT);
            assertThat(history.reaches(9)).isFalse();
            assertThat(history.reaches(10)).isTrue();
            assertThat(history.readings(NAMES, count).value(0)).isEqualTo(count);
        }
    }

    @Nested
    class Memory {

        private final SignalHistoryFormat format = new SignalHistoryFormat(NAMES);

        @Seeded(runs = 20)
        void restoredAtEveryPrefixItContinuesAsIfNeverStopped(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            SignalHistory restarted = format.create(INSTRUMENT);
            long close = 0;
            for (int i = 0; i < 1_500; i++) {
                SignalChange change =
                        random.nextInt(3) == 0
                                ? new SignalChange.Closed(close += random.nextLong(50))
                                : new SignalChange.Came(
                                        new Signal(
                                                INSTRUMENT,
                                                NAMES.get(random.nextInt(2)),
                                                close + random.nextLong(-20, 400),
                                                random.nextInt(5)));
                StateOutput written = new StateOutput();
                format.saveChange(change, written);
                format.apply(history, change);
                restarted = restored(restarted);
                format.apply(
                        restarted,
                        format.restoreChange(restarted, new StateInput(written.toByteArray())));

                assertThat(head(restarted)).isEqualTo(head(history));
                assertThat(readings(restarted, close)).isEqualTo(readings(history, close));
                if (change instanceof SignalChange.Came) {
                    assertThat(restarted.lastVerdict()).isEqualTo(history.lastVerdict());
                }
            }
            assertThat(history.firstRow()).isGreaterThan(100);
        }

        @Test
        void stateOfOtherSignalsIsRefusedWithARemedy() {
            StateOutput signature = new StateOutput();
            new SignalHistoryFormat(List.of("news")).sign(history, signature);

            assertThatThrownBy(() ->
                            format.checkSignature(history, new StateInput(signature.toByteArray())))
                    .isInstanceOf(StateFormatException.class)
                    .hasMessageContaining("signals greed,funding, was that of news")
                    .hasMessageContaining("set another application-id");
        }

        @Seeded(runs = 50)
        void damagedBytesAreRefusedAndNeverCrash(long seed) {
            take("greed", 1_000, 1);
            byte[] all = head(history);
            byte[] cut = Arrays.copyOf(all, (int) (seed % all.length));

            assertThatThrownBy(() ->
                            format.restoreHead(format.create(INSTRUMENT), new StateInput(cut)))
                    .isInstanceOf(StateFormatException.class);
        }

        private SignalHistory restored(SignalHistory stopped) {
            StateOutput rows = new StateOutput();
            format.saveRows(stopped, format.firstRow(stopped), format.nextRow(stopped), rows);
            SignalHistory fresh = format.create(INSTRUMENT);
            format.restoreHead(fresh, new StateInput(head(stopped)));
            StateInput in = new StateInput(rows.toByteArray());
            format.restoreRows(fresh, format.firstRow(fresh), format.nextRow(fresh), in);
            in.expectEnd();
            return fresh;
        }

        private byte[] head(SignalHistory of) {
            StateOutput out = new StateOutput();
            format.saveHead(of, out);
            return out.toByteArray();
        }

        private static byte[] readings(SignalHistory of, long close) {
            StateOutput out = new StateOutput();
            of.readings(NAMES, close).save(out);
            return out.toByteArray();
        }
    }

    private SignalVerdict take(String name, long timeMs, double value) {
        return history.take(new Signal(INSTRUMENT, name, timeMs, value));
    }
}
