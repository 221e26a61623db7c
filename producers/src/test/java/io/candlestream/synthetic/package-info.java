/// What the package synthetic promises, as tests.
@NullMarked
package io.candlestream.synthetic;

import org.jspecify.annotations.NullMarked;
