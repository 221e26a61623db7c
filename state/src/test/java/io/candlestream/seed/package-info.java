/// Seeded properties: a test that runs under many seeds and prints the one that failed.
@NullMarked
package io.candlestream.seed;

import org.jspecify.annotations.NullMarked;
