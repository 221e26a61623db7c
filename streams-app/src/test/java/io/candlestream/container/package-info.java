/// What is promised on a real broker and of the images, as tests that need a container engine: `mvn
/// verify -Pit`.
@NullMarked
package io.candlestream.container;

import org.jspecify.annotations.NullMarked;
