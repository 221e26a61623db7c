package io.candlestream.venue;

import com.fasterxml.jackson.databind.JsonNode;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An exchange: what is asked of it and what its answers mean, without a socket.
///
/// Stateless and thread-safe.
public abstract sealed class Venue permits Binance, Bybit, Coinbase, Kraken, Okx {

    private final String name;
    private final Pattern symbolForm;
    private final String symbolExample;

    Venue(String name, String symbolForm, String symbolExample) {
        this.name = name;
        this.symbolForm = Pattern.compile(symbolForm);
        this.symbolExample = symbolExample;
    }

    /// @return the name, as in instruments
    public final String name() {
        return name;
    }

    /// A series of this venue.
    ///
    /// @param symbol the venue's own symbol
    /// @throws VenueException when the symbol cannot be one of this venue, or it has no candles of
    ///   that interval
    public final Series series(String symbol, Interval interval) {
        if (!symbolForm.matcher(symbol).matches()) {
            throw new VenueException(
                    "an instrument of %s must look like %s, was %s"
                            .formatted(name, symbolExample, symbol));
        }
        if (!intervals().containsKey(interval)) {
            throw new VenueException(
                    "%s has candles of %s, but not of %s: feed a shorter interval and resample"
                            .formatted(name, intervals().keySet(), interval));
        }
        return new Series(new Instrument(name, symbol), interval);
    }

    final String nativeInterval(Interval interval) {
        String text = intervals().get(interval);
        if (text == null) {
            throw new IllegalArgumentException(name + " must have the interval " + interval);
        }
        return text;
    }

    final URI address(VenueOptions options, String path, String... parameters) {
        StringBuilder text = new StringBuilder(options.rest().toString()).append(path);
        for (int i = 0; i < parameters.length; i += 2) {
            text.append(i == 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return URI.create(text.toString());
    }

    /// @return addresses and numbers of the venue
    public abstract VenueOptions defaults();

    /// @return how one knows that a candle is closed
    public abstract Closing closing();

    /// The intervals the venue has, shortest first, and what it calls them.
    abstract SequencedMap<Interval, String> intervals();

    /// The messages that subscribe to series, each for at most so many.
    ///
    /// @param most at least 1
    abstract List<String> subscriptions(List<Series> series, int most);

    /// What a client sends so that the venue does not drop it, or null where it need not.
    abstract @Nullable String keepAlive();

    /// Tells whether a frame is a sign of life that is not JSON.
    boolean isPulse(String frame) {
        return false;
    }

    /// What a frame says.
    ///
    /// @throws UnreadableAnswerException when it is not what the venue documents
    abstract List<VenueEvent> events(JsonNode frame, KnownSeries known);

    /// The question for the candles of a span.
    abstract URI page(VenueOptions options, Series series, Span span);

    /// What is wrong with an answer, or null where nothing is.
    ///
    /// @param status of HTTP
    /// @param body the JSON, or a missing node where it is none
    abstract @Nullable VenueFault fault(int status, JsonNode body);

    /// The candles of an answer without fault, in the venue's order, those that the venue marks as
    /// not closed left out.
    ///
    /// @throws UnreadableAnswerException when it is not what the venue documents
    abstract List<Candle> candles(JsonNode body, Series series);

    /// The header that tells the request weight used in this minute, or null where there is none.
    @Nullable String weightHeader() {
        return null;
    }
}
