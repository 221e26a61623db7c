package io.candlestream.broker;

import java.nio.file.Path;

/// Where an embedded broker keeps its data and where it listens.
///
/// @param dataDirectory the broker's own directory, made when it does not exist; it holds nothing
///   else
/// @param port TCP port on 127.0.0.1, from 1 to 65535, or 0 for any free one
public record BrokerOptions(Path dataDirectory, int port) {

    private static final int HIGHEST_PORT = 65_535;

    /// Checks the port.
    ///
    /// @throws IllegalArgumentException when the port is out of range
    public BrokerOptions {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "port must be from 0 (any free one) to " + HIGHEST_PORT + ", was " + port);
        }
    }

    /// Options for a broker on any free port.
    ///
    /// @param dataDirectory the broker's own directory
    public static BrokerOptions onFreePort(Path dataDirectory) {
        return new BrokerOptions(dataDirectory, 0);
    }
}
