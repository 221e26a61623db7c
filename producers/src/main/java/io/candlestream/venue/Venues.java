package io.candlestream.venue;

import java.util.List;
import java.util.Optional;

/// The exchanges that can be fed from.
public final class Venues {

    private static final List<Venue> ALL =
            List.of(new Binance(), new Bybit(), new Coinbase(), new Kraken(), new Okx());

    private Venues() {}

    /// @return every venue, by name
    public static List<Venue> all() {
        return ALL;
    }

    /// @return the venue of this name, if there is one
    public static Optional<Venue> named(String name) {
        return ALL.stream().filter(venue -> venue.name().equals(name)).findFirst();
    }
}
