package io.candlestream.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The keys and values of a configuration, laid over the defaults.
///
/// The tree of the defaults is the schema: it knows every key, and the type of each from the value
/// it has. Keys are written with dots, `learner.threshold-bps`. Not thread-safe.
final class SettingsTree {

    /// Sections whose keys are the user's own.
    private static final Set<String> OPEN_SECTIONS = Set.of("streams.properties", "calendars");

    private final ObjectNode root;

    /// A tree that holds the defaults.
    ///
    /// @param defaults changed by what is laid over it
    SettingsTree(ObjectNode defaults) {
        this.root = defaults;
    }

    ObjectNode root() {
        return root;
    }

    /// Lays a whole configuration over what is there.
    ///
    /// @throws SettingsException when a key is unknown or a value has the wrong type
    void overlay(ObjectNode configuration) {
        overlay("", root, configuration);
    }

    /// Sets one value.
    ///
    /// @param assignment `key=value`, the key with dots
    /// @throws SettingsException when it is no assignment, the key is unknown or the value has the
    ///   wrong type
    void set(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw new SettingsException(
                    "a setting must be key=value, as in learner.horizon=12, was \""
                            + assignment
                            + '"');
        }
        String key = assignment.substring(0, equals).strip();
        JsonNode value = TextNode.valueOf(assignment.substring(equals + 1).strip());
        ObjectNode section = root;
        String path = "";
        String rest = key;
        while (!OPEN_SECTIONS.contains(path) && rest.indexOf('.') > 0) {
            String name = rest.substring(0, rest.indexOf('.'));
            if (!(section.get(name) instanceof ObjectNode inner)) {
                throw unknown(key);
            }
            section = inner;
            path = joined(path, name);
            rest = rest.substring(name.length() + 1);
        }
        put(path, section, rest, value);
    }

    private void overlay(String path, ObjectNode section, ObjectNode configuration) {
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(configuration.properties());
        // An open section is ordered, and each entry goes to its head.
        for (var entry : OPEN_SECTIONS.contains(path) ? entries.reversed() : entries) {
            put(path, section, entry.getKey(), entry.getValue());
        }
    }

    private void put(String path, ObjectNode section, String name, JsonNode value) {
        String key = joined(path, name);
        if (OPEN_SECTIONS.contains(path)) {
            putFirst(section, name, text(key, value));
            return;
        }
        JsonNode known = section.get(name);
        if (known == null) {
            throw unknown(key);
        }
        if (value.isNull()) {
            return; // A key without a value keeps what it has.
        }
        if (known instanceof ObjectNode inner) {
            overlaySection(key, inner, value);
        } else {
            section.set(name, typed(key, known, value));
        }
    }

    private void overlaySection(String key, ObjectNode inner, JsonNode value) {
        if (!(value instanceof ObjectNode configuration)) {
            throw mismatch(key, "a section with keys of its own", value);
        }
        overlay(key, inner, configuration);
    }

    private static void putFirst(ObjectNode section, String name, JsonNode value) {
        ObjectNode former = section.deepCopy();
        section.removeAll();
        section.set(name, value);
        former.remove(name);
        section.setAll(former);
    }

    private static JsonNode typed(String key, JsonNode known, JsonNode value) {
        if (known.isIntegralNumber()) {
            return wholeNumber(key, value);
        }
        if (known.isBoolean()) {
            return truth(key, value);
        }
        return known.isNumber() ? number(key, value) : text(key, value);
    }

    private static JsonNode wholeNumber(String key, JsonNode value) {
        try {
            return LongNode.valueOf(Integer.parseInt(scalar(key, "a whole number", value)));
        } catch (NumberFormatException _) {
            throw mismatch(key, "a whole number", value);
        }
    }

    private static JsonNode number(String key, JsonNode value) {
        try {
            return DoubleNode.valueOf(Double.parseDouble(scalar(key, "a number", value)));
        } catch (NumberFormatException _) {
            throw mismatch(key, "a number", value);
        }
    }

    private static JsonNode truth(String key, JsonNode value) {
        return switch (scalar(key, "true or false", value)) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> throw mismatch(key, "true or false", value);
        };
    }

    private static JsonNode text(String key, JsonNode value) {
        return TextNode.valueOf(scalar(key, "a text", value));
    }

    private static String scalar(String key, String expected, JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            throw mismatch(key, expected, value);
        }
        return value.asText();
    }

    private static SettingsException mismatch(String key, String expected, JsonNode value) {
        return new SettingsException(key + " must be " + expected + ", was " + value);
    }

    private SettingsException unknown(String key) {
        Set<String> known = new TreeSet<>();
        collectKeys("", root, known);
        return new SettingsException("there is no key " + key + Nearest.suggestion(key, known));
    }

    private static void collectKeys(String path, ObjectNode section, Set<String> into) {
        for (var entry : section.properties()) {
            String key = joined(path, entry.getKey());
            into.add(key);
            if (entry.getValue() instanceof ObjectNode inner && !OPEN_SECTIONS.contains(key)) {
                collectKeys(key, inner, into);
            }
        }
    }

    private static String joined(String path, String name) {
        return path.isEmpty() ? name : path + '.' + name;
    }
}
