package io.candlestream.venue;

import com.fasterxml.jackson.databind.JsonNode;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How a venue would say it: the documented wire formats, for the stub.
public enum Dialect {
    BINANCE("binance", "C%dUSDT") {
        @Override
        List<String> acks(JsonNode message) {
            return message.path("method").asText().equals("SUBSCRIBE")
                    ? List.of("{\"result\":null,\"id\":%s}".formatted(message.path("id")))
                    : List.of();
        }

        @Override
        String frame(Candle c, boolean isClosed) {
            return ("{\"e\":\"kline\",\"E\":%d,\"s\":\"%s\",\"k\":{\"t\":%d,\"T\":%d,\"s\":\"%s\","
                            + "\"i\":\"1m\",\"f\":1,\"L\":2,\"o\":\"%s\",\"c\":\"%s\",\"h\":\"%s\","
                            + "\"l\":\"%s\",\"v\":\"%s\",\"n\":5,\"x\":%s,\"q\":\"1.0\",\"V\":\"1\","
                            + "\"Q\":\"1\",\"B\":\"0\"}}")
                    .formatted(
                            c.closeTimeMs(),
                            symbolOf(c),
                            c.openTimeMs(),
                            c.closeTimeMs() - 1,
                            symbolOf(c),
                            c.open(),
                            c.close(),
                            c.high(),
                            c.low(),
                            c.baseVolume(),
                            isClosed);
        }

        @Override
        Question question(String path, Map<String, String> query) {
            return new Question(
                    of(query, "symbol"),
                    Long.parseLong(of(query, "startTime")),
                    Long.parseLong(of(query, "endTime")),
                    Integer.parseInt(of(query, "limit")));
        }

        @Override
        String page(List<Candle> candles, long nowMs) {
            return candles.stream()
                    .map(c ->
                            "[%d,\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",%d,\"1\",5,\"1\",\"1\",\"0\"]"
                                    .formatted(
                                            c.openTimeMs(),
                                            c.open(),
                                            c.high(),
                                            c.low(),
                                            c.close(),
                                            c.baseVolume(),
                                            c.closeTimeMs() - 1))
                    .collect(Collectors.joining(",", "[", "]"));
        }

        @Override
        StubServer.Response unknownSymbol() {
            return new StubServer.Response(
                    400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}", Map.of());
        }
    },

    KRAKEN("kraken", "C%d/USD") {
        @Override
        List<String> acks(JsonNode message) {
            if (!message.path("method").asText().equals("subscribe")) {
                return List.of("{\"method\":\"pong\"}");
            }
            List<String> acks = new ArrayList<>();
            acks.add(
                    "{\"channel\":\"status\",\"type\":\"update\",\"data\":[{\"system\":\"online\"}]}");
            for (JsonNode symbol : message.path("params").path("symbol")) {
                acks.add(
                        ("{\"method\":\"subscribe\",\"result\":{\"channel\":\"ohlc\",\"interval\":1,"
                                        + "\"symbol\":%s},\"success\":true}")
                                .formatted(symbol));
            }
            return acks;
        }

        @Override
        String frame(Candle c, boolean isClosed) {
            return ("{\"channel\":\"ohlc\",\"type\":\"update\",\"data\":[{\"symbol\":\"%s\",\"open\":%s,"
                            + "\"high\":%s,\"low\":%s,\"close\":%s,\"trades\":2,\"volume\":%s,"
                            + "\"vwap\":1.0,\"interval_begin\":\"%s\",\"interval\":1}]}")
                    .formatted(
                            symbolOf(c),
                            c.open(),
                            c.high(),
                            c.low(),
                            c.close(),
                            c.baseVolume(),
                            Instant.ofEpochMilli(c.openTimeMs()));
        }

        @Override
        Question question(String path, Map<String, String> query) {
            String pair = of(query, "pair");
            return new Question(
                    pair.substring(0, pair.length() - 3) + "/USD",
                    Long.parseLong(of(query, "since")) * 1_000 + 1,
                    Long.MAX_VALUE,
                    720);
        }

        @Override
        String page(List<Candle> candles, long nowMs) {
            long last =
                    candles.stream()
                            .filter(c -> c.closeTimeMs() <= nowMs)
                            .mapToLong(Candle::openTimeMs)
                            .max()
                            .orElse(0);
            return candles.stream()
                    .map(c ->
                            "[%d,\"%s\",\"%s\",\"%s\",\"%s\",\"1.0\",\"%s\",42]"
                                    .formatted(
                                            c.openTimeMs() / 1_000,
                                            c.open(),
                                            c.high(),
                                            c.low(),
                                            c.close(),
                                            c.baseVolume()))
                    .collect(
                            Collectors.joining(
                                    ",",
                                    "{\"error\":[],\"result\":{\"XOTHERZUSD\":[",
                                    "],\"last\":" + last / 1_000 + "}}"));
        }

        @Override
        StubServer.Response unknownSymbol() {
            return StubServer.Response.ok("{\"error\":[\"EQuery:Unknown asset pair\"]}");
        }
    },

