package io.candlestream.venue;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Where a venue is and how a feed treats it: the venue's own values, and what a user sets instead.
///
/// @param webSocket the stream's address
/// @param rest the address of REST, without a path
/// @param numbers what differs from the usual values
/// @param restSymbols how REST calls an instrument where it is not what the venue's rule gives
public record VenueOptions(
        URI webSocket, URI rest, Map<VenueOption, Long> numbers, Map<String, String> restSymbols) {

    private static final String REST_SYMBOL = "rest-symbol.";

    /// Copies the maps.
    public VenueOptions {
        numbers = Map.copyOf(numbers);
        restSymbols = Map.copyOf(restSymbols);
    }

    static VenueOptions at(String webSocket, String rest) {
        return new VenueOptions(URI.create(webSocket), URI.create(rest), Map.of(), Map.of());
    }

    /// @return the value of a number
    public long get(VenueOption option) {
        return numbers.getOrDefault(option, option.usual());
    }

    /// @return the same with another number
    /// @throws IllegalArgumentException when it is negative
    public VenueOptions with(VenueOption option, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(option + " must be at least 0, was " + value);
        }
        Map<VenueOption, Long> changed = new EnumMap<>(VenueOption.class);
        changed.putAll(numbers);
        changed.put(option, value);
        return new VenueOptions(webSocket, rest, changed, restSymbols);
    }

    /// Sets one value by its written name.
    ///
    /// @param key `websocket`, `rest`, `rest-symbol.SYMBOL`, or the name of a [VenueOption]
    /// @param value an address, a name, or a whole number
    /// @throws IllegalArgumentException when there is no such key or the value does not fit
    public VenueOptions with(String key, String value) {
        if (key.equals("websocket")) {
            return new VenueOptions(address(value, "ws"), rest, numbers, restSymbols);
        }
        if (key.equals("rest")) {
            return new VenueOptions(webSocket, address(value, "http"), numbers, restSymbols);
        }
        if (key.startsWith(REST_SYMBOL)) {
            Map<String, String> changed = new HashMap<>(restSymbols);
            changed.put(key.substring(REST_SYMBOL.length()), value);
            return new VenueOptions(webSocket, rest, numbers, changed);
        }
        VenueOption option =
                Arrays.stream(VenueOption.values())
                        .filter(one -> one.toString().equals(key))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "option must be websocket, rest, rest-symbol.SYMBOL or one"
                                                + " of "
                                                + Arrays.toString(VenueOption.values())
                                                + ", was "
                                                + key));
        if (!value.matches("[0-9]{1,15}")) {
            throw new IllegalArgumentException(key + " must be a whole number, was " + value);
        }
        return with(option, Long.parseLong(value));
    }

    /// @return the rules by which each series asks
    SyncRules rules() {
        return new SyncRules(
                get(VenueOption.GRACE_MS),
                get(VenueOption.SETTLE_MS),
                Math.toIntExact(get(VenueOption.RECHECK_COUNT)),
                Math.toIntExact(get(VenueOption.PAGE_CANDLES)),
                Math.toIntExact(get(VenueOption.BACKFILL_COUNT)));
    }

    private static URI address(String text, String scheme) {
        URI address = URI.create(text);
        String given = String.valueOf(address.getScheme());
        if (!given.equals(scheme) && !given.equals(scheme + 's')) {
            throw new IllegalArgumentException(
                    "address must begin with %s:// or %ss://, was %s"
                            .formatted(scheme, scheme, text));
        }
        return address;
    }
}
