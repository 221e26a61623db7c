/// A Kafka broker inside this process: one combined KRaft node that formats its own storage and
/// survives restarts, for machines where nothing is installed.
///
/// ```
/// BrokerOptions -> BrokerDirectory (ours? free? formatted) -> ListenSockets (bound) -> KafkaNode
/// ```
///
/// Read [io.candlestream.broker.EmbeddedBroker] first. It is built on internal classes of Kafka,
/// which only `KafkaNode`, `ListenSockets` and `BrokerDirectory` import. The package imports no
/// other package of the project.
@NullMarked
package io.candlestream.broker;

import org.jspecify.annotations.NullMarked;
