package io.candlestream.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// Runs the program in this process and keeps what it writes.
final class CapturedConsole {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /// @return the exit code
    int run(String... arguments) {
        return Main.run(
                new Console(new PrintWriter(out, true), new PrintWriter(err, true)), arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
