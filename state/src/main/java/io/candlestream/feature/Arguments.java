package io.candlestream.feature;

import io.candlestream.indicator.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was written for every parameter of one use of an indicator, checked and with defaults
/// filled in.
public final class Arguments {

    private final Map<String, Node> sources;
    private final Map<String, Double> numbers;
    private final Map<String, String> words;

    Arguments(Map<String, Node> sources, Map<String, Double> numbers, Map<String, String> words) {
        this.sources = Map.copyOf(sources);
        this.numbers = Map.copyOf(numbers);
        this.words = Map.copyOf(words);
    }

    /// @return the node of the source called `source`
    public Node source() {
        return source("source");
    }

    /// @return the node of a source
    public Node source(String name) {
        return checked(name, sources.get(name));
    }

    /// @return the whole number called `period`
    public int period() {
        return whole("period");
    }

    /// @return a whole number, within its parameter's range
    public int whole(String name) {
        return (int) decimal(name);
    }

    /// @return a number, within its parameter's range
    public double decimal(String name) {
        return checked(name, numbers.get(name));
    }

    /// @return a word, one of its parameter's choices
    public String word(String name) {
        return checked(name, words.get(name));
    }

    private static <T> T checked(String name, @Nullable T argument) {
        if (argument == null) {
            throw new IllegalArgumentException("there is no parameter called " + name);
        }
        return argument;
    }
}
