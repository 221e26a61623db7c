/// What the package feed promises, as tests.
@NullMarked
package io.candlestream.feed;

import org.jspecify.annotations.NullMarked;
