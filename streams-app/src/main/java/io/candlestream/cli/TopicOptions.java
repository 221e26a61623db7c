package io.candlestream.cli;

import io.candlestream.settings.Settings;
import io.candlestream.wire.Topic;
import io.candlestream.wire.TopicReader;
import io.candlestream.wire.TopicRecord;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which records of a topic a command reads. Without an option: what is in the topic now, and then
/// the end.
final class TopicOptions {

    @Option(
            names = "--from-beginning",
            description = "Read what is in the topic (the default without --follow).")
    private boolean fromBeginning;

    @Option(names = "--follow", description = "Go on with what comes, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "--instrument",
            paramLabel = "VENUE:SYMBOL",
            description = "Only records of this instrument.")
    private @Nullable String instrument;

    /// Reads the records that were asked for.
    ///
    /// @throws UsageException when there is no cluster to read from
    <T extends SpecificRecord> void read(
            Settings settings, Topic<T> topic, Consumer<TopicRecord<T>> sink) {
        String servers = Clusters.running(settings);
        Consumer<TopicRecord<T>> chosen = record -> acceptChosen(record, sink);
        try (StopSignal stop = StopSignal.install();
                TopicReader<T> reader =
                        new TopicReader<>(servers, topic, settings.topics().prefix())) {
            if (fromBeginning || !follow) {
                reader.readToEnd(chosen);
            } else {
                reader.seekToEnd();
            }
            if (follow) {
                reader.follow(chosen, stop::isRaised);
            }
        }
    }

    private <T> void acceptChosen(TopicRecord<T> record, Consumer<TopicRecord<T>> sink) {
        String key = record.keyText();
        if (instrument == null
                || (key != null && (key.equals(instrument) || key.startsWith(instrument + '@')))) {
            sink.accept(record);
        }
    }
}
