package io.candlestream.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A configuration that was tried on data.
///
/// ```
/// data = SHA-256 of the files' SHA-256, sorted
/// id   = SHA-256 of data, the series and the configuration
/// ```
///
/// Neither knows where results went, what files were called or how many threads there were.
///
/// @param id of configuration and data together
/// @param data of the data alone
/// @param sharpeRatios by series, of a candle and not of a year; NaN where there is none
public record Trial(String id, String data, SequencedMap<String, Double> sharpeRatios) {

    /// Copies the map.
    public Trial {
        sharpeRatios = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sharpeRatios));
    }

    /// @param manifest what `manifest.json` says of the run
    public static Trial of(JsonNode manifest, SequencedMap<String, Double> sharpeRatios) {
        List<String> files = new ArrayList<>();
        manifest.path("data").forEach(file -> files.add(file.path("sha256").asText()));
        Collections.sort(files);
        String data = sha256(String.join("\n", files));
        String series = String.join("\n", sharpeRatios.sequencedKeySet());
        String all = data + '\n' + series + '\n' + manifest.path("configuration");
        return new Trial(sha256(all), data, sharpeRatios);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
