package io.candlestream.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How few points each of many accounts has on a page that all of them share.
///
/// @param most points a line, and trades
record Thinning(int most) {

    private static final int SHARED = 8_000;
    private static final int LEAST = 100;
    private static final int PROFIT = 5;

    static Thinning among(int accounts) {
        return new Thinning(Math.clamp(SHARED / Math.max(1, accounts), LEAST, Line.MOST));
    }

    /// @return a copy in which no array of points is longer
    ObjectNode thinned(ObjectNode history) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        history.properties()
                .forEach(entry ->
                        copy.set(
                                entry.getKey(),
                                entry.getKey().equals("trades")
                                        ? greatest((ArrayNode) entry.getValue())
                                        : thinned(entry.getValue())));
        return copy;
    }

    private JsonNode thinned(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> thinned(object);
            case ArrayNode array when array.size() > most && array.get(0).size() == 2 ->
                    line(array);
            default -> node;
        };
    }

    private ArrayNode line(ArrayNode points) {
        int buckets = most / 2 - 1;
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        int last = points.size() - 1;
        int written = -1;
        for (int b = 0; b <= buckets; b++) {
            int from = (int) ((long) b * last / buckets);
            int to = b == buckets ? last : (int) ((b + 1L) * last / buckets) - 1;
            int low = from;
            int high = from;
            for (int i = from; i <= to; i++) {
                low = value(points, i) < value(points, low) ? i : low;
                high = value(points, i) > value(points, high) ? i : high;
            }
            for (int i : new int[] {b == 0 ? 0 : -1, Math.min(low, high), Math.max(low, high)}) {
                if (i > written) {
                    kept.add(points.get(i));
                    written = i;
                }
            }
        }
        return kept;
    }

    private static double value(ArrayNode points, int i) {
        return points.get(i).get(1).asDouble();
    }

    private ArrayNode greatest(ArrayNode trades) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < trades.size(); i++) {
            order.add(i);
        }
        order.sort(
                Comparator.comparingDouble(i -> -Math.abs(trades.get(i).get(PROFIT).asDouble())));
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        order.stream().limit(most).sorted().forEach(i -> kept.add(trades.get(i)));
        return kept;
    }
}
