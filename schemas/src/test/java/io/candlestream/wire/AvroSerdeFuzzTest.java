package io.candlestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.candlestream.wire.FramingException.Fault;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Whatever the bytes, reading gives a record or a [FramingException], and takes little memory.
///
/// Memory is counted per message by the virtual machine, which is stricter than a small heap: one
/// message may not allocate what a thousand would have to share.
class AvroSerdeFuzzTest {

    private static final String TOPIC = "any";
    private static final int MUTATIONS = 20_000;

    /// Records, decoder, exception and its text; far below what a believed length would take.
    private static final long ALLOCATED_BYTES = 256 * 1024;

    /// Zig-zag of 2^31 - 1, of 2^31 - 9 (the largest array Avro would make), of 2^24 and of -2^31.
    private static final List<byte[]> LARGE_LENGTHS =
            List.of(
                    bytes(0xfe, 0xff, 0xff, 0xff, 0x0f),
                    bytes(0xee, 0xff, 0xff, 0xff, 0x0f),
                    bytes(0x80, 0x80, 0x80, 0x10),
                    bytes(0xff, 0xff, 0xff, 0xff, 0x0f));

    static final List<SpecificRecord> RECORDS = Samples.all();

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @FieldSource("RECORDS")
    void mutationsAreReadOrRefused(SpecificRecord sample) {
        var random = new Random(sample.getSchema().getName().hashCode());
        Deserializer<SpecificRecord> deserializer = serde(sample).deserializer();
        byte[] message = write(sample);
        Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
        read(deserializer, message);

        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = mutate(message, random);
            long before = thread.getCurrentThreadAllocatedBytes();
            Fault fault = read(deserializer, mutated);
            long allocated = thread.getCurrentThreadAllocatedBytes() - before;

            assertThat(allocated)
                    .as(() -> "bytes allocated for " + Arrays.toString(mutated))
                    .isLessThan(ALLOCATED_BYTES);
            if (fault != null) {
                faults.merge(fault, 1, Integer::sum);
            }
        }

        assertThat(faults).containsOnlyKeys(Fault.values());
    }

    @ParameterizedTest
    @FieldSource("RECORDS")
    void aLengthThatIsNotThereMakesNoRoom(SpecificRecord sample) {
        Deserializer<SpecificRecord> deserializer = serde(sample).deserializer();
        byte[] message = write(sample);
        read(deserializer, message);

        for (byte[] length : LARGE_LENGTHS) {
            for (int at = Framing.LENGTH; at + length.length <= message.length; at++) {
                byte[] mutated = message.clone();
                System.arraycopy(length, 0, mutated, at, length.length);
                long before = thread.getCurrentThreadAllocatedBytes();
                read(deserializer, mutated);
                long allocated = thread.getCurrentThreadAllocatedBytes() - before;

                assertThat(allocated).as("bytes allocated").isLessThan(ALLOCATED_BYTES);
            }
        }
    }

    /// Any exception but the promised one passes through and fails the test.
    private static @Nullable Fault read(Deserializer<SpecificRecord> deserializer, byte[] message) {
        try {
            SpecificRecord read = deserializer.deserialize(TOPIC, message);
            assertThat(read).isNotNull();
            return null;
        } catch (FramingException e) {
            return e.fault();
        }
    }

    private static byte[] mutate(byte[] message, Random random) {
        byte[] mutated = message.clone();
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(mutated, random.nextInt(mutated.length));
            case 1 -> Arrays.copyOf(mutated, mutated.length + 1 + random.nextInt(16));
            case 2 -> randomTail(mutated, random);
            case 3 -> largeLength(mutated, random);
            case 4 -> {
                var noise = new byte[random.nextInt(64)];
                random.nextBytes(noise);
                yield noise;
            }
            case 5 -> {
                mutated[Framing.LENGTH - 1] = (byte) random.nextInt(10);
                yield mutated;
            }
            default -> {
                for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                    mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
                }
                yield mutated;
            }
        };
    }

    private static byte[] randomTail(byte[] message, Random random) {
        int from = Framing.LENGTH + random.nextInt(message.length - Framing.LENGTH);
        var noise = new byte[message.length - from];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, message, from, noise.length);
        return message;
    }

    private static byte[] largeLength(byte[] message, Random random) {
        byte[] length = LARGE_LENGTHS.get(random.nextInt(LARGE_LENGTHS.size()));
        int at = Framing.LENGTH + random.nextInt(message.length - Framing.LENGTH - length.length);
        System.arraycopy(length, 0, message, at, length.length);
        return message;
    }

    private static byte[] write(SpecificRecord sample) {
        return Objects.requireNonNull(serde(sample).serializer().serialize(TOPIC, sample));
    }

    @SuppressWarnings("unchecked")
    private static AvroSerde<SpecificRecord> serde(SpecificRecord sample) {
        return new AvroSerde<>((Class<SpecificRecord>) sample.getClass());
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
