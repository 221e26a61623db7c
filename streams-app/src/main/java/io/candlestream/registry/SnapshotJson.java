package io.candlestream.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.candle.Series;
import io.candlestream.feature.Scaling;
import io.candlestream.learner.LabelExpression;
import io.candlestream.learner.ModelExpression;
import io.candlestream.learner.NamedModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A snapshot as JSON, to be read by people and programs.
///
/// Numbers are the shortest decimals that give back the exact bits. Coefficients are there to be
/// read: on the way back they must be those of the state, which alone counts.
final class SnapshotJson {

    private static final int VERSION = 1;

    /// The clip of a scaling that names none; a canonical one names its own.
    private static final double CLIP = 10;

    private SnapshotJson() {}

    static String write(Snapshot snapshot) {
        Provenance provenance = snapshot.provenance();
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("format", VERSION)
                .put("id", snapshot.id())
                .put("series", snapshot.series().toString())
                .put("model", snapshot.model().id())
                .put("expression", snapshot.model().config().expression())
                .put("label", snapshot.inputs().label().expression());
        ArrayNode classes = node.putArray("classes");
        snapshot.inputs().label().classNames().forEach(classes::add);
        node.put("scaling", snapshot.inputs().scaling().expression())
                .put("features", snapshot.inputs().features());
        ArrayNode names = node.putArray("feature_names");
        snapshot.inputs().featureNames().forEach(names::add);
        node.put("fingerprint", snapshot.fingerprint())
                .put("trained_from", provenance.trainedFromMs())
                .put("trained_to", provenance.trainedToMs())
                .put("epochs", provenance.epochs())
                .put("learned_count", provenance.learnedCount());
        ObjectNode measures = node.putObject("measures");
        provenance.measures().forEach(measures::put);
        node.set("coefficients", coefficients(snapshot));
        node.put("scaler_state", snapshot.scalerState().toString())
                .put("model_state", snapshot.modelState().toString());
        return node.toPrettyString();
    }

    private static ArrayNode coefficients(Snapshot snapshot) {
        ArrayNode rows = new ObjectMapper().createArrayNode();
        for (Snapshot.Coefficients row : snapshot.coefficients()) {
            ObjectNode one = rows.addObject().put("row", row.row());
            ArrayNode weights = one.putArray("weights");
            row.weights().forEach(weights::add);
            one.put("intercept", row.intercept());
        }
        return rows;
    }

    /// @throws RegistryException when the text is no snapshot
    static Snapshot read(String text) {
        try {
            JsonNode node = new ObjectMapper().readTree(text);
            if (whole(node, "format") != VERSION) {
                throw new RegistryException(
                        "format must be %d, was %s".formatted(VERSION, node.get("format")));
            }
            Snapshot snapshot = snapshot(node);
            check(node, "fingerprint", snapshot.fingerprint());
            if (!coefficients(snapshot).equals(field(node, "coefficients"))) {
                throw new RegistryException("coefficients must be those of the state, were others");
            }
            return snapshot;
        } catch (JsonProcessingException e) {
            throw new RegistryException("must be JSON, was not: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw new RegistryException(String.valueOf(e.getMessage()));
        }
    }

    private static Snapshot snapshot(JsonNode node) {
        List<String> names = new ArrayList<>();
        field(node, "feature_names").forEach(name -> names.add(name.asText()));
        SequencedMap<String, Double> measures = new LinkedHashMap<>();
        field(node, "measures")
                .fieldNames()
                .forEachRemaining(name -> measures.put(name, number(node.get("measures"), name)));
        return new Snapshot(
                Series.parse(text(node, "series")),
                new NamedModel(
                        text(node, "model"), ModelExpression.parse(text(node, "expression"))),
                new Inputs(
                        text(node, "features"),
                        names,
                        LabelExpression.parse(text(node, "label")),
                        Scaling.parse(text(node, "scaling"), CLIP)),
                new Provenance(
                        whole(node, "trained_from"),
                        whole(node, "trained_to"),
                        Math.toIntExact(whole(node, "epochs")),
                        whole(node, "learned_count"),
                        measures),
                StateBytes.parse(text(node, "scaler_state")),
                StateBytes.parse(text(node, "model_state")));
    }

    private static void check(JsonNode node, String name, String expected) {
        if (!text(node, name).equals(expected)) {
            throw new RegistryException(
                    "%s must be %s, was %s".formatted(name, expected, text(node, name)));
        }
    }

    private static JsonNode field(JsonNode node, String name) {
        JsonNode field = node.get(name);
        if (field == null) {
            throw new RegistryException("a snapshot must have the field " + name + ", has none");
        }
        return field;
    }

    private static String text(JsonNode node, String name) {
        JsonNode field = field(node, name);
        if (!field.isTextual()) {
            throw new RegistryException(name + " must be a text, was " + field);
        }
        return field.textValue();
    }

    private static long whole(JsonNode node, String name) {
        JsonNode field = field(node, name);
        if (!field.isIntegralNumber() || !field.canConvertToLong()) {
            throw new RegistryException(name + " must be a whole number, was " + field);
        }
        return field.longValue();
    }

    private static double number(JsonNode node, String name) {
        JsonNode field = field(node, name);
        if (!field.isNumber()) {
            throw new RegistryException(name + " must be a number, was " + field);
        }
        return field.doubleValue();
    }
}
