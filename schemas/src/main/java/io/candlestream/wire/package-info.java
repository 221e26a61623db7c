/// How records cross a topic: Avro in the Confluent framing, and the one list of topics.
///
/// ```
/// record -> AvroSerde -> 0x00, schema id, Avro body -> topic
///              |
///        SchemaCatalog: a fixed id for every schema ever released
/// ```
///
/// Read [io.candlestream.wire.Topics] first, then [io.candlestream.wire.AvroSerde]. Imports no
/// other package of the project but the generated records.
@NullMarked
package io.candlestream.wire;

import org.jspecify.annotations.NullMarked;
