package io.candlestream.wire;

import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.avro.specific.SpecificData;

/// Finds the generated class of a record by its name.
///
/// Avro itself loads such a class only when a system property or a JVM-wide setting calls it
/// trusted, because a name could come with a message. Here all names come from the schemas that the
/// generated classes carry, so nothing needs to be set from outside.
final class GeneratedRecords extends SpecificData {

    GeneratedRecords() {
        super(GeneratedRecords.class.getClassLoader());
    }

    @Override
    public Class<?> getClass(Schema schema) {
        if (schema.getType() != Schema.Type.RECORD) {
            return super.getClass(schema);
        }
        try {
            return Class.forName(getClassName(schema), true, getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new SchemaParseException(e);
        }
    }
}
