package io.candlestream.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// Settings as YAML text, both ways.
final class SettingsYaml {

    private static final String HOME = "~/";

    private static final YAMLMapper MAPPER =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                                    .build())
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Path.class, new ToStringSerializer(Path.class))
                                    .addDeserializer(Path.class, new PathReader()))
                    .build();

    private SettingsYaml() {}

    /// Reads `defaults.yaml`.
    static ObjectNode readDefaults() {
        try (InputStream in = SettingsYaml.class.getResourceAsStream("defaults.yaml")) {
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the default settings", e);
        }
    }

    /// Lays a file over the tree.
    ///
    /// @throws SettingsException when it cannot be read or does not fit
    static void overlayFile(SettingsTree tree, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode content = MAPPER.readTree(in);
            if (content instanceof ObjectNode configuration) {
                tree.overlay(configuration);
            } else if (!content.isMissingNode() && !content.isNull()) {
                throw new SettingsException("must be keys and values, was " + content);
            }
        } catch (SettingsException e) {
            throw new SettingsException(file + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new SettingsException(file + ": there is no such file", e);
        } catch (JacksonException e) {
            throw new SettingsException(file + " " + fault(e), e);
        } catch (IOException e) {
            throw new SettingsException(file + ": cannot be read, " + e, e);
        }
    }

    /// Makes the records, which check their ranges.
    ///
    /// @throws SettingsException when a value is out of range
    static Settings bind(ObjectNode tree) {
        try {
            return MAPPER.treeToValue(tree, Settings.class);
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof SettingsException cause) {
                throw cause;
            }
            throw new IllegalStateException("the settings do not fit their records", e);
        } catch (JacksonException e) {
            throw new IllegalStateException("the settings do not fit their records", e);
        }
    }

    static String write(Settings settings) {
        try {
            return MAPPER.writeValueAsString(settings);
        } catch (JacksonException e) {
            throw new IllegalStateException("the settings cannot be written", e);
        }
    }

    private static String fault(JacksonException e) {
        if (e.getCause() instanceof MarkedYAMLException cause) {
            int line = cause.getProblemMark().getLine() + 1;
            return "line " + line + ": " + cause.getProblem();
        }
        JsonLocation location = e.getLocation();
        String line = location == null ? "" : "line " + location.getLineNr();
        return line + ": " + e.getOriginalMessage();
    }

    /// Reads a path as text, where Jackson would take `C:/data` or `a:b` for a URI, and knows the
    /// home directory by its tilde.
    private static final class PathReader extends StdDeserializer<Path> {

        private static final long serialVersionUID = 1;

        PathReader() {
            super(Path.class);
        }

        @Override
        public Path deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            String text = parser.getText();
            return text.startsWith(HOME)
                    ? Path.of(System.getProperty("user.home"), text.substring(HOME.length()))
                    : Path.of(text);
        }
    }
}
