package io.candlestream.feature;

import io.candlestream.indicator.Node;
import io.candlestream.signal.Signal;
import java.util.List;

/// Numbers from elsewhere, as of the close of the candle: [io.candlestream.signal.SignalHistory]
/// says which value that is.
final class Signals {

    /// What stands for the name of a signal.
    static final Parameter.Word NAME = new Parameter.Word("name", "", List.of());

    private static final String MAX_AGE = "max_age";
    private static final String OTHERWISE = "otherwise";
    private static final double SECOND_MS = 1_000;

    private Signals() {}

    static List<Definition> definitions() {
        return List.of(
                Definition.of(
                        "signal",
                        Category.SIGNAL,
                        "Newest value of a signal that was known at the close, while it is not older than"
                                + " max_age; ready when the first has come.",
                        """
                        value of the greatest time <= close          otherwise when close - time > max_age\
                        """,
                        "the topic signals",
                        List.of(
                                NAME,
                                new Parameter.Span(MAX_AGE, Parameter.Span.FOREVER),
                                Parameter.decimal(OTHERWISE, "0", -Signal.LARGEST, Signal.LARGEST)),
                        Signals::value),
                Definition.of(
                        "signal_age",
                        Category.SIGNAL,
                        "Seconds from the time of that value to the close of the candle; ready when the"
                                + " first has come.",
                        "(close - greatest time <= close) / 1000",
                        "the topic signals",
                        List.of(NAME),
                        (graph, arguments) -> graph.signals().age(arguments.word(NAME.name()))));
    }

    private static Node value(GraphBuilder graph, Arguments arguments) {
        String name = arguments.word(NAME.name());
        double longest = arguments.decimal(MAX_AGE) / SECOND_MS;
        double otherwise = arguments.decimal(OTHERWISE);
        Node value = graph.signals().value(name);
        Node age = graph.signals().age(name);
        return longest == Double.POSITIVE_INFINITY
                ? value
                : graph.derived(
                        "signal %s %s".formatted(longest, otherwise),
                        () -> age.value() <= longest ? value.value() : otherwise,
                        value,
                        age);
    }
}
