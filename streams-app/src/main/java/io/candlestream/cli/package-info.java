/// The command line: one class a command, results on standard output, everything else on standard
/// error.
///
/// Read [io.candlestream.cli.Main] first: it lists the commands and turns every outcome into an
/// exit code. A new command is a class with a [io.candlestream.cli.Console] in its constructor and
/// a `@Mixin SettingsOptions`, and a line in `Main`. Nothing else in the project writes to standard
/// output.
@NullMarked
package io.candlestream.cli;

import org.jspecify.annotations.NullMarked;
