package io.candlestream.settings;

/// A configuration that cannot be used: unreadable, with an unknown key, a wrong type or a number
/// out of range. The message names the key and is fit for a user.
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// A fault found in a configuration.
    ///
    /// @param message which key, what must hold, and what was
    public SettingsException(String message) {
        super(message);
    }

    /// A configuration that could not be read.
    ///
    /// @param message which file and why
    /// @param cause the failure below
    public SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
