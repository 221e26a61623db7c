package io.candlestream.feature;

import io.candlestream.candle.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The catalog as its readers see it: one entry a name, and all of them as a page of Markdown.
public final class CatalogGuide {

    private static final String FORMS =
            """
            `on(INTERVAL, expression)` is an expression over candles of a longer interval, made of the candles that come: `on(1h, rsi(14))`
            over candles of a minute. The interval must be a multiple of theirs. The value is that of the last longer candle that has
            closed: it changes when one closes, and never sees the one in the making. An `on` must not stand within another.

            `ta4j(ClassName, parameters...)` is an indicator of [ta4j](https://github.com/ta4j/ta4j) by the simple name of its class:
            `ta4j(ChopIndicator,14)`, `ta4j(OnBalanceVolumeIndicator)`, `ta4j(HMAIndicator,20)`, `ta4j(EMAIndicator, rsi(14), 9)`.

            - The parameters are those of one of the class's public constructors, in its order, without the series: expressions where it
              takes an indicator, numbers where it takes numbers. An indicator that comes first may be left out and is the close then,
              unless another constructor needs no more than the series. The choppiness index goes to 100 unless told otherwise. Constructors
              that ask for anything else, and indicators of anything but numbers, cannot be used; whole numbers go from 0 to 512.
            - ta4j works on doubles over the last 512 to 768 candles. What its indicators remember cannot be saved, so a new series with new
              indicators begins with the last 512 candles every 256 candles, from the 769th on. Live, replayed and after a restart at
              any candle that happens at the same candles, and the numbers are the same to the bit on the same kind of processor; ta4j
              rounds exponentials, logarithms and powers as the platform likes.
            - Up to the 768th candle the numbers are those of ta4j over all candles. From then on what never forgets, as
              the balance of volume, jumps every 256 candles to what it is over 512 candles; averages lose what they would
              remember of earlier ones. `obv`, `ad` and the other names of this page do neither.
            - Where ta4j has no number the last one holds, and 0 before there was any. The warm-up is the count of unstable bars that ta4j
              states and one more, or longer where there is no number yet on a market made for trying; an indicator that needs more
              than 512 candles is refused.
            - It costs: objects for every candle, 512 candles' time every 256 candles, and 36 KiB of state a series, once for all `ta4j` that
              read only the candle, and once for every other combination of sources.
            """;

    private final Catalog catalog;

    /// A guide to these names.
    public CatalogGuide(Catalog catalog) {
        this.catalog = catalog;
    }

    /// One name of the grammar.
    ///
    /// @param category the group it is listed under
    /// @param usage how it is written, with the defaults: `sma(source=close, period=20)`
    /// @param outputs names of its outputs; empty when it has one, without a name
    /// @param warmUp candles until every output has a value, at the defaults; 0 when a parameter
    ///   has none
    /// @param summary what it says
    /// @param formula the definition
    /// @param source where it comes from
    /// @param ranges the parameters and what they may be, each as `period 1 to 10000`
    public record Entry(
            String category,
            String usage,
            List<String> outputs,
            int warmUp,
            String summary,
            String formula,
            String source,
            List<String> ranges) {

        /// Keeps its own copies of the lists.
        public Entry {
            outputs = List.copyOf(outputs);
            ranges = List.copyOf(ranges);
        }
    }

    /// @return an entry for every name, by category
    public List<Entry> entries() {
        return Stream.concat(catalog.all().stream(), Vocabulary.forms().stream())
                .map(this::entry)
                .toList();
    }

    /// @return the entry of one name
    public Entry entry(Definition definition) {
        return new Entry(
                definition.category().toString(),
                usage(definition),
                definition.outputs(),
                warmUp(definition),
                definition.summary(),
                definition.formula(),
                definition.source(),
                definition.parameters().stream().map(CatalogGuide::range).toList());
    }

    /// @return a page with a table a category
    public String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("# Features");
        lines.add("");
        lines.add(
                "Every name that `features` computes; `./candlestream features --list` prints the same.");
        lines.add("This page is generated from the code, and a test fails when it is not current.");
        lines.add("");
        lines.add(
                "Expressions are written `name`, `name(argument, key=value)` and `.output`: `sma(20)`,"
                        + " `ema(volume,12)`, `macd(12,26,9).histogram`,");
        lines.add(
                "`zscore(log_return(1),100)`, `on(1h, rsi(14))`. A source is any expression, and the"
                        + " close unless another is named first.");
        lines.add("The warm-up is in candles, at the defaults.");
        String category = "";
        for (Entry entry : entries()) {
            if (!entry.category.equals(category)) {
                category = entry.category;
                lines.add("");
                lines.add("## " + heading(category));
                lines.add("");
                if (entry.category.equals(Category.FORM.toString())) {
                    lines.add(FORMS);
                }
                lines.add("| expression | outputs | warm-up | says | formula | source |");
                lines.add("|---|---|---|---|---|---|");
            }
            lines.add(row(entry));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(Entry entry) {
        List<String> outputs = entry.outputs.stream().map(output -> "`." + output + "`").toList();
        return "| `%s`%s | %s | %s | %s | `%s` | %s |"
                .formatted(
                        entry.usage,
                        entry.ranges.isEmpty() ? "" : "<br>" + String.join(", ", entry.ranges),
                        String.join(" ", outputs),
                        entry.warmUp == 0 ? "" : entry.warmUp,
                        cell(entry.summary),
                        cell(entry.formula),
                        cell(entry.source));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String heading(String category) {
        return category.substring(0, 1).toUpperCase(Locale.ROOT) + category.substring(1);
    }

    private static String usage(Definition definition) {
        if (definition.parameters().isEmpty()) {
            return definition.name();
        }
        List<String> parameters =
                definition.parameters().stream()
                        .map(parameter ->
                                parameter.defaultText().isEmpty()
                                        ? parameter.name()
                                        : parameter.name() + '=' + parameter.defaultText())
                        .toList();
        return definition.name() + '(' + String.join(", ", parameters) + ')';
    }

    private static String range(Parameter parameter) {
        return switch (parameter) {
            case Parameter.Source source -> source.name() + " an expression";
            case Parameter.Whole whole ->
                    "%s %d to %d".formatted(whole.name(), whole.least(), whole.most());
            case Parameter.Decimal decimal ->
                    "%s %s to %s"
                            .formatted(
                                    decimal.name(),
                                    number(decimal.least()),
                                    number(decimal.most()));
            case Parameter.Span span -> span.name() + " as in 2d, or forever";
            case Parameter.Word word ->
                    word.choices().isEmpty()
                            ? word.name() + " a word"
                            : word.name() + " one of " + String.join(", ", word.choices());
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private int warmUp(Definition definition) {
        if (definition.parameters().stream().anyMatch(each -> each.defaultText().isEmpty())) {
            return 0;
        }
        String outputs =
                definition.outputs().isEmpty()
                        ? definition.name()
                        : String.join(
                                ",",
                                definition.outputs().stream()
                                        .map(output -> definition.name() + '.' + output)
                                        .toList());
        return FeatureExpressions.of(catalog, ExpressionParser.parseList(outputs))
                .graph(Interval.ONE_MINUTE)
                .warmUp();
    }
}
