package io.candlestream.cli;

/// What the process tells its caller.
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;

    /// Wrong usage or unusable input: the same call will fail again.
    static final int UNUSABLE = 2;

    private ExitCode() {}
}
