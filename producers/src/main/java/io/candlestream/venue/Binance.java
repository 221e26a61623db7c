package io.candlestream.venue;

import com.fasterxml.jackson.databind.JsonNode;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Binance spot: streams `symbol@kline_interval`, history by `GET /api/v3/klines`.
///
/// Frames come bare or wrapped as a combined stream sends them, times in milliseconds or
/// microseconds; all four are read. An unknown symbol is accepted by the stream and stays silent;
/// REST says so.
final class Binance extends Venue {

    private static final SequencedMap<Interval, String> INTERVALS =
            Intervals.of(
                    "1s", "1s", "1m", "1m", "3m", "3m", "5m", "5m", "15m", "15m", "30m", "30m",
                    "1h", "1h", "2h", "2h", "4h", "4h", "6h", "6h", "8h", "8h", "12h", "12h", "1d",
                    "1d", "1w", "1w");

    private static final int UNKNOWN_SYMBOL = -1121;
    private static final int TOO_MANY_REQUESTS = -1003;

    Binance() {
        super("binance", "[A-Z0-9]{2,30}", "BTCUSDT");
    }

    @Override
    public VenueOptions defaults() {
        return VenueOptions.at("wss://stream.binance.com:9443/ws", "https://api.binance.com")
                .with(VenueOption.PAGE_CANDLES, 1_000)
                .with(VenueOption.WEIGHT_LIMIT, 4_800);
    }

    @Override
    public Closing closing() {
        return Closing.FLAGGED;
    }

    @Override
    SequencedMap<Interval, String> intervals() {
        return INTERVALS;
    }

    @Override
    List<String> subscriptions(List<Series> series, int most) {
        List<String> messages = new ArrayList<>();
        for (String list : Subscriptions.lists(series, most, this::stream)) {
            messages.add(
                    "{\"method\":\"SUBSCRIBE\",\"params\":[%s],\"id\":%d}"
                            .formatted(list, messages.size() + 1));
        }
        return messages;
    }

    private String stream(Series series) {
        return "\"%s@kline_%s\""
                .formatted(
                        series.instrument().symbol().toLowerCase(Locale.ROOT),
                        nativeInterval(series.interval()));
    }

    /// The venue pings, and the client's pong is enough.
    @Override
    @Nullable String keepAlive() {
        return null;
    }

    @Override
    List<VenueEvent> events(JsonNode frame, KnownSeries known) {
        JsonNode message = frame.has("data") ? frame.get("data") : frame;
        return List.of(
                switch (message.path("e").asText()) {
                    case "kline" -> kline(message.path("k"), known);
                    case "serverShutdown" -> new VenueEvent.Leaving("the server shuts down");
                    default -> control(message);
                });
    }

    private static VenueEvent kline(JsonNode kline, KnownSeries known) {
        Series series =
                known.find(VenueJson.text(kline.path("s")), VenueJson.text(kline.path("i")));
        if (series == null) {
            return new VenueEvent.Pulse();
        }
        Candle candle =
                new Candle(
                        series,
                        VenueJson.millis(kline.path("t")),
                        VenueJson.number(kline.path("o")),
                        VenueJson.number(kline.path("h")),
                        VenueJson.number(kline.path("l")),
                        VenueJson.number(kline.path("c")),
                        VenueJson.number(kline.path("v")));
        return kline.path("x").asBoolean()
                ? new VenueEvent.Closed(candle)
                : new VenueEvent.Forming(candle);
    }

    private static VenueEvent control(JsonNode message) {
        JsonNode error = message.has("error") ? message.get("error") : message;
        if (error.has("code")) {
            return new VenueEvent.Refused(
                    null, error.path("code").asText() + ' ' + error.path("msg").asText());
        }
        return message.has("result") ? new VenueEvent.Subscribed(null) : new VenueEvent.Pulse();
    }

    @Override
    URI page(VenueOptions options, Series series, Span span) {
        return address(
                options,
                "/api/v3/klines",
                "symbol",
                series.instrument().symbol(),
                "interval",
                nativeInterval(series.interval()),
                "startTime",
                Long.toString(span.fromMs()),
                "endTime",
                Long.toString(span.toMs() - 1),
                "limit",
                Long.toString(options.get(VenueOption.PAGE_CANDLES)));
    }

    @Override
    @Nullable VenueFault fault(int status, JsonNode body) {
        if (!body.isObject()) {
            return null;
        }
        String said = body.path("code").asText() + ' ' + body.path("msg").asText();
        return switch (body.path("code").asInt()) {
            case UNKNOWN_SYMBOL -> new VenueFault(VenueFault.Kind.UNKNOWN_SYMBOL, said, 0);
            case TOO_MANY_REQUESTS -> new VenueFault(VenueFault.Kind.RATE_LIMITED, said, 0);
            default -> status == 400 ? new VenueFault(VenueFault.Kind.REFUSED, said, 0) : null;
        };
    }

    @Override
    List<Candle> candles(JsonNode body, Series series) {
        List<Candle> candles = new ArrayList<>(body.size());
        for (JsonNode row : body) {
            candles.add(
                    new Candle(
                            series,
                            VenueJson.millis(row.path(0)),
                            VenueJson.number(row.path(1)),
                            VenueJson.number(row.path(2)),
                            VenueJson.number(row.path(3)),
                            VenueJson.number(row.path(4)),
                            VenueJson.number(row.path(5))));
        }
        return candles;
    }

    @Override
    String weightHeader() {
        return "X-MBX-USED-WEIGHT-1M";
    }
}
