/// Live objects over a changelogged RocksDB store: the only package of this module that imports
/// Kafka.
///
/// ```
/// processor -> LiveStateStore.get(key) -> live object, changed in place
///                     | when the task prepares to commit, or the cache is full
///                     v
///              changelog + RocksDB: one head a key, and its rows in chunks, each written once
/// ```
///
/// Read [io.candlestream.store.LiveStateStore] first.
@NullMarked
package io.candlestream.store;

import org.jspecify.annotations.NullMarked;
