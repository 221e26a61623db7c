package io.candlestream.venue;

import com.fasterxml.jackson.databind.JsonNode;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Kraken spot: channel `ohlc` of WebSocket v2, history by `GET /0/public/OHLC`.
///
/// Frames have no word for closed: the next candle closes the one before, and where none comes in
/// time, REST is asked, which counts what is not committed out. REST reaches back 720 candles and
/// no further: what lies before them stays a hole. It calls bitcoin XBT and dogecoin XDG; any other
/// spelling is set by `rest-symbol.SYMBOL`.
final class Kraken extends Venue {

    private static final SequencedMap<Interval, String> INTERVALS =
            Intervals.of(
                    "1m", "1", "5m", "5", "15m", "15", "30m", "30", "1h", "60", "4h", "240", "1d",
                    "1440", "1w", "10080");

    private static final Map<String, String> REST_NAMES = Map.of("BTC", "XBT", "DOGE", "XDG");

    Kraken() {
        super("kraken", "[A-Z0-9.]+/[A-Z0-9.]+", "BTC/USD");
    }

    @Override
    public VenueOptions defaults() {
        return VenueOptions.at("wss://ws.kraken.com/v2", "https://api.kraken.com")
                .with(VenueOption.SILENCE_MS, 20_000)
                .with(VenueOption.REQUEST_GAP_MS, 1_000)
                .with(VenueOption.PAGE_CANDLES, 700);
    }

    @Override
    public Closing closing() {
        return Closing.BY_NEXT;
    }

    @Override
    SequencedMap<Interval, String> intervals() {
        return INTERVALS;
    }

    /// One message has one interval.
    @Override
    List<String> subscriptions(List<Series> series, int most) {
        List<String> messages = new ArrayList<>();
        for (Interval interval : INTERVALS.sequencedKeySet()) {
            List<Series> alike =
                    series.stream().filter(one -> one.interval().equals(interval)).toList();
            for (String list : Subscriptions.lists(alike, most, Kraken::quoted)) {
                messages.add(
                        ("{\"method\":\"subscribe\",\"params\":{\"channel\":\"ohlc\","
                                        + "\"symbol\":[%s],\"interval\":%s,\"snapshot\":true},"
                                        + "\"req_id\":%d}")
                                .formatted(list, nativeInterval(interval), messages.size() + 1));
            }
        }
        return messages;
    }

    private static String quoted(Series series) {
        return '"' + series.instrument().symbol() + '"';
    }

    @Override
    String keepAlive() {
        return "{\"method\":\"ping\"}";
    }

    @Override
    List<VenueEvent> events(JsonNode frame, KnownSeries known) {
        if (frame.path("method").asText().equals("subscribe")) {
            return List.of(answer(frame, known));
        }
        return switch (frame.path("channel").asText()) {
            case "ohlc" -> candles(frame, known);
            case "status" -> List.of(status(frame.path("data").path(0)));
            default -> List.of(new VenueEvent.Pulse());
        };
    }

    private static VenueEvent answer(JsonNode frame, KnownSeries known) {
        if (frame.path("success").asBoolean()) {
            JsonNode result = frame.path("result");
            return new VenueEvent.Subscribed(
                    known.find(result.path("symbol").asText(), result.path("interval").asText()));
        }
        String symbol = frame.path("symbol").asText();
        @Nullable Series refused = null;
        for (String interval : INTERVALS.values()) {
            refused = refused == null ? known.find(symbol, interval) : refused;
        }
        return new VenueEvent.Refused(refused, frame.path("error").asText());
    }

    private static VenueEvent status(JsonNode status) {
        String system = status.path("system").asText();
        return system.equals("maintenance")
                ? new VenueEvent.Leaving("system is in maintenance")
                : new VenueEvent.Pulse();
    }

    private static List<VenueEvent> candles(JsonNode frame, KnownSeries known) {
        List<VenueEvent> events = new ArrayList<>();
        for (JsonNode row : frame.path("data")) {
            Series series =
                    known.find(VenueJson.text(row.path("symbol")), row.path("interval").asText());
            if (series != null) {
                events.add(
                        new VenueEvent.Forming(
                                new Candle(
                                        series,
                                        VenueJson.instant(row.path("interval_begin")),
                                        VenueJson.number(row.path("open")),
                                        VenueJson.number(row.path("high")),
                                        VenueJson.number(row.path("low")),
                                        VenueJson.number(row.path("close")),
                                        VenueJson.number(row.path("volume")))));
            }
        }
        return events.isEmpty() ? List.of(new VenueEvent.Pulse()) : events;
    }

    /// Answers with what is newer than `since`.
    @Override
    URI page(VenueOptions options, Series series, Span span) {
        return address(
                options,
                "/0/public/OHLC",
                "pair",
                restName(options, series.instrument().symbol()),
                "interval",
                nativeInterval(series.interval()),
                "since",
                Long.toString((span.fromMs() - series.interval().durationMs()) / 1_000));
    }

    private static String restName(VenueOptions options, String symbol) {
        String[] assets = symbol.split("/", 2);
        String byRule =
                REST_NAMES.getOrDefault(assets[0], assets[0])
                        + REST_NAMES.getOrDefault(assets[1], assets[1]);
        return options.restSymbols().getOrDefault(symbol, byRule);
    }

    /// Always HTTP 200; the first error says what is wrong.
    @Override
    @Nullable VenueFault fault(int status, JsonNode body) {
        if (body.path("error").isEmpty()) {
            return null;
        }
        String said = body.path("error").path(0).asText();
        if (said.contains("Unknown asset pair")) {
            return new VenueFault(VenueFault.Kind.UNKNOWN_SYMBOL, said, 0);
        }
        if (said.contains("Rate limit")
                || said.contains("Too many")
                || said.contains("Throttled")) {
            return new VenueFault(VenueFault.Kind.RATE_LIMITED, said, 0);
        }
        return said.contains("Invalid arguments")
                ? new VenueFault(VenueFault.Kind.REFUSED, said, 0)
                : VenueFault.unavailable(said);
    }

    /// The result's key is the venue's own name of the pair: the only one that is not `last`, up to
    /// which candles are committed.
    @Override
    List<Candle> candles(JsonNode body, Series series) {
        JsonNode result = body.path("result");
        long committedMs = VenueJson.seconds(result.path("last"));
        List<Candle> candles = new ArrayList<>();
        for (Map.Entry<String, JsonNode> pair : result.properties()) {
            if (pair.getKey().equals("last")) {
                continue;
            }
            for (JsonNode row : pair.getValue()) {
                Candle candle = candle(row, series);
                if (candle.openTimeMs() <= committedMs) {
                    candles.add(candle);
                }
            }
        }
        return candles;
    }

    private static Candle candle(JsonNode row, Series series) {
        return new Candle(
                series,
                VenueJson.seconds(row.path(0)),
                VenueJson.number(row.path(1)),
                VenueJson.number(row.path(2)),
                VenueJson.number(row.path(3)),
                VenueJson.number(row.path(4)),
                VenueJson.number(row.path(6)));
    }
}
