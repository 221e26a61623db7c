package io.candlestream.venue;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Publishes the closed candles of one venue's series as they close, for as long as it runs.
///
/// ```
/// stream --Link--> inputs --+
///                           +--> one thread: VenueReader -> SeriesSync -> CandleSink
/// REST ----------> inputs --+                                  | asks, one question at a time
///   ^----------------------------------------------------------+
/// ```
///
/// One thread does everything but the network; no candle is published by any other. What waits for
/// it is bounded, since a connection is asked for one more frame for each that was taken.
///
/// | what happens | what it does |
/// |---|---|
/// | connection lost, silent, refused | connects again after a growing, jittered wait, for ever |
/// | connection old, or to be ended by the venue | makes a new one, then ends the old one |
/// | REST says not so often | asks nothing for as long as it says |
/// | no such instrument | leaves that series; ends when none is left |
/// | this address is blocked before anything was heard | ends |
/// | the computer's clock is wrong | goes by the venue's |
///
/// [#run] belongs to one thread; [#status] may be asked by any.
public final class VenueFeed {

    private static final long TICK_MS = 10;
    private static final int INPUTS_A_TICK = 256;
    private static final long SAME_NOTICE_MS = 60_000;
    private static final long MINUTE_MS = 60_000;
    private static final long CLOCK_TOLERANCE_MS = 2_000;

    private final Venue venue;
    private final VenueOptions options;
    private final VenueReader reader;
    private final CandleSink sink;
    private final VenueTime time;
    private final Consumer<String> notices;
    private final Map<Series, FeedSeries> all = new LinkedHashMap<>();
    private final List<FeedSeries> turns = new ArrayList<>();
    private final BlockingQueue<FeedInput> inputs = new LinkedBlockingQueue<>();
    private final HttpClient client;
    private final Sessions sessions;
    private final HistoryClient history;
    private final Backoff askBackoff;

    private volatile List<SeriesStatus> status = List.of();
    private long clockOffsetMs;
    private long askNextMs = Long.MIN_VALUE;
    private boolean isAsking;
    private boolean isHeard;
    private String lastNotice = "";
    private long lastNoticeMs;

