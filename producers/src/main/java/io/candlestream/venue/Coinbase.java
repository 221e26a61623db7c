package io.candlestream.venue;

import com.fasterxml.jackson.databind.JsonNode;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Coinbase Advanced Trade: every candle by REST, the stream for a sign of life.
///
/// The stream's own candles are of five minutes, and nothing says when one is closed; REST has
/// every interval. So a candle is asked for when it has closed and the time of grace is over, and
/// what REST says is published. Candles without trades do not exist: they are holes of the venue.
///
/// The stream may call BTC-USDC BTC-USD; nothing of it is used, and REST is asked by the name
/// given.
final class Coinbase extends Venue {

    private static final SequencedMap<Interval, String> INTERVALS =
            Intervals.of(
                    "1m",
                    "ONE_MINUTE",
                    "5m",
                    "FIVE_MINUTE",
                    "15m",
                    "FIFTEEN_MINUTE",
                    "30m",
                    "THIRTY_MINUTE",
                    "1h",
                    "ONE_HOUR",
                    "2h",
                    "TWO_HOUR",
                    "4h",
                    "FOUR_HOUR",
                    "6h",
                    "SIX_HOUR",
                    "1d",
                    "ONE_DAY");

    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;

    Coinbase() {
        super("coinbase", "[A-Z0-9]+(-[A-Z0-9]+)+", "BTC-USD");
    }

    @Override
    public VenueOptions defaults() {
        return VenueOptions.at("wss://advanced-trade-ws.coinbase.com", "https://api.coinbase.com")
                .with(VenueOption.SILENCE_MS, 30_000)
                .with(VenueOption.REQUEST_GAP_MS, 120)
                .with(VenueOption.SETTLE_MS, 5_000)
                .with(VenueOption.PAGE_CANDLES, 300);
    }

    @Override
    public Closing closing() {
        return Closing.BY_REST;
    }

    @Override
    SequencedMap<Interval, String> intervals() {
        return INTERVALS;
    }

    @Override
    List<String> subscriptions(List<Series> series, int most) {
        return List.of("{\"type\":\"subscribe\",\"channel\":\"heartbeats\"}");
    }

    @Override
    @Nullable String keepAlive() {
        return null;
    }

    @Override
    List<VenueEvent> events(JsonNode frame, KnownSeries known) {
        if (frame.path("type").asText().equals("error")) {
            return List.of(new VenueEvent.Refused(null, frame.path("message").asText()));
        }
        return List.of(
                frame.path("channel").asText().equals("subscriptions")
                        ? new VenueEvent.Subscribed(null)
                        : new VenueEvent.Pulse());
    }

    @Override
    URI page(VenueOptions options, Series series, Span span) {
        long lastMs = span.toMs() - series.interval().durationMs();
        return address(
                options,
                "/api/v3/brokerage/market/products/" + series.instrument().symbol() + "/candles",
                "start",
                Long.toString(span.fromMs() / 1_000),
                "end",
                Long.toString(Math.max(span.fromMs(), lastMs) / 1_000),
                "granularity",
                nativeInterval(series.interval()),
                "limit",
                Long.toString(options.get(VenueOption.PAGE_CANDLES)));
    }

    /// The shape of errors varies; the status does not.
    @Override
    @Nullable VenueFault fault(int status, JsonNode body) {
        String said = body.path("message").asText(body.path("error").asText());
        return switch (status) {
            case NOT_FOUND -> new VenueFault(VenueFault.Kind.UNKNOWN_SYMBOL, said, 0);
            case BAD_REQUEST ->
                    new VenueFault(
                            said.contains("ProductID") || said.contains("product")
                                    ? VenueFault.Kind.UNKNOWN_SYMBOL
                                    : VenueFault.Kind.REFUSED,
                            said,
                            0);
            default ->
                    status < BAD_REQUEST && !body.has("candles") && body.isObject()
                            ? VenueFault.unavailable(said)
                            : null;
        };
    }

    @Override
    List<Candle> candles(JsonNode body, Series series) {
        List<Candle> candles = new ArrayList<>();
        for (JsonNode row : body.path("candles")) {
            candles.add(
                    new Candle(
                            series,
                            VenueJson.seconds(row.path("start")),
                            VenueJson.number(row.path("open")),
                            VenueJson.number(row.path("high")),
                            VenueJson.number(row.path("low")),
                            VenueJson.number(row.path("close")),
                            VenueJson.number(row.path("volume"))));
        }
        return candles;
    }
}
