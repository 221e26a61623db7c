/// Invented candles for demonstrations and tests: seeded, endless, always well formed, and marked
/// by the venue `synthetic`.
@NullMarked
package io.candlestream.synthetic;

import org.jspecify.annotations.NullMarked;
