/// What the tests of every package measure against: golden files, the bytes of a state, and the
/// allocation of some work.
@NullMarked
package io.candlestream.golden;

import org.jspecify.annotations.NullMarked;
