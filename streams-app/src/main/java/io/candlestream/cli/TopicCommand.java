package io.candlestream.cli;

import io.candlestream.wire.Topic;
import io.candlestream.wire.Topics;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `candlestream topic NAME`: any topic of the project as JSON lines.
@Command(name = "topic", description = "Read a topic as JSON lines; only what is committed.")
final class TopicCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final ClusterOptions cluster = new ClusterOptions();
    @Mixin private final TopicOptions topicOptions = new TopicOptions();

    @Parameters(
            paramLabel = "NAME",
            description = "candles, signals, predictions, outcomes, metrics, models or rejections.")
    private String name = "";

    TopicCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        print(topic());
        return ExitCode.DONE;
    }

    private <T extends SpecificRecord> void print(Topic<T> topic) {
        topicOptions.read(
                options.load(cluster.overrides()), topic, new JsonLines(console.out())::print);
    }

    private Topic<? extends SpecificRecord> topic() {
        return Topics.ALL.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException(
                                "topic must be one of "
                                        + Topics.ALL.stream()
                                                .map(Topic::name)
                                                .collect(Collectors.joining(", "))
                                        + ", was \""
                                        + name
                                        + '"'));
    }
}
