package io.candlestream.cli;

import io.candlestream.feed.Pace;
import picocli.CommandLine.Option;

/// How fast candles are published.
final class SpeedOption {

    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            defaultValue = "max",
            description = "max, real, or times real time as in 10x (default: ${DEFAULT-VALUE}).")
    private String speed = "max";

    /// The speed as it was given.
    ///
    /// @throws UsageException when the text is no speed
    Pace pace() {
        try {
            return Pace.parse(speed);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + e.getMessage());
        }
    }
}
