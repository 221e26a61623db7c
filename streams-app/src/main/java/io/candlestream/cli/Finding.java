package io.candlestream.cli;

import java.util.Locale;

/// What one check of `doctor` found.
///
/// @param check what was looked at
/// @param state how it is
/// @param found what was there
/// @param action what to do about it; empty when there is nothing to do
record Finding(String check, State state, String found, String action) {

    /// How a thing is.
    enum State {
        /// As it should be.
        OK,

        /// It will do, but better is possible.
        WARN,

        /// The service cannot run like this.
        FAIL;

        /// The written form, the name in lower case.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String check, String found) {
        return new Finding(check, State.OK, found, "");
    }

    static Finding warn(String check, String found, String action) {
        return new Finding(check, State.WARN, found, action);
    }

    static Finding fail(String check, String found, String action) {
        return new Finding(check, State.FAIL, found, action);
    }
}