    COINBASE("coinbase", "C%d-USD") {
        @Override
        List<String> acks(JsonNode message) {
            return List.of(
                    "{\"channel\":\"subscriptions\",\"sequence_num\":0,\"events\":"
                            + "[{\"subscriptions\":{\"heartbeats\":[\"heartbeats\"]}}]}");
        }

        @Override
        String frame(Candle c, boolean isClosed) {
            return ("{\"channel\":\"heartbeats\",\"sequence_num\":5,\"events\":[{\"heartbeat_counter\":"
                            + "\"%d\"}]}")
                    .formatted(c.openTimeMs());
        }

        @Override
        Question question(String path, Map<String, String> query) {
            return new Question(
                    path.split("/", -1)[6],
                    Long.parseLong(of(query, "start")) * 1_000,
                    Long.parseLong(of(query, "end")) * 1_000,
                    Integer.parseInt(of(query, "limit")));
        }

        @Override
        String page(List<Candle> candles, long nowMs) {
            return descending(candles)
                    .map(c ->
                            ("{\"start\":\"%d\",\"low\":\"%s\",\"high\":\"%s\",\"open\":\"%s\","
                                            + "\"close\":\"%s\",\"volume\":\"%s\"}")
                                    .formatted(
                                            c.openTimeMs() / 1_000,
                                            c.low(),
                                            c.high(),
                                            c.open(),
                                            c.close(),
                                            c.baseVolume()))
                    .collect(Collectors.joining(",", "{\"candles\":[", "]}"));
        }

        @Override
        StubServer.Response unknownSymbol() {
            return new StubServer.Response(
                    400,
                    "{\"error\":\"INVALID_ARGUMENT\",\"code\":3,\"message\":\"ProductID is invalid\"}",
                    Map.of());
        }
    },

    BYBIT("bybit", "C%dUSDT") {
        @Override
        List<String> acks(JsonNode message) {
            if (message.path("op").asText().equals("ping")) {
                return List.of("{\"success\":true,\"ret_msg\":\"pong\",\"op\":\"ping\"}");
            }
            return List.of(
                    message.path("args").size() > 10
                            ? "{\"success\":false,\"ret_msg\":\"args size >10\",\"op\":\"subscribe\"}"
                            : "{\"success\":true,\"ret_msg\":\"subscribe\",\"op\":\"subscribe\"}");
        }

        @Override
        String frame(Candle c, boolean isClosed) {
            return ("{\"topic\":\"kline.1.%s\",\"type\":\"snapshot\",\"ts\":%d,\"data\":[{\"start\":%d,"
                            + "\"end\":%d,\"interval\":\"1\",\"open\":\"%s\",\"close\":\"%s\",\"high\":"
                            + "\"%s\",\"low\":\"%s\",\"volume\":\"%s\",\"turnover\":\"1\",\"confirm\":%s,"
                            + "\"timestamp\":%d}]}")
                    .formatted(
                            symbolOf(c),
                            c.closeTimeMs(),
                            c.openTimeMs(),
                            c.closeTimeMs() - 1,
                            c.open(),
                            c.close(),
                            c.high(),
                            c.low(),
                            c.baseVolume(),
                            isClosed,
                            c.closeTimeMs());
        }

        @Override
        Question question(String path, Map<String, String> query) {
            return new Question(
                    of(query, "symbol"),
                    Long.parseLong(of(query, "start")),
                    Long.parseLong(of(query, "end")),
                    Integer.parseInt(of(query, "limit")));
        }

        @Override
        String page(List<Candle> candles, long nowMs) {
            return descending(candles)
                    .map(c ->
                            "[\"%d\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"1\"]"
                                    .formatted(
                                            c.openTimeMs(),
                                            c.open(),
                                            c.high(),
                                            c.low(),
                                            c.close(),
                                            c.baseVolume()))
                    .collect(
                            Collectors.joining(
                                    ",",
                                    "{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"list\":[",
                                    "]}}"));
        }

        @Override
        StubServer.Response unknownSymbol() {
            return StubServer.Response.ok(
                    "{\"retCode\":10001,\"retMsg\":\"Not supported symbols\",\"result\":{}}");
        }
    },

