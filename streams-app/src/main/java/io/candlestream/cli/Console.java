package io.candlestream.cli;

import java.io.PrintWriter;

/// Where a command writes.
///
/// @param out results
/// @param err progress and faults
record Console(PrintWriter out, PrintWriter err) {

    /// The standard streams of this process.
    static Console standard() {
        return new Console(
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()));
    }
}
