package io.candlestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SchemaCatalogTest {

    private static final Path FILES =
            Path.of(System.getProperty("candlestream.root", ".."))
                    .resolve("schemas/src/main/resources/schemas/released");

    static final List<SpecificRecord> RECORDS = Samples.all();

    private final SchemaCatalog catalog = SchemaCatalog.RELEASED;

    @Test
    void idsNeverChange() {
        assertThat(catalog.all())
                .extracting(released -> released.id() + " " + released.schema().getName())
                .startsWith(
                        "1 Candle",
                        "2 Prediction",
                        "3 Outcome",
                        "4 Metrics",
                        "5 ModelSnapshot",
                        "6 Rejection",
                        "7 Signal",
                        "8 Prediction",
                        "9 Outcome",
                        "10 Metrics",
                        "11 Alert");
    }

    @Test
    void everyReleasedFileIsInTheCatalogUnderItsName() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            catalog.all().stream()
                                    .map(r -> r.id() + "-" + r.schema().getName() + ".avsc")
                                    .toList());
        }
    }

    @ParameterizedTest
    @FieldSource("RECORDS")
    void theNewestReleaseIsTheSchemaInUse(SpecificRecord sample) {
        Schema current = asReleased(sample.getSchema());

        Schema newest = catalog.versions(current.getFullName()).getLast().schema();

        assertThat(newest)
                .as("a changed record needs a new file under released/ with the next free id")
                .isEqualTo(current);
    }

    @ParameterizedTest
    @FieldSource("RECORDS")
    void theSchemaInUseReadsEveryRelease(SpecificRecord sample) {
        Schema current = asReleased(sample.getSchema());

        assertThat(catalog.versions(current.getFullName()))
                .allSatisfy(released -> {
                    SchemaPairCompatibility pair =
                            SchemaCompatibility.checkReaderWriterCompatibility(
                                    current, released.schema());
                    assertThat(pair.getType())
                            .as(pair.getDescription())
                            .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
                });
    }

    @Test
    void findsNothingUnderAnIdThatWasNotReleased() {
        assertThat(catalog.find(0)).isNull();
        assertThat(catalog.find(-1)).isNull();
        assertThat(catalog.find(catalog.all().size() + 1)).isNull();
        assertThat(catalog.find(Integer.MIN_VALUE)).isNull();
    }

    @Test
    void refusesIdsWithAHole() {
        ReleasedSchema third = catalog.all().get(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SchemaCatalog(List.of(catalog.all().getFirst(), third)))
                .withMessage("schema ids must be 1, 2, 3 and so on, was 3");
    }

    @Test
    void refusesARecordThatWasNeverReleased() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalog.versions("io.candlestream.schema.Score"))
                .withMessage(
                        "record must have a released schema, was io.candlestream.schema.Score");
    }

    /// Without the mark that makes the generated classes use [String]; it is no part of the wire.
    private static Schema asReleased(Schema generated) {
        return new Schema.Parser()
                .parse(
                        generated
                                .toString()
                                .replace(
                                        "{\"type\":\"string\",\"avro.java.string\":\"String\"}",
                                        "\"string\""));
    }
}
