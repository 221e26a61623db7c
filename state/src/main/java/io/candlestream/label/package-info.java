/// What a prediction is about: the rules by which the future names the class that came true.
///
/// Read [io.candlestream.label.DirectionRule] first. Imports nothing but the JDK.
@NullMarked
package io.candlestream.label;

import org.jspecify.annotations.NullMarked;
