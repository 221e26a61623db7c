/// One running instance: where the broker is, the topics, the topology.
///
/// Read [io.candlestream.service.Service] first.
@NullMarked
package io.candlestream.service;

import org.jspecify.annotations.NullMarked;
