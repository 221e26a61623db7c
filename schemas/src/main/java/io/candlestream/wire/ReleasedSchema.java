package io.candlestream.wire;

import org.apache.avro.Schema;

/// One released version of a record's schema. Neither part ever changes: messages that carry the id
/// lie on topics for years.
///
/// @param id what the framing carries, from 1
/// @param schema what the bodies with that id were written with
public record ReleasedSchema(int id, Schema schema) {

    /// Checks the id.
    ///
    /// @throws IllegalArgumentException when it is below 1
    public ReleasedSchema {
        if (id < 1) {
            throw new IllegalArgumentException("schema id must be at least 1, was " + id);
        }
    }
}
