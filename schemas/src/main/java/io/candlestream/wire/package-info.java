/// How records cross a topic: Avro in the Confluent framing, and the one list of topics. Imports no
/// other package of the project but the generated records.
@NullMarked
package io.candlestream.wire;

import org.jspecify.annotations.NullMarked;
