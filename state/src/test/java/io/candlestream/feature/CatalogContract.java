package io.candlestream.feature;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.Allocation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every definition of a catalog promises, for every output at its defaults: without being
/// asked, whoever adds a name is tried on all of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CatalogContract {

    private final Catalog catalog;

    CatalogContract(Catalog catalog) {
        this.catalog = catalog;
    }

    /// Without signals, which candles alone do not make ready: [SignalsTest] is their contract.
    Stream<CatalogEntry> outputs() {
        return CatalogEntry.all(catalog)
                .filter(entry -> entry.definition().category() != Category.SIGNAL);
    }

    Stream<Definition> definitions() {
        return catalog.all().stream();
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void isReadyAfterExactlyTheWarmUpStated(CatalogEntry entry) {
        IndicatorGraph graph = entry.graph(catalog);
        int warmUp = graph.warmUp();
        List<Candle> candles = RandomCandles.of(1, warmUp + 50);

        for (int i = 0; i < candles.size(); i++) {
            assertThat(graph.ready()).as("%s after %s candles", entry, i).isEqualTo(i >= warmUp);
            graph.update(candles.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void restoredAtAnyPrefixItContinuesAsIfNeverStopped(CatalogEntry entry) {
        String label = entry + ", stopped after ";
        IndicatorGraph unbroken = entry.graph(catalog);
        int warmUp = unbroken.warmUp();
        List<Candle> candles = RandomCandles.of(2, 2 * warmUp + 60);
        byte[][] states = new byte[candles.size()][];
        double[] values = new double[candles.size()];
        for (int i = 0; i < candles.size(); i++) {
            states[i] = saved(unbroken);
            unbroken.update(candles.get(i));
            values[i] = value(unbroken);
        }

        for (int stop = 0; stop < candles.size(); stop++) {
            IndicatorGraph restored = entry.graph(catalog);
            StateInput in = new StateInput(states[stop]);
            restored.restore(in);
            in.expectEnd();
            assertThat(saved(restored))
                    .as("%s, restored after %s", entry, stop)
                    .isEqualTo(states[stop]);
            for (int i = stop; i < Math.min(candles.size(), stop + warmUp + 30); i++) {
                restored.update(candles.get(i));
                assertSame(value(restored), values[i], label, stop);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void replacesWhateverItRememberedWhenRestored(CatalogEntry entry) {
        IndicatorGraph fresh = entry.graph(catalog);
        IndicatorGraph used = entry.graph(catalog);
        List<Candle> candles = RandomCandles.of(3, 2 * fresh.warmUp() + 60);
        candles.forEach(used::update);

        used.restore(new StateInput(saved(fresh)));

        for (Candle candle : candles) {
            fresh.update(candle);
            used.update(candle);
            assertSame(value(used), value(fresh), entry + " at ", candle.openTimeMs());
        }
        assertThat(saved(used)).isEqualTo(saved(fresh));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void stateIsOfConstantSize(CatalogEntry entry) {
        IndicatorGraph graph = entry.graph(catalog);
        int length = saved(graph).length;

        for (Candle candle : RandomCandles.of(4, 2 * graph.warmUp() + 60)) {
            graph.update(candle);
            assertThat(saved(graph)).as("%s", entry).hasSize(length);
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void allocatesNothing(CatalogEntry entry) {
        IndicatorGraph graph = entry.graph(catalog);
        double[] values = new double[1];
        List<Candle> candles = RandomCandles.of(5, 3_000);
        candles.forEach(graph::update);

        long allocated =
                Allocation.least(() -> {
                    for (int i = 0; i < candles.size(); i++) {
                        graph.update(candles.get(i));
                        graph.values(values);
                    }
                });

        assertThat(allocated).as("%s", entry).isZero();
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void isFiniteForEveryAcceptedCandle(CatalogEntry entry) {
        int count = 3 * entry.graph(catalog).warmUp() + 200;
        for (long seed = 1; seed <= 10; seed++) {
            assertFinite(entry, RandomCandles.absurd(seed, count));
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void isFiniteWhenNothingMovesAndNothingIsTraded(CatalogEntry entry) {
        int count = 2 * entry.graph(catalog).warmUp() + 60;

        assertFinite(entry, RandomCandles.flat(0.3, count));
        assertFinite(entry, RandomCandles.flat(1e-30, count));
        assertFinite(entry, RandomCandles.flat(1e30, count));
        assertFinite(entry, withoutVolume(RandomCandles.of(6, count)));
        List<Candle> comingToRest = new ArrayList<>(RandomCandles.of(7, count));
        Candle last = comingToRest.getLast();
        for (int i = 1; i <= count; i++) {
            comingToRest.add(
                    new Candle(
                            last.series(),
                            last.openTimeMs() + i * 60_000L,
                            last.close(),
                            last.close(),
                            last.close(),
                            last.close(),
                            0));
        }
        assertFinite(entry, comingToRest);
    }

    @Test
    void isTheSameWhateverElseIsInTheGraph() {
        List<CatalogEntry> entries = outputs().toList();
        List<IndicatorGraph> alone = entries.stream().map(one -> one.graph(catalog)).toList();
        IndicatorGraph together =
                FeatureExpressions.of(
                                catalog,
                                entries.stream()
                                        .map(one -> ExpressionParser.parse(one.text()))
                                        .toList())
                        .graph(Interval.ONE_MINUTE);
        double[] values = new double[together.size()];

        for (Candle candle : RandomCandles.of(8, 2 * together.warmUp() + 60)) {
            together.update(candle);
            together.values(values);
            for (int i = 0; i < values.length; i++) {
                alone.get(i).update(candle);
                assertSame(
                        values[i],
                        value(alone.get(i)),
                        entries.get(i) + " at ",
                        candle.openTimeMs());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void hasOneCanonicalText(CatalogEntry entry) {
        ExpressionCompiler compiler =
                new ExpressionCompiler(catalog, new GraphBuilder(), Interval.ONE_MINUTE);
        Expression written = ExpressionParser.parse(entry.text());
        Expression canonical = ExpressionParser.parse(compiler.canonical(written));

        assertThat(compiler.canonical(canonical)).isEqualTo(compiler.canonical(written));
        assertThat(compiler.compile(canonical)).isSameAs(compiler.compile(written));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void saysWhatItIs(Definition definition) {
        assertThat(definition.name()).matches("[a-z][a-z0-9_]*");
        assertThat(definition.summary())
                .as("one sentence")
                .matches("[A-Z0-9][^\\n]*\\.")
                .hasSizeBetween(10, 300);
        assertThat(definition.formula()).as("formula").isNotBlank();
        assertThat(definition.source()).as("source").isNotBlank();
        assertThat(definition.parameters().stream().map(Parameter::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
        assertThat(definition.outputs())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void namesItsSourcesFirst(Definition definition) {
        assertThat(
                        definition.parameters().stream()
                                .map(parameter -> parameter instanceof Parameter.Source)
                                .dropWhile(isSource -> isSource))
                .doesNotContain(true);
    }

    /// Both ends of every range, alone and together: made, or refused by a relation between
    /// parameters.
    @ParameterizedTest
    @MethodSource("outputs")
    void standsByTheRangesOfItsParameters(CatalogEntry entry) {
        for (Parameter parameter : entry.definition().parameters()) {
            for (String edge : edges(parameter)) {
                Expression.Term term = (Expression.Term) ExpressionParser.parse(entry.text());
                String arguments =
                        Stream.concat(
                                        term.arguments().stream()
                                                .filter(one -> !one.key().equals(parameter.name()))
                                                .map(Expression.Argument::toString),
                                        Stream.of(parameter.name() + '=' + edge))
                                .reduce((left, right) -> left + ',' + right)
                                .orElseThrow();
                String suffix = term.output().isEmpty() ? "" : '.' + term.output();
                String text = term.name() + '(' + arguments + ')' + suffix;
                assertThatCode(() -> tryOut(new CatalogEntry(entry.definition(), text)))
                        .as(text)
                        .doesNotThrowAnyException();
            }
        }
    }

    private void tryOut(CatalogEntry entry) {
        try {
            entry.graph(catalog);
        } catch (ExpressionException refused) {
            assertThat(refused).hasMessageContaining(": " + entry.definition().name() + ": ");
            return;
        }
        assertFinite(entry, RandomCandles.absurd(11, 200));
        assertFinite(entry, RandomCandles.flat(3, 200));
    }

    private static List<String> edges(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Source _ -> List.of("volume");
            case Parameter.Whole whole ->
                    List.of(String.valueOf(whole.least()), String.valueOf(whole.most()));
            case Parameter.Decimal decimal ->
                    List.of(String.valueOf(decimal.least()), String.valueOf(decimal.most()));
            case Parameter.Span _ -> List.of("1s", Parameter.Span.FOREVER);
            case Parameter.Word word -> word.choices();
        };
    }

    private void assertFinite(CatalogEntry entry, List<Candle> candles) {
        IndicatorGraph graph = entry.graph(catalog);
        for (Candle candle : candles) {
            graph.update(candle);
            if (graph.ready() && !Double.isFinite(graph.value(0))) {
                assertThat(graph.value(0)).as("%s at %s", entry, candle).isFinite();
            }
        }
    }

    private static List<Candle> withoutVolume(List<Candle> candles) {
        return candles.stream()
                .map(candle ->
                        new Candle(
                                candle.series(),
                                candle.openTimeMs(),
                                candle.open(),
                                candle.high(),
                                candle.low(),
                                candle.close(),
                                0))
                .toList();
    }

    /// NaN before there is one.
    private static double value(IndicatorGraph graph) {
        return graph.ready() ? graph.value(0) : Double.NaN;
    }

    /// Compares bits, and makes no text unless they differ: this is asked millions of times.
    private static void assertSame(double actual, double expected, String what, long where) {
        if (Double.doubleToLongBits(actual) != Double.doubleToLongBits(expected)) {
            assertThat(actual).as("%s%s", what, where).isEqualTo(expected);
        }
    }
}
