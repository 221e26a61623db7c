@NullMarked
package io.candlestream.venue;

import org.jspecify.annotations.NullMarked;
