import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Prints each prediction as one line of JSON. A consumer of somebody else: it knows Kafka, Avro
/// and the released schema files, and no class of candlestream.
///
/// ```
/// java -cp 'libs/*' PredictionsConsumer.java BOOTSTRAP [--topic NAME] [--schemas DIR]
///                   [--from-beginning] [--until-end] [--limit N]
/// ```
///
/// Without `--until-end` or `--limit` it follows the topic until it is stopped.
public final class PredictionsConsumer {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int FRAMING_BYTES = 5;

    private final Options options;
    private final Map<Integer, GenericDatumReader<GenericRecord>> readers;

    record Options(
            String bootstrap,
            String topic,
            Path schemas,
            boolean fromBeginning,
            boolean untilEnd,
            long limit) {}

    PredictionsConsumer(Options options) throws IOException {
        this.options = options;
        this.readers = readers(options.schemas());
    }

    /// Exits with 1 when the topic cannot be read, and with 2 when the arguments cannot.
    public static void main(String[] arguments) {
        try {
            new PredictionsConsumer(parse(arguments)).run();
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void run() throws IOException {
        Map<String, Object> config =
                Map.of(
                        "bootstrap.servers", options.bootstrap(),
                        // A topic that is made by asking for it would have none of its settings.
                        "allow.auto.create.topics", "false",
                        // Without this, predictions of transactions that were rolled back show up
                        // too.
                        "isolation.level", "read_committed");
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(options.topic()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            if (partitions.isEmpty()) {
                throw new IOException("topic must exist, was " + options.topic());
            }
            consumer.assign(partitions);
            if (options.fromBeginning()) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            printAll(consumer, consumer.endOffsets(partitions));
        }
    }

    private void printAll(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends)
            throws IOException {
        long printed = 0;
        while (printed < options.limit() && !(options.untilEnd() && isAt(ends, consumer))) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                if (printed < options.limit()) {
                    System.out.println(decode(message.value()));
                    printed++;
                }
            }
        }
    }

    private static boolean isAt(Map<TopicPartition, Long> ends, Consumer<?, ?> consumer) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /// Byte 0, four bytes of schema id, Avro body. A generic record prints itself as JSON.
    private GenericRecord decode(byte[] message) throws IOException {
        if (message.length < FRAMING_BYTES || message[0] != 0) {
            throw new IOException("a message must begin with byte 0 and a schema id");
        }
        int id = ByteBuffer.wrap(message, 1, Integer.BYTES).getInt();
        GenericDatumReader<GenericRecord> reader = readers.get(id);
        if (reader == null) {
            throw new IOException(
                    "schema id must be in "
                            + options.schemas()
                            + ", was "
                            + id
                            + ": newer schemas exist");
        }
        int length = message.length - FRAMING_BYTES;
        return reader.read(
                null, DecoderFactory.get().binaryDecoder(message, FRAMING_BYTES, length, null));
    }

    /// One reader for each file `ID-NAME.avsc`.
    private static Map<Integer, GenericDatumReader<GenericRecord>> readers(Path folder)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("schemas must be in a folder that exists, was " + folder);
        }
        var readers = new HashMap<Integer, GenericDatumReader<GenericRecord>>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.avsc")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                int id = Integer.parseInt(name.substring(0, name.indexOf('-')));
                Schema schema = new Schema.Parser().parse(file.toFile());
                readers.put(id, new GenericDatumReader<>(schema));
            }
        }
        return readers;
    }

    private static Options parse(String[] arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            throw new IllegalArgumentException(
                    "usage: PredictionsConsumer.java BOOTSTRAP [--topic NAME] [--schemas DIR]"
                            + " [--from-beginning] [--until-end] [--limit N]");
        }
        String topic = "predictions";
        Path schemas = Path.of("schemas/src/main/resources/schemas/released");
        boolean fromBeginning = false;
        boolean untilEnd = false;
        long limit = Long.MAX_VALUE;
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--from-beginning" -> fromBeginning = true;
                case "--until-end" -> untilEnd = true;
                case "--topic" -> topic = value(arguments, ++i);
                case "--schemas" -> schemas = Path.of(value(arguments, ++i));
                case "--limit" -> limit = number(value(arguments, ++i));
                default ->
                        throw new IllegalArgumentException(
                                "option must be known, was " + arguments[i]);
            }
        }
        return new Options(arguments[0], topic, schemas, fromBeginning, untilEnd, limit);
    }

    private static String value(String[] arguments, int index) {
        if (index == arguments.length) {
            throw new IllegalArgumentException(arguments[index - 1] + " must have a value");
        }
        return arguments[index];
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("limit must be a number, was " + text);
        }
    }
}
