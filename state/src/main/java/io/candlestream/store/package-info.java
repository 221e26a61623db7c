/// Live objects over a changelogged RocksDB store: the only package of this module that imports
/// Kafka.
///
/// ```
/// processor -> LiveStateStore.apply(key, change) -> live object, changed in place
///                     | when the task prepares to commit, or the cache is full
///                     v
///              changelog + RocksDB: the changes since the last commit,
///                                   now and then a head, and its rows in chunks, each written once
/// ```
///
/// Read [io.candlestream.store.LiveStateStore] first.
@NullMarked
package io.candlestream.store;

import org.jspecify.annotations.NullMarked;
