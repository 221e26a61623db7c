package io.candlestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.candlestream.schema.Candle;
import io.candlestream.schema.ClassProbability;
import io.candlestream.schema.Prediction;
import io.candlestream.wire.FramingException.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AvroSerdeTest {

    private static final String TOPIC = "any";

    private final AvroSerde<Candle> candles = new AvroSerde<>(Candle.class);
    private final AvroSerde<Prediction> predictions = new AvroSerde<>(Prediction.class);

    @Nested
    class WhatIsWrittenIsRead {

        static final List<SpecificRecord> RECORDS = Samples.all();

        @ParameterizedTest
        @FieldSource("RECORDS")
        void forEveryRecord(SpecificRecord sample) {
            AvroSerde<SpecificRecord> serde = serde(sample);

            byte[] message = write(serde, sample);

            assertThat(serde.deserializer().deserialize(TOPIC, message)).isEqualTo(sample);
        }

        @ParameterizedTest
        @ValueSource(longs = {Long.MIN_VALUE, -62_135_596_800_001L, -1, 0, 1, Long.MAX_VALUE})
        void forEveryTimeThatSixtyFourBitsHold(long epochMs) {
            Candle candle = Samples.candle();
            candle.setOpenTime(Instant.ofEpochMilli(epochMs));

            Candle read = candles.deserializer().deserialize(TOPIC, write(candles, candle));

            assertThat(read).isEqualTo(candle);
        }

        @Test
        void asTextOfThatClassAndNotAvrosOwn() {
            Candle read =
                    candles.deserializer().deserialize(TOPIC, write(candles, Samples.candle()));

            assertThat(read).isNotNull();
            assertThat(read.getInstrument()).isEqualTo("binance:BTCUSDT");
        }

        @Test
        void fromSeveralThreadsThatShareOneSerde() {
            List<Candle> read =
                    IntStream.range(0, 40_000).parallel().mapToObj(this::throughTheWire).toList();

            assertThat(read)
                    .extracting(Candle::getClose)
                    .isEqualTo(IntStream.range(0, 40_000).mapToObj(i -> (double) i).toList());
        }

        private Candle throughTheWire(int close) {
            Candle candle = Samples.candle();
            candle.setClose(close);
            byte[] message = write(candles, candle);
            return Objects.requireNonNull(candles.deserializer().deserialize(TOPIC, message));
        }
    }

    @Nested
    class TheBytes {

        @Test
        void areThoseOfAnotherImplementation() throws IOException {
            byte[] golden = golden("prediction-8.bin");

            assertThat(write(predictions, Samples.prediction())).isEqualTo(golden);
            assertThat(predictions.deserializer().deserialize(TOPIC, golden))
                    .isEqualTo(Samples.prediction());
        }

        @Test
        void ofAnEarlierSchemaAreReadWithTheDefaultsOfWhatTheyLack() throws IOException {
            Prediction expected = Samples.prediction();
            expected.setRole("champion");
            expected.setContributions(List.of());
            expected.setRest(null);
            expected.setConformalSet(List.of());
            expected.setCoverage(null);

            assertThat(predictions.deserializer().deserialize(TOPIC, golden("prediction-2.bin")))
                    .isEqualTo(expected);
        }

        static final List<SpecificRecord> RECORDS = Samples.all();

        @ParameterizedTest
        @FieldSource("RECORDS")
        void beginWithTheIdOfTheNewestSchema(SpecificRecord sample) {
            String name = sample.getSchema().getFullName();
            int id = SchemaCatalog.RELEASED.versions(name).getLast().id();

            byte[] message = write(serde(sample), sample);

            assertThat(message).startsWith(0, 0, 0, 0, id);
        }

        @Test
        void areNoneForNoRecord() {
            assertThat(candles.serializer().serialize(TOPIC, null)).isNull();
            assertThat(candles.deserializer().deserialize(TOPIC, null)).isNull();
        }

        @Test
        void areNotDisturbedByARecordThatCouldNotBeWritten() {
            Candle incomplete = new Candle();

            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> candles.serializer().serialize(TOPIC, incomplete))
                    .withMessageStartingWith("a record must fit its schema, was Candle with ");
            assertThat(candles.deserializer().deserialize(TOPIC, write(candles, Samples.candle())))
                    .isEqualTo(Samples.candle());
        }
    }

    @Nested
    class AFault {

        @Test
        void isEmpty() {
            assertFault(Fault.EMPTY, "a message must have 5 bytes of framing, was empty");
        }

        @Test
        void isAnotherFormat() {
            assertFault(
                    Fault.WRONG_MAGIC,
                    "the first byte of a message must be 0x00, was 0x7b",
                    '{',
                    '"');
        }

        @Test
        void isAFramingThatIsCutOff() {
            assertFault(
                    Fault.MALFORMED_BODY,
                    "a message must have 5 bytes of framing, was cut off after 4",
                    0,
                    0,
                    0,
                    0);
        }

        @Test
        void isAnIdThatWasNeverReleased() {
            assertFault(
                    Fault.UNKNOWN_SCHEMA,
                    "the schema id must be from 1 to 11, was -1",
                    0,
                    0xff,
                    0xff,
                    0xff,
                    0xff);
        }

        @Test
        void isAnotherRecord() {
            byte[] prediction = write(predictions, Samples.prediction());

            assertFault(
                    Fault.WRONG_SCHEMA,
                    "the schema id must be that of a Candle, [1], was 8, that of a Prediction",
                    prediction);
        }

        @Test
        void isABodyThatIsCutOffAnywhere() {
            byte[] message = write(candles, Samples.candle());

            for (int length = Framing.LENGTH; length < message.length; length++) {
                assertFault(
                        Fault.MALFORMED_BODY,
                        "the body must be a Candle of schema 1, was "
                                + (length - Framing.LENGTH)
                                + " bytes that are not: ",
                        Arrays.copyOf(message, length));
            }
        }

        @Test
        void isAnythingAfterTheRecord() {
            byte[] message = write(candles, Samples.candle());

            assertFault(
                    Fault.TRAILING_BYTES,
                    "a message must end with its Candle, was followed by 2 more bytes",
                    Arrays.copyOf(message, message.length + 2));
        }

        private void assertFault(Fault fault, String message, int... bytes) {
            var array = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                array[i] = (byte) bytes[i];
            }
            assertFault(fault, message, array);
        }

        private void assertFault(Fault fault, String message, byte[] bytes) {
            assertThatExceptionOfType(FramingException.class)
                    .isThrownBy(() -> candles.deserializer().deserialize(TOPIC, bytes))
                    .withMessageStartingWith(message)
                    .extracting(FramingException::fault)
                    .isEqualTo(fault);
        }
    }

    @Nested
    class AnOlderSchema {

        private static final String OLDER =
                """
                {"type": "record", "name": "io.candlestream.schema.Candle", "fields": [
                  {"name": "instrument", "type": "string"},
                  {"name": "trade_count", "type": "int"},
                  {"name": "open_time",
                   "type": {"type": "long", "logicalType": "timestamp-millis"}},
                  {"name": "interval", "type": "string"},
                  {"name": "open", "type": "float"},
                  {"name": "high", "type": "int"},
                  {"name": "low", "type": "double"},
                  {"name": "close", "type": "double"},
                  {"name": "base_volume", "type": "double"}]}
                """;

        private final Schema older = new Schema.Parser().parse(OLDER);
        private final SchemaCatalog catalog =
                new SchemaCatalog(
                        List.of(
                                new ReleasedSchema(1, older),
                                new ReleasedSchema(2, Candle.getClassSchema())));

        @Test
        void isResolvedToTheCurrentOne() throws IOException {
            var deserializer = new AvroDeserializer<>(Candle.class, catalog);
            var record = new GenericData.Record(older);
            record.put("instrument", "binance:BTCUSDT");
            record.put("trade_count", 7);
            record.put("open_time", 1_367_107_200_000L);
            record.put("interval", "1h");
            record.put("open", 0.5f);
            record.put("high", 2);
            record.put("low", 0.25);
            record.put("close", 1.0);
            record.put("base_volume", 3.0);

            Candle read = deserializer.deserialize(TOPIC, framed(1, record));

            assertThat(read)
                    .isEqualTo(
                            new Candle(
                                    "binance:BTCUSDT",
                                    "1h",
                                    Instant.parse("2013-04-28T00:00:00Z"),
                                    0.5,
                                    2.0,
                                    0.25,
                                    1.0,
                                    3.0));
        }

        @Test
        void isNoLongerWritten() {
            var serializer = new AvroSerializer<>(Candle.class, catalog);

            assertThat(serializer.serialize(TOPIC, Samples.candle())).startsWith(0, 0, 0, 0, 2);
        }

        private byte[] framed(int id, GenericRecord record) throws IOException {
            var bytes = new ByteArrayOutputStream();
            bytes.write(Framing.of(id));
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
            return bytes.toByteArray();
        }
    }

    @Nested
    class ALargeRecord {

        static Stream<Integer> classCounts() {
            return Stream.of(0, 1, 1_023, 1_024, 1_025, 50_000);
        }

        @ParameterizedTest
        @MethodSource("classCounts")
        void isReadWhole(int count) {
            Prediction prediction = Samples.prediction();
            prediction.setClasses(
                    IntStream.range(0, count)
                            .mapToObj(i -> new ClassProbability("class " + i, 1.0 / (i + 1)))
                            .toList());

            byte[] message = write(predictions, prediction);

            assertThat(predictions.deserializer().deserialize(TOPIC, message))
                    .isEqualTo(prediction);
        }
    }

    private static byte[] golden(String file) throws IOException {
        try (InputStream in = AvroSerdeTest.class.getResourceAsStream("/golden/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    private static <T extends SpecificRecord> byte[] write(AvroSerde<T> serde, T message) {
        return Objects.requireNonNull(serde.serializer().serialize(TOPIC, message));
    }

    @SuppressWarnings("unchecked")
    private static AvroSerde<SpecificRecord> serde(SpecificRecord sample) {
        return new AvroSerde<>((Class<SpecificRecord>) sample.getClass());
    }
}
