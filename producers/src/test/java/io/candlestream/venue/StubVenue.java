package io.candlestream.venue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// An exchange with a truth, a clock that a test moves on, and seeded trouble.
///
/// The truth has holes; REST tells it whole, up to the clock. The stream tells it as it closes, and
/// with trouble drops, repeats and reorders frames, sends them in pieces, half or as nonsense, and
/// ends connections; REST is then busy, broken, limited or cut off. Neither ever says a wrong
/// number.
public final class StubVenue implements StubServer.Script {

    static final long START_MS = 1_704_067_200_000L;
    private static final long MINUTE_MS = 60_000;
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger questions = new AtomicInteger();
    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<String> pongs = new CopyOnWriteArrayList<>();

    private final Dialect dialect;
    private final double trouble;
    private final SplittableRandom streamRandom;
    private final SplittableRandom restRandom;
    private final Map<String, TreeMap<Long, Candle>> truth = new LinkedHashMap<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final CopyOnWriteArrayList<StubServer.StubSocket> sockets =
            new CopyOnWriteArrayList<>();
    private final JsonMapper json = JsonMapper.builder().build();

    private volatile long nowMs = START_MS + 500;
    private volatile long clockErrorMs;
    private volatile StubServer.@Nullable Response handshake;
    private volatile StubServer.@Nullable Response restAnswer;
    private volatile boolean isMute;
    private long minute;
    private @Nullable String heldBack;

    public StubVenue(Dialect dialect, int seriesCount, int candles, long seed, double trouble) {
        this.dialect = dialect;
        this.trouble = trouble;
        this.streamRandom = new SplittableRandom(seed);
        this.restRandom = streamRandom.split();
        SplittableRandom holes = streamRandom.split();
        for (int i = 0; i < seriesCount; i++) {
            Series series = dialect.series(i);
            var own = new TreeMap<Long, Candle>();
            for (Candle candle : RandomCandles.of(series, seed + i, candles)) {
                if (own.isEmpty() || holes.nextDouble() >= trouble / 10) {
                    own.put(candle.openTimeMs(), candle);
                }
            }
            truth.put(series.instrument().symbol(), own);
        }
    }

    public List<Series> series() {
        return truth.values().stream().map(own -> own.firstEntry().getValue().series()).toList();
    }

    public List<Candle> truth(Series series) {
        return List.copyOf(own(series.instrument().symbol()).values());
    }

    long truthCount() {
        return truth.values().stream().mapToLong(TreeMap::size).sum();
    }

    /// How many candles have closed by now.
    public long closedCount() {
        return truth.values().stream()
                .mapToLong(own -> own.headMap(nowMs - MINUTE_MS, true).size())
                .sum();
    }

    /// Tells whether REST has given a page of every instrument, so that a feed has begun.
    public boolean hasAnsweredAll() {
        return answered.containsAll(truth.keySet());
    }

    /// Forgets whom REST has answered.
    public void answerAnew() {
        answered.clear();
    }

    long nowMs() {
        return nowMs;
    }

    /// What a computer whose clock is wrong would say.
    long wrongMs() {
        return nowMs + clockErrorMs;
    }

    void clockIsWrongBy(long ms) {
        clockErrorMs = ms;
    }

    void handshake(StubServer.@Nullable Response response) {
        handshake = response;
    }

    void rest(StubServer.@Nullable Response response) {
        restAnswer = response;
    }

    /// From now on nothing is sent, until told otherwise.
    void mute(boolean mute) {
        isMute = mute;
    }

    public void later(long ms) {
        long before = nowMs;
        nowMs = before + ms;
    }

    /// A candle changes after it has closed.
    void change(Candle candle) {
        own(candle.series().instrument().symbol()).put(candle.openTimeMs(), candle);
    }

    void forget(Candle candle) {
        own(candle.series().instrument().symbol()).remove(candle.openTimeMs());
    }

    /// One more minute: each series' candle of it closes, and is told.
    public void step() {
        long openMs = START_MS + minute++ * MINUTE_MS;
        nowMs = openMs + MINUTE_MS + 50;
        for (TreeMap<Long, Candle> own : truth.values()) {
            Candle candle = own.get(openMs);
            if (candle != null) {
                tell(dialect.frame(candle, false));
                tell(dialect.frame(candle, true));
            }
        }
    }

    void tell(String frame) {
        if (!isMute) {
            if (trouble > 0 && streamRandom.nextDouble() < trouble) {
                misbehave(frame);
            } else {
                send(frame);
                if (heldBack != null) {
                    send(heldBack);
                    heldBack = null;
                }
            }
        }
    }