    OKX("okx", "C%d-USDT") {
        @Override
        List<String> acks(JsonNode message) {
            List<String> acks = new ArrayList<>();
            for (JsonNode arg : message.path("args")) {
                acks.add("{\"event\":\"subscribe\",\"arg\":%s,\"connId\":\"a\"}".formatted(arg));
            }
            return acks;
        }

        @Override
        String frame(Candle c, boolean isClosed) {
            return "{\"arg\":{\"channel\":\"candle1m\",\"instId\":\"%s\"},\"data\":[%s]}"
                    .formatted(symbolOf(c), row(c, isClosed));
        }

        static String row(Candle c, boolean isClosed) {
            return "[\"%d\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"1\",\"1\",\"%s\"]"
                    .formatted(
                            c.openTimeMs(),
                            c.open(),
                            c.high(),
                            c.low(),
                            c.close(),
                            c.baseVolume(),
                            isClosed ? "1" : "0");
        }

        @Override
        Question question(String path, Map<String, String> query) {
            return new Question(
                    of(query, "instId"),
                    Long.parseLong(of(query, "before")) + 1,
                    Long.parseLong(of(query, "after")) - 1,
                    Integer.parseInt(of(query, "limit")));
        }

        @Override
        String page(List<Candle> candles, long nowMs) {
            return descending(candles)
                    .map(c -> row(c, c.closeTimeMs() <= nowMs))
                    .collect(
                            Collectors.joining(
                                    ",", "{\"code\":\"0\",\"msg\":\"\",\"data\":[", "]}"));
        }

        @Override
        StubServer.Response unknownSymbol() {
            return StubServer.Response.ok(
                    "{\"code\":\"51001\",\"msg\":\"Instrument ID does not exist\",\"data\":[]}");
        }
    };

    /// What a REST question asks for; both ends belong to it.
    record Question(String symbol, long fromMs, long toMs, int limit) {}

    private final String venue;
    private final String symbols;

    Dialect(String venue, String symbols) {
        this.venue = venue;
        this.symbols = symbols;
    }

    Venue venue() {
        return Venues.named(venue).orElseThrow();
    }

    String symbol(int number) {
        return symbols.formatted(number);
    }

    io.candlestream.candle.Series series(int number) {
        return venue().series(symbol(number), Interval.ONE_MINUTE);
    }

    abstract List<String> acks(JsonNode message);

    abstract String frame(Candle candle, boolean isClosed);

    abstract Question question(String path, Map<String, String> query);

    /// @param candles by rising open time, the one that is not closed among them
    abstract String page(List<Candle> candles, long nowMs);

    abstract StubServer.Response unknownSymbol();

    static String symbolOf(Candle candle) {
        return candle.series().instrument().symbol();
    }

    static String of(Map<String, String> query, String name) {
        String value = query.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the question must have %s, was %s", name, query));
        }
        return value;
    }

    static java.util.stream.Stream<Candle> descending(List<Candle> candles) {
        return candles.stream().sorted(Comparator.comparingLong(Candle::openTimeMs).reversed());
    }
}
