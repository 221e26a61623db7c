package io.candlestream.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.wire.TopicRecord;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/// Records of a topic as JSON, one a line: where it stands, its key, and its fields as the schema
/// names them. Times are UTC epoch milliseconds, bytes are base64.
final class JsonLines {

    private final PrintWriter out;
    private final ObjectMapper json = new ObjectMapper();

    JsonLines(PrintWriter out) {
        this.out = out;
    }

    <T extends SpecificRecord> void print(TopicRecord<T> record) {
        ObjectNode line = json.createObjectNode();
        line.put("partition", record.partition());
        line.put("offset", record.offset());
        line.put("timestamp", record.timestampMs());
        line.put("key", record.keyText());
        T message = record.message();
        if (message != null) {
            line.set("value", json.valueToTree(plain(message)));
        } else if (record.fault() != null) {
            line.put("fault", record.fault().getMessage());
        } else {
            line.putNull("value");
        }
        out.println(line);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case SpecificRecord record -> fields(record);
            case List<?> list -> list.stream().map(JsonLines::plain).toList();
            case Instant instant -> instant.toEpochMilli();
            case ByteBuffer bytes -> Base64.getEncoder().encodeToString(array(bytes));
            default -> value;
        };
    }

    private static Map<String, Object> fields(SpecificRecord record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                fields.put(field.name(), plain(value));
            }
        }
        return fields;
    }

    private static byte[] array(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return copy;
    }
}