    void each(SocketAction action) {
        for (StubServer.StubSocket socket : sockets) {
            try {
                action.on(socket);
            } catch (IOException _) {
                sockets.remove(socket);
            }
        }
    }

    interface SocketAction {
        void on(StubServer.StubSocket socket) throws IOException;
    }

    private void send(String frame) {
        each(socket -> socket.text(frame));
    }

    private void misbehave(String frame) {
        switch (streamRandom.nextInt(40)) {
            case 0 -> each(socket -> socket.half(frame));
            case 1 -> each(StubServer.StubSocket::abort);
            case 2 -> each(socket -> socket.close(1000 + streamRandom.nextInt(2)));
            case 3 -> each(socket -> socket.close(1012));
            case 4, 5, 6 -> each(socket -> socket.text(frame.substring(frame.length() / 2)));
            case 7, 8, 9 -> each(socket -> socket.text("{\"channel\":\"new\",\"e\":\"new\"}"));
            case 10, 11, 12, 13, 14, 15 -> each(socket -> socket.inPieces(frame));
            case 16, 17, 18, 19, 20, 21 -> {
                send(frame);
                send(frame);
            }
            case 22, 23, 24, 25, 26, 27, 28, 29 -> heldBack = frame;
            default -> {}
        }
    }

    @Override
    public StubServer.Response handshake() {
        connections.incrementAndGet();
        StubServer.Response told = handshake;
        if (told != null) {
            return told;
        }
        return restRandom(20) == 0
                ? new StubServer.Response(503, "busy", Map.of())
                : StubServer.Script.super.handshake();
    }

    @Override
    public void received(StubServer.StubSocket socket, String text) throws IOException {
        heard.add(text);
        if (text.equals("ping")) {
            socket.text("pong");
            return;
        }
        for (String ack : dialect.acks(json.readTree(text))) {
            socket.text(ack);
        }
        sockets.addIfAbsent(socket);
    }

    @Override
    public void ponged(byte[] payload) {
        pongs.add(new String(payload, StandardCharsets.US_ASCII));
    }

    @Override
    public StubServer.Response rest(String target) {
        questions.incrementAndGet();
        Map<String, String> headers = new HashMap<>();
        headers.put("Date", HTTP_DATE.format(Instant.ofEpochMilli(nowMs)));
        StubServer.Response told = restAnswer;
        if (told == null) {
            told =
                    switch (restRandom(12)) {
                        case 0 -> new StubServer.Response(429, "{}", Map.of("Retry-After", "0"));
                        case 1 -> new StubServer.Response(500, "oops", Map.of());
                        case 2 -> StubServer.Response.ok("<html>maintenance</html>");
                        case 3 -> {
                            headers.put(StubServer.Response.CUT, "1");
                            yield page(question(target));
                        }
                        default -> {
                            Dialect.Question question = question(target);
                            StubServer.Response page = page(question);
                            answered.add(question.symbol());
                            yield page;
                        }
                    };
        }
        headers.putAll(told.headers());
        return new StubServer.Response(told.status(), told.body(), headers);
    }

    private synchronized int restRandom(int bound) {
        return trouble == 0 ? -1 : restRandom.nextInt(bound);
    }

    private Dialect.Question question(String target) {
        String[] parts = target.split("\\?", 2);
        Map<String, String> query = new HashMap<>();
        for (String parameter : parts[1].split("&", -1)) {
            String[] both = parameter.split("=", 2);
            query.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return dialect.question(parts[0], query);
    }

    private StubServer.Response page(Dialect.Question question) {
        TreeMap<Long, Candle> own = truth.get(question.symbol());
        if (own == null) {
            return dialect.unknownSymbol();
        }
        List<Candle> candles = new ArrayList<>();
        long toMs = Math.min(nowMs, question.toMs());
        for (Candle candle : own.tailMap(question.fromMs(), true).values()) {
            if (candle.openTimeMs() <= toMs && candles.size() < question.limit()) {
                candles.add(candle);
            }
        }
        return StubServer.Response.ok(dialect.page(candles, nowMs));
    }

    private NavigableMap<Long, Candle> own(String symbol) {
        TreeMap<Long, Candle> own = truth.get(symbol);
        if (own == null) {
            throw new UncheckedIOException(new IOException("the stub must have " + symbol));
        }
        return own;
    }
}
