package io.candlestream.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The file of trials: JSON, a line a trial, in the order in which they first ran.
///
/// A trial that is there is not counted again, and is told the number that it had then: the same
/// run gives the same report whatever was tried since. The file is locked while it is read and
/// written to, so runs of other processes wait. A last line without an end is one whose writing was
/// cut off, and is written over.
///
/// @param file made with the first trial
public record TrialRegistry(Path file) {

    private static final int FORMAT = 1;

    /// Counts a trial, if it is new.
    ///
    /// @param run what a reader may know it by
    /// @return those on the same data up to this one
    /// @throws TrialException when the file cannot be read or written, or is no registry
    public Trials count(Trial trial, String run) {
        try (FileChannel channel =
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            String text = read(channel);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            List<Trial> sameData = new ArrayList<>();
            for (Trial other : parsed(whole)) {
                if (other.data().equals(trial.data())) {
                    sameData.add(other);
                }
                if (other.id().equals(trial.id())) {
                    return new Trials(sameData);
                }
            }
            sameData.add(trial);
            byte[] line =
                    (json(trial, run, sameData.size()) + "\n").getBytes(StandardCharsets.UTF_8);
            append(channel, whole.getBytes(StandardCharsets.UTF_8).length, line);
            return new Trials(sameData);
        } catch (IOException e) {
            throw new TrialException(file + ": must be a file that can be written to: " + e);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // Until all of it is there.
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private static void append(FileChannel channel, long at, byte[] line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        channel.truncate(at);
        channel.position(at);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private List<Trial> parsed(String text) {
        ObjectMapper mapper = new ObjectMapper();
        List<Trial> trials = new ArrayList<>();
        for (String line : text.lines().toList()) {
            try {
                JsonNode json = mapper.readTree(line);
                if (json.path("format").asInt() != FORMAT || !json.hasNonNull("trial")) {
                    throw refused(trials.size() + 1);
                }
                SequencedMap<String, Double> ratios = new LinkedHashMap<>();
                json.path("sharpe_ratios")
                        .properties()
                        .forEach(of -> ratios.put(of.getKey(), of.getValue().asDouble(Double.NaN)));
                trials.add(
                        new Trial(json.path("trial").asText(), json.path("data").asText(), ratios));
            } catch (JsonProcessingException _) {
                throw refused(trials.size() + 1);
            }
        }
        return trials;
    }

    private TrialException refused(int line) {
        return new TrialException(
                "%s, line %d: must be a trial of format %d, is not".formatted(file, line, FORMAT));
    }

    private static ObjectNode json(Trial trial, String run, int number) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("format", FORMAT)
                .put("run", run)
                .put("number", number)
                .put("trial", trial.id())
                .put("data", trial.data());
        ObjectNode ratios = json.putObject("sharpe_ratios");
        trial.sharpeRatios()
                .forEach((series, ratio) -> {
                    if (Double.isFinite(ratio)) {
                        ratios.put(series, ratio);
                    } else {
                        ratios.putNull(series);
                    }
                });
        return json;
    }
}
