package io.candlestream.feature;

import io.candlestream.indicator.Derived;
import io.candlestream.indicator.Node;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The classes that were generated for the graphs of one list of expressions: graphs of one shape
/// share theirs, and there is one shape an interval of candles, and one for each longer interval.
///
/// The shape of a graph is the sequence of its nodes' classes, of the formulas' classes where they
/// are derived, of the places of their inputs, and of those of the outputs; parameters a node knows
/// itself. A class goes when this object and the graphs have gone. May be used by many threads.
final class Shapes {

    /// What a class can have of fields, constants and code is far above.
    private static final int MOST_NODES = 2_000;

    private final Map<List<Object>, MethodHandle> makers = new LinkedHashMap<>();
    private final int mostNodes;

    /// No shapes yet.
    Shapes() {
        this(MOST_NODES);
    }

    /// No shapes yet.
    ///
    /// @param mostNodes graphs of more nodes have no class of their own
    Shapes(int mostNodes) {
        this.mostNodes = mostNodes;
    }

    /// Steps over these nodes, or none when there are too many.
    @Nullable Steps steps(List<Node> nodes, List<Node> outputs) {
        if (nodes.size() > mostNodes) {
            return null;
        }
        MethodHandle maker = maker(nodes, outputs);
        try {
            return (Steps) maker.invokeExact(nodes.toArray(Node[]::new));
        } catch (Throwable impossible) {
            throw new LinkageError("generated steps could not be made", impossible);
        }
    }

    /// @return how many classes there are
    synchronized int count() {
        return makers.size();
    }

    private synchronized MethodHandle maker(List<Node> nodes, List<Node> outputs) {
        return makers.computeIfAbsent(
                shape(nodes, outputs), _ -> StepsGenerator.generate(nodes, outputs));
    }

    private static List<Object> shape(List<Node> nodes, List<Node> outputs) {
        Map<Node, Integer> places = new LinkedHashMap<>();
        List<Object> shape = new ArrayList<>();
        for (Node node : nodes) {
            places.put(node, places.size());
            shape.add(node.getClass());
            if (node instanceof Derived derived) {
                shape.add(derived.formula().getClass());
            }
            node.inputs().forEach(input -> shape.add(places.get(input)));
        }
        outputs.forEach(output -> shape.add(places.get(output)));
        return shape;
    }
}
