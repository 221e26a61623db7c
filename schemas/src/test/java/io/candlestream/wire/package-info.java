/// What the framing, the catalog and the list of topics promise.
@NullMarked
package io.candlestream.wire;

import org.jspecify.annotations.NullMarked;
