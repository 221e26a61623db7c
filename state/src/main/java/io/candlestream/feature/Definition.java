package io.candlestream.feature;

import io.candlestream.indicator.Node;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// One name of the grammar: what it takes, what it gives, and how its nodes are made.
///
/// @param name lower case with underscores
/// @param category the group it is listed under
/// @param summary one sentence: what the number says, with its unit and range
/// @param formula the definition, as plain text
/// @param source where it comes from: a book, a paper, or the TA-Lib function whose values it
///   follows
/// @param parameters in the order in which they are written
/// @param outputs names of its outputs; empty when it has one, without a name
/// @param construction makes the nodes
public record Definition(
        String name,
        Category category,
        String summary,
        String formula,
        String source,
        List<Parameter> parameters,
        List<String> outputs,
        Construction construction) {

    /// Makes the nodes of one use.
    @FunctionalInterface
    public interface Construction {

        /// @param output which output, as named in the definition; empty when it has one without a
        ///   name
        /// @return the node of that output, made of nodes that the graph may have already
        Node node(GraphBuilder graph, Arguments arguments, String output);
    }

    /// Keeps its own copies of the lists.
    public Definition {
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
    }

    /// A definition of one output.
    public static Definition of(
            String name,
            Category category,
            String summary,
            String formula,
            String source,
            List<Parameter> parameters,
            BiFunction<GraphBuilder, Arguments, Node> construction) {
        return new Definition(
                name,
                category,
                summary,
                formula,
                source,
                parameters,
                List.of(),
                (graph, arguments, _) -> construction.apply(graph, arguments));
    }

    /// Values by name, for constructions that make all outputs at once.
    static Node pick(Map<String, Node> nodes, String output) {
        Node node = nodes.get(output);
        if (node == null) {
            throw new IllegalArgumentException("there is no output called " + output);
        }
        return node;
    }
}
