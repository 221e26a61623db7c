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

/// OKX v5: channels `candle1m` of the business stream, history by `GET /api/v5/market/candles`.
///
/// Intervals from six hours on are those cut in UTC, which OKX calls `6Hutc`: those it calls `6H`
/// are cut at UTC+8. `candles` holds the last 1,440 only, so a whole page, which is one of a long
/// backfill, is asked of `history-candles`.
final class Okx extends Venue {

    private static final SequencedMap<Interval, String> INTERVALS =
            Intervals.of(
                    "1s", "1s", "1m", "1m", "3m", "3m", "5m", "5m", "15m", "15m", "30m", "30m",
                    "1h", "1H", "2h", "2H", "4h", "4H", "6h", "6Hutc", "12h", "12Hutc", "1d",
                    "1Dutc", "1w", "1Wutc");

    private static final String CHANNEL = "candle";
    private static final String UPGRADE = "64008";
    private static final int CONFIRM = 8;

    Okx() {
        super("okx", "[A-Z0-9]+(-[A-Z0-9]+)+", "BTC-USDT");
    }

    @Override
    public VenueOptions defaults() {
        return VenueOptions.at("wss://ws.okx.com:8443/ws/v5/business", "https://www.okx.com")
                .with(VenueOption.PAGE_CANDLES, 300)
                .with(VenueOption.SILENCE_MS, 60_000);
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
                    "{\"id\":\"%d\",\"op\":\"subscribe\",\"args\":[%s]}"
                            .formatted(messages.size() + 1, list));
        }
        return messages;
    }

    private String stream(Series series) {
        return "{\"channel\":\"%s%s\",\"instId\":\"%s\"}"
                .formatted(
                        CHANNEL, nativeInterval(series.interval()), series.instrument().symbol());
    }

    @Override
    String keepAlive() {
        return "ping";
    }

    @Override
    boolean isPulse(String frame) {
        return frame.equals("pong");
    }

    @Override
    List<VenueEvent> events(JsonNode frame, KnownSeries known) {
        return switch (frame.path("event").asText()) {
            case "subscribe" -> List.of(new VenueEvent.Subscribed(series(frame, known)));
            case "error" ->
                    List.of(
                            new VenueEvent.Refused(
                                    null,
                                    frame.path("code").asText()
                                            + ' '
                                            + frame.path("msg").asText()));
            case "notice" ->
                    List.of(
                            frame.path("code").asText().equals(UPGRADE)
                                    ? new VenueEvent.Leaving(frame.path("msg").asText())
                                    : new VenueEvent.Pulse());
            default -> candles(frame, known);
        };
    }

    private static @Nullable Series series(JsonNode frame, KnownSeries known) {
        JsonNode arg = frame.path("arg");
        String channel = arg.path("channel").asText();
        return channel.startsWith(CHANNEL)
                ? known.find(arg.path("instId").asText(), channel.substring(CHANNEL.length()))
                : null;
    }

    private static List<VenueEvent> candles(JsonNode frame, KnownSeries known) {
        Series series = series(frame, known);
        if (series == null || !frame.has("data")) {
            return List.of(new VenueEvent.Pulse());
        }
        List<VenueEvent> events = new ArrayList<>();
        for (JsonNode row : frame.path("data")) {
            Candle candle = candle(row, series);
            events.add(
                    isConfirmed(row)
                            ? new VenueEvent.Closed(candle)
                            : new VenueEvent.Forming(candle));
        }
        return events;
    }

    @Override
    URI page(VenueOptions options, Series series, Span span) {
        long most = options.get(VenueOption.PAGE_CANDLES);
        boolean isRecent = span.toMs() - span.fromMs() < most * series.interval().durationMs();
        return address(
                options,
                isRecent ? "/api/v5/market/candles" : "/api/v5/market/history-candles",
                "instId",
                series.instrument().symbol(),
                "bar",
                nativeInterval(series.interval()),
                "after",
                Long.toString(span.toMs()),
                "before",
                Long.toString(span.fromMs() - 1),
                "limit",
                Long.toString(most));
    }

    @Override
    @Nullable VenueFault fault(int status, JsonNode body) {
        String code = body.path("code").asText("0");
        String said = code + ' ' + body.path("msg").asText();
        return switch (code) {
            case "0" -> null;
            case "50011" -> new VenueFault(VenueFault.Kind.RATE_LIMITED, said, 0);
            case "51001" -> new VenueFault(VenueFault.Kind.UNKNOWN_SYMBOL, said, 0);
            default -> VenueFault.unavailable(said);
        };
    }

    @Override
    List<Candle> candles(JsonNode body, Series series) {
        List<Candle> candles = new ArrayList<>();
        for (JsonNode row : body.path("data")) {
            if (isConfirmed(row)) {
                candles.add(candle(row, series));
            }
        }
        return candles;
    }

    private static boolean isConfirmed(JsonNode row) {
        return row.path(CONFIRM).asText().equals("1");
    }

    private static Candle candle(JsonNode row, Series series) {
        return new Candle(
                series,
                VenueJson.millis(row.path(0)),
                VenueJson.number(row.path(1)),
                VenueJson.number(row.path(2)),
                VenueJson.number(row.path(3)),
                VenueJson.number(row.path(4)),
                VenueJson.number(row.path(5)));
    }
}
