package io.candlestream.candle;

/// What is traded where: a venue and the venue's own symbol, written `venue:SYMBOL`, as in
/// `binance:BTCUSDT`.
///
/// The text is the record key on every topic, so all that concerns an instrument shares a
/// partition.
public final class Instrument {

    private static final int LONGEST_VENUE = 32;
    private static final int LONGEST_SYMBOL = 64;

    private final String venue;
    private final String symbol;
    private final String text;

    /// An instrument.
    ///
    /// @param venue lower-case letters, digits, `-` and `_`, starting with a letter; at most 32
    ///   characters
    /// @param symbol any visible ASCII characters, at most 64
    /// @throws IllegalArgumentException when a part is empty, too long or has a character it may
    ///   not have
    public Instrument(String venue, String symbol) {
        if (!isVenue(venue)) {
            throw new IllegalArgumentException(
                    "venue must be 1 to 32 of a-z, 0-9, - and _, starting with a letter, was "
                            + Quoted.of(venue));
        }
        if (!isSymbol(symbol)) {
            throw new IllegalArgumentException(
                    "symbol must be 1 to 64 visible ASCII characters, was " + Quoted.of(symbol));
        }
        this.venue = venue;
        this.symbol = symbol;
        this.text = venue + ':' + symbol;
    }

    /// Reads the written form.
    ///
    /// @param text `venue:SYMBOL`; the first colon separates
    /// @throws IllegalArgumentException when there is no colon or a part is not valid
    public static Instrument parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "instrument must be venue:SYMBOL, was " + Quoted.of(text));
        }
        return new Instrument(text.substring(0, colon), text.substring(colon + 1));
    }

    /// @return where it is traded
    public String venue() {
        return venue;
    }

    /// @return what the venue calls it
    public String symbol() {
        return symbol;
    }

    /// Equal when venue and symbol are.
    @Override
    public boolean equals(Object other) {
        return other instanceof Instrument that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /// The written form, `venue:SYMBOL`.
    @Override
    public String toString() {
        return text;
    }

    private static boolean isVenue(String text) {
        return text.length() <= LONGEST_VENUE
                && !text.isEmpty()
                && isLower(text.charAt(0))
                && text.chars()
                        .allMatch(
                                c -> isLower(c) || (c >= '0' && c <= '9') || c == '-' || c == '_');
    }

    private static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isSymbol(String text) {
        return text.length() <= LONGEST_SYMBOL
                && !text.isEmpty()
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
