/// Bytes of everything that remembers: a writer, a reader, and the one interface between them.
///
/// ```
/// Stateful.save(StateOutput)  -> byte[] -> changelog, RocksDB
/// Stateful.restore(StateInput) <- byte[]
/// ```
///
/// Read [io.candlestream.codec.Stateful] first. Numbers are big-endian and of fixed width, so that
/// the size of a state depends on its configuration only. Imports nothing but the JDK.
@NullMarked
package io.candlestream.codec;

import org.jspecify.annotations.NullMarked;
