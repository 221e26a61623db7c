package io.candlestream.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import io.candlestream.label.LabelRun.Labelled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every rule and its labeller promise.
final class LabelRuleContractTest {

    static List<LabelRule> rules() {
        return LabelRules.all();
    }

    @Test
    void everyKindOfRuleThresholdAndBarrierIsAmongThem() {
        List<Class<?>> kinds = new ArrayList<>();
        for (LabelRule rule : rules()) {
            kinds.add(rule.getClass());
            switch (rule) {
                case DirectionRule(int _, Threshold threshold) -> kinds.add(threshold.getClass());
                case TripleBarrierRule(int _, Barriers barriers, var _) ->
                        kinds.add(barriers.getClass());
                default -> {}
            }
        }

        assertThat(kinds)
                .contains(LabelRule.class.getPermittedSubclasses())
                .contains(Threshold.class.getPermittedSubclasses())
                .contains(Barriers.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isWrittenAsNoOtherRule(LabelRule rule) {
        assertThat(rules())
                .filteredOn(other -> other.expression().equals(rule.expression()))
                .containsExactly(rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void restoredAtAnyPrefixItContinuesAsIfNeverStopped(LabelRule rule) {
        List<Candle> candles = LabelCandles.walk(1, 60);
        LabelRun unbroken = new LabelRun(rule);
        byte[] atFirst = unbroken.saved();

        for (int stop = 0; stop < candles.size(); stop++) {
            byte[] state = unbroken.saved();
            LabelRun restored = new LabelRun(unbroken, state);
            LabelRun other = new LabelRun(unbroken, state);
            assertThat(restored.saved()).isEqualTo(state).hasSameSizeAs(atFirst);
            assertThat(restored.context()).isEqualTo(unbroken.context());
            assertThat(restored.labeller().ready()).isEqualTo(unbroken.labeller().ready());

            List<Candle> rest = candles.subList(stop, candles.size());
            for (int i = 0; i < rest.size(); i++) {
                List<Candle> one = rest.subList(i, i + 1);
                assertThat(restored.take(one)).as("stopped at %s", stop).isEqualTo(other.take(one));
                other = new LabelRun(other, other.saved());
            }
            assertThat(restored.saved()).isEqualTo(other.saved());
            unbroken.take(candles.subList(stop, stop + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void replacesWhateverItRememberedWhenRestored(LabelRule rule) {
        LabelRun used = new LabelRun(rule);
        used.take(LabelCandles.walk(2, 40));
        List<Candle> candles = LabelCandles.walk(3, 60);
        LabelRun fresh = new LabelRun(rule);

        used.labeller().restore(new StateInput(fresh.saved()));

        assertThat(used.labeller().ready()).isEqualTo(fresh.labeller().ready());
        for (Candle candle : candles) {
            used.labeller().update(candle);
            fresh.labeller().update(candle);
            assertThat(used.labeller().ready()).isEqualTo(fresh.labeller().ready());
            assertThat(used.context()).isEqualTo(fresh.context());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void refusesStateThatCandlesCannotReach(LabelRule rule) {
        LabelRun run = new LabelRun(rule);
        run.take(LabelCandles.walk(2, 40));
        byte[] state = run.saved();

        byte[] cut = Arrays.copyOf(state, state.length - 1);
        assertRefused(rule, cut);
        for (double broken : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY, 1e-31}) {
            assertRefused(rule, with(state, 0, broken));
            assertRefused(rule, with(state, Double.BYTES, broken));
        }
        assertRefused(rule, with(state, Double.BYTES, 0));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatIsKeptAndWhatCameTrueChangesNotWithLaterCandles(LabelRule rule) {
        List<Candle> one = LabelCandles.walk(4, 80);
        List<Candle> other = new ArrayList<>(one.subList(0, 50));
        other.addAll(LabelCandles.absurd(5, 30));
        LabelRun ofOne = new LabelRun(rule);
        LabelRun ofOther = new LabelRun(rule);

        List<Labelled> labels = ofOne.take(one.subList(0, 50));
        assertThat(ofOther.take(other.subList(0, 50))).isEqualTo(labels).isNotEmpty();
        assertThat(ofOther.context()).isEqualTo(ofOne.context());
        double[][] kept = rows(ofOther);
        assertThat(kept).isDeepEqualTo(rows(ofOne));

        assertThat(LabelRun.over(rule, other)).startsWith(labels.toArray(Labelled[]::new));
        assertThat(LabelRun.over(rule, one)).startsWith(labels.toArray(Labelled[]::new));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isReadyOnceAndThenAlways(LabelRule rule) {
        Labeller labeller = rule.create();
        boolean wasReady = false;

        for (Candle candle : LabelCandles.walk(6, 300)) {
            labeller.update(candle);
            assertThat(labeller.ready() || !wasReady).isTrue();
            wasReady = labeller.ready();
        }

        assertThat(wasReady).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepsTheCloseFirstAndAsManyNumbersAsItSays(LabelRule rule) {
        LabelRun run = new LabelRun(rule);

        for (Candle candle : LabelCandles.walk(7, 30)) {
            run.take(List.of(candle));
            int size = run.labeller().contextSize();
            double[] wide = new double[size + 2];
            Arrays.fill(wide, -7);
            run.labeller().putContext(wide, 1);

            assertThat(wide[1]).isEqualTo(candle.close());
            assertThat(Arrays.copyOfRange(wide, 1, 1 + size)).isEqualTo(run.context());
            assertThat(new double[] {wide[0], wide[size + 1]}).containsOnly(-7);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void labelsAreSoundWhateverTheGateLetsThrough(LabelRule rule) {
        for (int seed = 1; seed <= 20; seed++) {
            List<Candle> candles = LabelCandles.absurd(seed, 300);
            for (Labelled labelled : LabelRun.over(rule, candles)) {
                assertSound(rule, labelled);
                double then = candles.get(labelled.candle()).close();
                double now = candles.get(labelled.candle() + rule.horizon()).close();
                assertThat(labelled.forwardReturn()).isEqualTo(now / then - 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyClassComesTrueAndNumbersDiffer(LabelRule rule) {
        List<Labelled> labels = LabelRun.over(rule, LabelCandles.walk(8, 2_000));

        assertThat(labels.stream().map(Labelled::label).distinct())
                .hasSize(Math.max(1, rule.classNames().size()));
        assertThat(labels.stream().map(Labelled::value).distinct()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theUnitOfThePriceIsNoMatter(LabelRule rule) {
        List<Candle> candles = LabelCandles.walk(9, 400);

        assertThat(LabelRun.over(rule, LabelCandles.times(0x1p-20, candles)))
                .isEqualTo(LabelRun.over(rule, candles));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void allocatesNothing(LabelRule rule) {
        Candle[] candles = LabelCandles.walk(10, 3_000).toArray(Candle[]::new);
        LabelRun run = new LabelRun(rule);
        run.take(Arrays.asList(candles).subList(0, 50));
        Labeller labeller = run.labeller();
        double[] context = new double[labeller.contextSize()];

        long allocated =
                Allocation.least(() -> {
                    for (Candle candle : candles) {
                        labeller.update(candle);
                        labeller.mature(run);
                        labeller.putContext(context, 0);
                    }
                });

        assertThat(allocated).isZero();
    }

    private static void assertSound(LabelRule rule, Labelled labelled) {
        assertThat(Double.isFinite(labelled.value())).isTrue();
        if (rule.isNumber()) {
            assertThat(labelled.label()).isZero();
        } else {
            assertThat(labelled.label()).isBetween(0, rule.classNames().size() - 1);
            assertThat(labelled.value()).isEqualTo(labelled.forwardReturn());
        }
    }

    private static void assertRefused(LabelRule rule, byte[] state) {
        assertThatThrownBy(() -> rule.create().restore(new StateInput(state)))
                .isInstanceOf(StateFormatException.class);
    }

    private static byte[] with(byte[] state, int at, double value) {
        byte[] changed = state.clone();
        ByteBuffer.wrap(changed).putDouble(at, value);
        return changed;
    }

    private static double[][] rows(LabelRun run) {
        double[][] rows = new double[run.length()][run.labeller().contextSize()];
        for (int row = 0; row < rows.length; row++) {
            for (int index = 0; index < rows[row].length; index++) {
                rows[row][index] = run.at(row, index);
            }
        }
        return rows;
    }
}
