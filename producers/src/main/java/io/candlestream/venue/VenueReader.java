package io.candlestream.venue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Quoted;
import io.candlestream.candle.Series;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the frames and answers of a venue: whatever they are, the result is a value and never an
/// exception.
///
/// Thread-safe.
public final class VenueReader {

    private static final List<VenueEvent> PULSE = List.of(new VenueEvent.Pulse());

    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE_FOR_LEGAL_REASONS = 451;
    private static final int BANNED = 418;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int ERROR = 400;

    private final Venue venue;
    private final KnownSeries known;

    /// A reader.
    ///
    /// @param series whose candles are wanted
    public VenueReader(Venue venue, List<Series> series) {
        this.venue = venue;
        this.known = new KnownSeries(venue, series);
    }

    /// @return what a frame says, in its order, at least one event
    public List<VenueEvent> events(String frame) {
        try {
            List<VenueEvent> events =
                    venue.isPulse(frame) ? PULSE : venue.events(VenueJson.read(frame), known);
            return events.isEmpty() ? PULSE : events;
        } catch (UnreadableAnswerException e) {
            return List.of(new VenueEvent.Unreadable("a frame " + e.getMessage()));
        }
    }

    /// What is wrong with an answer.
    ///
    /// @return null where nothing is, and [#candles] has them
    public @Nullable VenueFault fault(Series series, int status, String body, long retryAfterMs) {
        JsonNode json = json(body);
        VenueFault told = json.isMissingNode() ? null : venue.fault(status, json);
        VenueFault fault = told == null ? byStatus(status, body, json) : told;
        if (fault == null) {
            return null;
        }
        return new VenueFault(
                status == TOO_MANY_REQUESTS ? VenueFault.Kind.RATE_LIMITED : fault.kind(),
                advice(fault, series),
                Math.max(fault.retryAfterMs(), retryAfterMs));
    }

    /// The candles of an answer that has no fault.
    ///
    /// @return by rising open time, or null where the answer is not what the venue documents
    public @Nullable List<Candle> candles(Series series, String body) {
        try {
            return venue.candles(VenueJson.read(body), series).stream()
                    .sorted(Comparator.comparingLong(Candle::openTimeMs))
                    .toList();
        } catch (UnreadableAnswerException _) {
            return null;
        }
    }

    /// What the refusal of a connection means.
    static VenueFault refusal(String name, int status, long retryAfterMs) {
        VenueFault.Kind kind =
                switch (status) {
                    case FORBIDDEN, UNAVAILABLE_FOR_LEGAL_REASONS -> VenueFault.Kind.BLOCKED;
                    case TOO_MANY_REQUESTS, BANNED -> VenueFault.Kind.RATE_LIMITED;
                    default -> VenueFault.Kind.UNAVAILABLE;
                };
        String text = "answered the connection with HTTP " + status;
        return new VenueFault(
                kind,
                name + ' ' + text + (kind == VenueFault.Kind.BLOCKED ? blocked() : ""),
                retryAfterMs);
    }

    private static JsonNode json(String body) {
        try {
            return VenueJson.read(body);
        } catch (UnreadableAnswerException _) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable VenueFault byStatus(int status, String body, JsonNode json) {
        String said = "HTTP " + status + ' ' + Quoted.of(body.strip());
        if (status == FORBIDDEN || status == UNAVAILABLE_FOR_LEGAL_REASONS) {
            return new VenueFault(VenueFault.Kind.BLOCKED, said, 0);
        }
        if (status == TOO_MANY_REQUESTS || status == BANNED) {
            return new VenueFault(VenueFault.Kind.RATE_LIMITED, said, 0);
        }
        if (status >= ERROR) {
            return VenueFault.unavailable(said);
        }
        if (json.isMissingNode()) {
            return VenueFault.unavailable("no JSON but " + Quoted.of(body.strip()));
        }
        return null;
    }

    private String advice(VenueFault fault, Series series) {
        String said = venue.name() + " says of " + series + ": " + fault.message();
        return said
                + switch (fault.kind()) {
                    case RATE_LIMITED -> "; asked too often, so it is left alone for a while";
                    case BLOCKED -> blocked();
                    case UNKNOWN_SYMBOL ->
                            "; there is no such instrument: look the symbol up at the venue";
                    case REFUSED -> "; the question is wrong and is not repeated";
                    case UNAVAILABLE ->
                            "; it is asked again (a page in place of JSON comes from a proxy or a"
                                    + " maintenance: --option rest=URL names another address)";
                };
    }

    private static String blocked() {
        return "; the venue does not talk to this network address: it may not serve your country"
                + " or has banned the address; use another venue or --option websocket=URL and"
                + " --option rest=URL of a host it allows";
    }
}
