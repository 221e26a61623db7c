package io.candlestream.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/// Every schema ever released, each under its fixed id, so that messages can be read without a
/// running registry and mean the same on every instance and after every restart.
///
/// A release is a resource file `schemas/released/ID-NAME.avsc`, a copy of the record's schema as
/// it was. Changing a record means adding a file under the next free id; a file that has been
/// released is never edited. Immutable and thread-safe.
public final class SchemaCatalog {

    private static final String FOLDER = "/schemas/released/";
    private static final List<String> FILES =
            List.of(
                    "1-Candle.avsc",
                    "2-Prediction.avsc",
                    "3-Outcome.avsc",
                    "4-Metrics.avsc",
                    "5-ModelSnapshot.avsc",
                    "6-Rejection.avsc",
                    "7-Signal.avsc",
                    "8-Prediction.avsc",
                    "9-Outcome.avsc",
                    "10-Metrics.avsc",
                    "11-Alert.avsc");

    /// The catalog of this version of the program.
    public static final SchemaCatalog RELEASED =
            new SchemaCatalog(FILES.stream().map(SchemaCatalog::load).toList());

    private final List<ReleasedSchema> all;

    /// A catalog of these schemas, whose ids are 1, 2, 3 and so on.
    SchemaCatalog(List<ReleasedSchema> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id() != i + 1) {
                throw new IllegalArgumentException(
                        "schema ids must be 1, 2, 3 and so on, was " + all.get(i).id());
            }
        }
        this.all = List.copyOf(all);
    }

    /// @return every released schema, by ascending id
    public List<ReleasedSchema> all() {
        return all;
    }

    /// @param id the id of the framing; any number
    /// @return what was released under the id, or null where nothing was
    public @Nullable ReleasedSchema find(int id) {
        return id < 1 || id > all.size() ? null : all.get(id - 1);
    }

    /// @param record full name of a record, as in `io.candlestream.schema.Candle`
    /// @return every released schema of the record, oldest first
    /// @throws IllegalArgumentException when the record was never released
    public List<ReleasedSchema> versions(String record) {
        List<ReleasedSchema> versions =
                all.stream()
                        .filter(version -> version.schema().getFullName().equals(record))
                        .toList();
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("record must have a released schema, was " + record);
        }
        return versions;
    }

    private static ReleasedSchema load(String file) {
        try (InputStream in = SchemaCatalog.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("resource must exist: " + FOLDER + file);
            }
            int id = Integer.parseInt(file.substring(0, file.indexOf('-')));
            return new ReleasedSchema(id, new Schema.Parser().parse(in));
        } catch (IOException e) {
            throw new UncheckedIOException("resource must be readable: " + FOLDER + file, e);
        }
    }
}
