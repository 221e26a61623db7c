package io.candlestream.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What a run was made of, so that it can be made again: the bytes it read, all that was
/// configured, and who ran.
///
/// Nothing in it depends on where the results went or on how many threads made them.
///
/// @param version of this program
/// @param command the arguments that decide the result
/// @param data the files of candles
/// @param settings in effect
public record Manifest(String version, List<String> command, List<Path> data, Settings settings) {

    private static final int CHUNK_BYTES = 1 << 16;

    /// Copies the lists.
    public Manifest {
        command = List.copyOf(command);
        data = List.copyOf(data);
    }

    /// The manifest as JSON.
    ///
    /// @throws UncheckedIOException when a file cannot be read
    public ObjectNode toJson() {
        ObjectMapper mapper =
                JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                        .build();
        ObjectNode manifest = mapper.createObjectNode();
        manifest.put("version", version).put("seed", settings.backtest().seed());
        var arguments = manifest.putArray("command");
        command.forEach(arguments::add);
        var files = manifest.putArray("data");
        data.forEach(
                file -> files.addObject().put("file", file.toString()).put("sha256", sha256(file)));
        ObjectNode configuration = manifest.putObject("configuration");
        configuration.set("learner", mapper.valueToTree(settings.learner()));
        configuration.set("backtest", mapper.valueToTree(settings.backtest()));
        configuration.set("calendars", mapper.valueToTree(settings.calendars()));
        return manifest;
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
