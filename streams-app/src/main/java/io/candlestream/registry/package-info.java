/// Models as they are kept: a snapshot says what a model is, how it came about and what it was
/// worth, and holds its exact state, so that it can go on learning elsewhere as if it had never
/// stopped.
///
/// ```
/// Scaler + OnlineModel -> Snapshot <-> SnapshotJson (to be read), SnapshotFormat (compact) <-> SnapshotFile
///                            +-> revive() -> LiveModel
/// ```
///
/// Read [io.candlestream.registry.Snapshot] first.
@NullMarked
package io.candlestream.registry;

import org.jspecify.annotations.NullMarked;