    /// A feed that is not connected yet.
    ///
    /// @param venue the exchange
    /// @param options where it is and how it is treated
    /// @param last each series and its last candle in the topic, null where it has none
    /// @param sink where candles go
    /// @param time the clocks
    /// @param notices told in a sentence what a user should know
    public VenueFeed(
            Venue venue,
            VenueOptions options,
            Map<Series, @Nullable Candle> last,
            CandleSink sink,
            VenueTime time,
            Consumer<String> notices) {
        this.venue = venue;
        this.options = options;
        this.sink = sink;
        this.time = time;
        this.notices = notices;
        this.reader = new VenueReader(venue, List.copyOf(last.keySet()));
        last.forEach(this::add);
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofMillis(options.get(VenueOption.CONNECT_MS)))
                        .build();
        this.sessions =
                new Sessions(venue, options, client, inputs::add, time, this::subscriptions);
        this.history =
                new HistoryClient(
                        client,
                        options.get(VenueOption.REQUEST_MS),
                        venue.weightHeader(),
                        inputs::add);
        this.askBackoff =
                new Backoff(
                        venue.name().hashCode(),
                        options.get(VenueOption.FIRST_BACKOFF_MS),
                        options.get(VenueOption.LONGEST_BACKOFF_MS));
    }

    /// Feeds until the thread is interrupted.
    ///
    /// @throws InterruptedException when it is
    /// @throws VenueException when the venue has none of the instruments or does not talk to us
    /// @throws RuntimeException when a candle did not reach the topic
    public void run() throws InterruptedException {
        try {
            while (true) {
                FeedInput input = inputs.poll(TICK_MS, TimeUnit.MILLISECONDS);
                for (int i = 0; input != null; i++) {
                    take(input);
                    input = i < INPUTS_A_TICK ? inputs.poll() : null;
                }
                tick();
            }
        } finally {
            sessions.close();
            client.shutdownNow();
        }
    }

    /// @return how each series did a moment ago
    public List<SeriesStatus> status() {
        return status;
    }

    private void add(Series series, @Nullable Candle last) {
        var one =
                new FeedSeries(
                        new SeriesSync(series, options.rules(), last, sink),
                        options.get(VenueOption.SILENT_SERIES_MS));
        all.put(series, one);
        turns.add(one);
    }

    private void take(FeedInput input) {
        switch (input) {
            case FeedInput.Opened(Link link) -> sessions.opened(link);
            case FeedInput.Text(Link link, String text) -> {
                if (sessions.isOurs(link)) {
                    reader.events(text).forEach(event -> take(link, event));
                }
                link.more();
            }
            case FeedInput.Lost(Link link, String why, VenueFault refusal) ->
                    lost(link, why, refusal);
            case FeedInput.Answered(FeedInput.Question question, FeedInput.HistoryAnswer answer) ->
                    answered(question, answer);
            case FeedInput.Unanswered(FeedInput.Question question, String why) -> {
                isAsking = false;
                question.sync().unanswered();
                pause(askBackoff.next());
                notice(venue.name() + " did not answer: " + why);
            }
        }
    }

    private void take(Link link, VenueEvent event) {
        switch (event) {
            case VenueEvent.Closed(Candle candle) -> {
                FeedSeries series = heard(link, candle);
                if (series != null) {
                    series.sync().closed(candle);
                }
            }
            case VenueEvent.Forming(Candle candle) -> {
                FeedSeries series = heard(link, candle);
                if (series != null && venue.closing() == Closing.BY_NEXT) {
                    series.sync().forming(candle);
                }
            }
            case VenueEvent.Subscribed _ -> subscribed(link);
            case VenueEvent.Refused(Series series, String message) ->
                    refused(link, series, message);
            case VenueEvent.Leaving(String why) -> {
                notice(venue.name() + " will end the connection: " + why);
                sessions.leave(link);
            }
            case VenueEvent.Unreadable(String why) ->
                    notice(venue.name() + " sent what cannot be read: " + why);
            case VenueEvent.Pulse _ -> {}
        }
    }

    private @Nullable FeedSeries heard(Link link, Candle candle) {
        subscribed(link);
        FeedSeries series = all.get(candle.series());
        if (series == null || series.isRefused() || !sessions.isHeard(link)) {
            return null;
        }
        series.heard(venueMs());
        return series;
    }

    private void subscribed(Link link) {
        if (sessions.subscribed(link)) {
            isHeard = true;
            long nowMs = venueMs();
            all.values().forEach(series -> series.connected(nowMs));
        }
    }

    private void refused(Link link, @Nullable Series series, String message) {
        FeedSeries one = series == null ? null : all.get(series);
        if (one != null) {
            refuse(one, venue.name() + " refuses " + series + ": " + message);
            return;
        }
        notice(venue.name() + " refuses a subscription: " + message);
        sessions.lost(link, 0);
    }

    private void lost(Link link, String why, @Nullable VenueFault refusal) {
        if (refusal != null && refusal.kind() == VenueFault.Kind.BLOCKED && !isHeard) {
            throw new VenueException(refusal.message());
        }
        long waitMs = refusal == null ? 0 : waitMs(refusal);
        if (sessions.isOurs(link)) {
            sessions.lost(link, waitMs);
            notice(venue.name() + " connection " + why + "; it is made again");
        }
    }

    private long waitMs(VenueFault fault) {
        return fault.kind() == VenueFault.Kind.BLOCKED
                ? Math.max(fault.retryAfterMs(), options.get(VenueOption.BLOCKED_MS))
                : fault.retryAfterMs();
    }

    private void answered(FeedInput.Question question, FeedInput.HistoryAnswer answer) {
        isAsking = false;
        SeriesSync sync = question.sync();
        setClock(answer.dateMs());
        VenueFault fault =
                reader.fault(sync.series(), answer.status(), answer.body(), answer.retryAfterMs());
        List<Candle> candles =
                fault == null ? reader.candles(sync.series(), answer.body()) : List.of();
        if (fault == null && candles == null) {
            fault =
                    VenueFault.unavailable(
                            venue.name()
                                    + " gave candles of "
                                    + sync.series()
                                    + " that are not as documented; it is asked again");
        }
        if (fault != null || candles == null) {
            sync.unanswered();
            fault(sync, fault);
            return;
        }
        isHeard = true;
        askBackoff.reset();
        long limit = options.get(VenueOption.WEIGHT_LIMIT);
        if (limit > 0 && answer.weight() >= limit) {
            pause(MINUTE_MS - Math.floorMod(venueMs(), MINUTE_MS));
        }
        sync.answered(
                new Page(
                        question.span(),
                        candles,
                        answer.dateMs() < 0 ? venueMs() : answer.dateMs()));
    }

    private void fault(SeriesSync sync, @Nullable VenueFault fault) {
        if (fault == null) {
            return;
        }
        switch (fault.kind()) {
            case UNKNOWN_SYMBOL, REFUSED -> {
                FeedSeries series = all.get(sync.series());
                if (series != null) {
                    refuse(series, fault.message());
                }
            }
            case BLOCKED -> {
                if (!isHeard) {
                    throw new VenueException(fault.message());
                }
                pause(waitMs(fault));
                notice(fault.message());
            }
            case RATE_LIMITED, UNAVAILABLE -> {
                pause(Math.max(fault.retryAfterMs(), askBackoff.next()));
                notice(fault.message());
            }
        }
    }

    private void refuse(FeedSeries series, String message) {
        series.refuse();
        notice(message);
        if (all.values().stream().allMatch(FeedSeries::isRefused)) {
            throw new VenueException(message);
        }
    }

    private void tick() {
        String fault = sessions.tick();
        if (fault != null) {
            notice(venue.name() + " connection " + fault + "; it is made again");
        }
        ask();
        sink.check();
        long nowMs = venueMs();
        List<SeriesStatus> now = new ArrayList<>(all.size());
        for (FeedSeries series : all.values()) {
            if (venue.closing() != Closing.BY_REST && series.becomesSilent(nowMs)) {
                notice(
                        venue.name()
                                + " has not said anything of "
                                + series.sync().series()
                                + " for a long time: is the symbol right, and is it traded?");
            }
            now.add(series.status(sessions.isConnected(), nowMs, sessions.reconnects()));
        }
        status = List.copyOf(now);
    }

    /// Series take turns, so that one with a long way to go does not keep the others waiting.
    private void ask() {
        if (isAsking || time.elapsedMs().getAsLong() < askNextMs) {
            return;
        }
        long nowMs = venueMs();
        for (int i = 0; i < turns.size(); i++) {
            FeedSeries series = turns.get(i);
            Span span = series.isRefused() ? null : series.sync().ask(nowMs);
            if (span != null) {
                turns.remove(i);
                turns.add(series);
                isAsking = true;
                pause(options.get(VenueOption.REQUEST_GAP_MS));
                history.ask(
                        new FeedInput.Question(series.sync(), span),
                        venue.page(options, series.sync().series(), span));
                return;
            }
        }
    }

    private void pause(long forMs) {
        askNextMs = Math.max(askNextMs, time.elapsedMs().getAsLong() + forMs);
    }

    private List<String> subscriptions() {
        List<Series> wanted =
                all.values().stream()
                        .filter(series -> !series.isRefused())
                        .map(series -> series.sync().series())
                        .toList();
        return venue.subscriptions(
                wanted, Math.toIntExact(options.get(VenueOption.SUBSCRIBE_COUNT)));
    }

    private long venueMs() {
        return time.wall().millis() + clockOffsetMs;
    }

    /// The venue tells whole seconds: a clock that agrees within two is left alone.
    private void setClock(long venueMs) {
        if (venueMs < 0) {
            return;
        }
        long offsetMs = venueMs - time.wall().millis();
        clockOffsetMs = Math.abs(offsetMs) <= CLOCK_TOLERANCE_MS ? 0 : offsetMs;
        if (Math.abs(offsetMs) > options.get(VenueOption.CLOCK_SKEW_MS)) {
            notice(
                    "this computer's clock is %d s %s that of %s: set it by NTP; until then candles"
                                    .formatted(
                                            Math.abs(offsetMs) / 1_000,
                                            offsetMs > 0 ? "behind" : "ahead of",
                                            venue.name())
                            + " close by the venue's clock");
        }
    }

    private void notice(String text) {
        long nowMs = time.elapsedMs().getAsLong();
        if (!text.equals(lastNotice) || nowMs - lastNoticeMs > SAME_NOTICE_MS) {
            lastNotice = text;
            lastNoticeMs = nowMs;
            notices.accept(text);
        }
    }
}
