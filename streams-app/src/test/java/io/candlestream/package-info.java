/// What holds for the whole repository: its walls, its format, its documents.
@NullMarked
package io.candlestream;

import org.jspecify.annotations.NullMarked;
