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

/// Bybit v5 spot: streams `kline.interval.symbol`, history by `GET /v5/market/kline`.
///
/// REST answers with HTTP 200 and an error inside, newest candle first.
final class Bybit extends Venue {

    private static final SequencedMap<Interval, String> INTERVALS =
            Intervals.of(
                    "1m", "1", "3m", "3", "5m", "5", "15m", "15", "30m", "30", "1h", "60", "2h",
                    "120", "4h", "240", "6h", "360", "12h", "720", "1d", "D", "1w", "W");

    private static final int BAD_PARAMETER = 10001;
    private static final int TOO_MANY_VISITS = 10006;

    Bybit() {
        super("bybit", "[A-Z0-9]{2,30}", "BTCUSDT");
    }

    @Override
    public VenueOptions defaults() {
        return VenueOptions.at("wss://stream.bybit.com/v5/public/spot", "https://api.bybit.com")
                .with(VenueOption.SUBSCRIBE_COUNT, 10)
                .with(VenueOption.PAGE_CANDLES, 1_000);
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
                    "{\"req_id\":\"s%d\",\"op\":\"subscribe\",\"args\":[%s]}"
                            .formatted(messages.size() + 1, list));
        }
        return messages;
    }

    private String stream(Series series) {
        return "\"kline.%s.%s\""
                .formatted(nativeInterval(series.interval()), series.instrument().symbol());
    }

    @Override
    String keepAlive() {
        return "{\"op\":\"ping\"}";
    }

    @Override
    List<VenueEvent> events(JsonNode frame, KnownSeries known) {
        if (frame.has("topic")) {
            return klines(frame, known);
        }
        if (!frame.path("op").asText().equals("subscribe")) {
            return List.of(new VenueEvent.Pulse());
        }
        return List.of(
                frame.path("success").asBoolean()
                        ? new VenueEvent.Subscribed(null)
                        : new VenueEvent.Refused(null, frame.path("ret_msg").asText()));
    }

    private static List<VenueEvent> klines(JsonNode frame, KnownSeries known) {
        String[] topic = VenueJson.text(frame.path("topic")).split("\\.", 3);
        Series series = topic.length == 3 ? known.find(topic[2], topic[1]) : null;
        if (series == null) {
            return List.of(new VenueEvent.Pulse());
        }
        List<VenueEvent> events = new ArrayList<>();
        for (JsonNode row : frame.path("data")) {
            Candle candle =
                    new Candle(
                            series,
                            VenueJson.millis(row.path("start")),
                            VenueJson.number(row.path("open")),
                            VenueJson.number(row.path("high")),
                            VenueJson.number(row.path("low")),
                            VenueJson.number(row.path("close")),
                            VenueJson.number(row.path("volume")));
            events.add(
                    row.path("confirm").asBoolean()
                            ? new VenueEvent.Closed(candle)
                            : new VenueEvent.Forming(candle));
        }
        return events;
    }

    @Override
    URI page(VenueOptions options, Series series, Span span) {
        return address(
                options,
                "/v5/market/kline",
                "category",
                "spot",
                "symbol",
                series.instrument().symbol(),
                "interval",
                nativeInterval(series.interval()),
                "start",
                Long.toString(span.fromMs()),
                "end",
                Long.toString(span.toMs() - 1),
                "limit",
                Long.toString(options.get(VenueOption.PAGE_CANDLES)));
    }

    @Override
    @Nullable VenueFault fault(int status, JsonNode body) {
        int code = body.path("retCode").asInt();
        if (code == 0) {
            return null;
        }
        String message = body.path("retMsg").asText();
        String said = code + " " + message;
        return switch (code) {
            case TOO_MANY_VISITS -> new VenueFault(VenueFault.Kind.RATE_LIMITED, said, 0);
            case BAD_PARAMETER ->
                    new VenueFault(
                            message.toLowerCase(Locale.ROOT).contains("symbol")
                                    ? VenueFault.Kind.UNKNOWN_SYMBOL
                                    : VenueFault.Kind.REFUSED,
                            said,
                            0);
            default -> VenueFault.unavailable(said);
        };
    }

    @Override
    List<Candle> candles(JsonNode body, Series series) {
        List<Candle> candles = new ArrayList<>();
        for (JsonNode row : body.path("result").path("list")) {
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
}
