/// What the package history promises, as tests.
@NullMarked
package io.candlestream.history;

import org.jspecify.annotations.NullMarked;
