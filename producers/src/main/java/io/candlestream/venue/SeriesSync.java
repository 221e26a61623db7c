package io.candlestream.venue;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Candle;
import io.candlestream.candle.CandleGate;
import io.candlestream.candle.Series;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One series between a venue and the topic: takes what stream and REST say in any order, as often
/// as they like, and publishes each closed candle once, by rising open time.
///
/// | quantity | meaning |
/// |---|---|
/// | next | open time behind the last published candle: what comes next |
/// | verified | before this open time REST has said all it has |
/// | waiting | closed candles that are not published, because one before them may exist |
///
/// ```
/// publish the first waiting candle when   open = next   or   open <= verified
/// ask REST for [max(next, verified), t):  t = first waiting candle, where the stream left a hole
///                                         t = last candle that closed grace ago, where it is late
/// ```
///
/// So nothing is published over a hole until the venue has said that it has nothing there, and then
/// the hole is counted and stays. An answer is believed only for candles that had closed, by the
/// venue's own clock, some time before it. A candle behind `next` is a duplicate when it equals the
/// published one, else a revision; the topic keeps the first.
///
/// Time is a parameter: the venue's, as far as it is known. Not thread-safe.
public final class SeriesSync {

    private static final int MOST_WAITING = 1_000;
    private static final int MOST_REMEMBERED = 32;

    /// HTTP tells the time in whole seconds, and the fraction is cut off.
    private static final long CLOCK_STEP_MS = 999;

    private final Series series;
    private final long intervalMs;
    private final SyncRules rules;
    private final CandleSink sink;

    private final TreeMap<Long, Candle> waiting = new TreeMap<>();
    private final ArrayDeque<Candle> published = new ArrayDeque<>();
    private final ArrayDeque<Candle> revised = new ArrayDeque<>();

    /// Judges each candle by itself: none is ever accepted, so none is the last.
    private final CandleGate gate;

    private boolean isConnected;
    private boolean isAnchored;
    private boolean isProbeDue;
    private boolean isAsking;
    private long nextMs;
    private long startMs;
    private long verifiedMs = Long.MIN_VALUE;
    private long connectedMs;
    private long holeSeenToMs = Long.MIN_VALUE;
    private @Nullable Candle forming;

    private long accepted;
    private long duplicate;
    private long revision;
    private long malformed;
    private long holeFound;
    private long holeFilled;
    private long venueHole;

    /// A series that has heard nothing yet.
    ///
    /// @param series the series
    /// @param rules when it asks, and what it believes
    /// @param last the last candle of the series in the topic, or null where there is none
    /// @param sink where candles go
    public SeriesSync(Series series, SyncRules rules, @Nullable Candle last, CandleSink sink) {
        this.series = series;
        this.intervalMs = series.interval().durationMs();
        this.rules = rules;
        this.sink = sink;
        this.gate = new CandleGate(series, Calendar.ALWAYS_OPEN);
        if (last != null) {
            isAnchored = true;
            nextMs = last.openTimeMs() + intervalMs;
            startMs = nextMs;
            published.add(last);
        }
    }

    /// The stream begins, for the first time or again: what it has missed is asked for.
    public void connected(long nowMs) {
        isConnected = true;
        forming = null;
        connectedMs = nowMs;
        isProbeDue = true;
    }

    /// The stream says that a candle is closed.
    public void closed(Candle candle) {
        if (!isSound(candle)) {
            malformed++;
        } else if (isAnchored && candle.openTimeMs() < nextMs) {
            behind(candle, true);
        } else {
            @Nullable Candle before = waiting.putIfAbsent(candle.openTimeMs(), candle);
            duplicate += before == null ? 0 : 1;
            if (waiting.size() > MOST_WAITING) {
                waiting.pollLastEntry();
            }
            drain();
        }
    }

    /// The stream tells the state of a candle that is not flagged as closed. A newer one closes it.
    public void forming(Candle candle) {
        @Nullable Candle before = forming;
        if (before != null && candle.openTimeMs() < before.openTimeMs()) {
            return;
        }
        forming = candle;
        if (before != null && candle.openTimeMs() > before.openTimeMs()) {
            closed(before);
        }
    }

    /// Tells what must be asked of REST now; [#answered] or [#unanswered] must follow.
    ///
    /// @return the span, or null where nothing is missing or an answer is awaited
    public @Nullable Span ask(long nowMs) {
        if (!isConnected || isAsking) {
            return null;
        }
        long settledMs = series.interval().openTimeMsAt(nowMs - rules.settleMs());
        long toMs = Math.min(settledMs, wantedToMs(nowMs));
        long fromMs = isAnchored ? Math.max(nextMs, verifiedMs) : toMs;
        if (toMs <= fromMs && !isProbeDue) {
            return null;
        }
        isAsking = true;
        long againMs = fromMs - rules.recheck() * intervalMs;
        long beginMs = isProbeDue ? Math.min(againMs, toMs - intervalMs) : againMs;
        return new Span(beginMs, Math.min(toMs, beginMs + rules.pageCandles() * intervalMs));
    }

    /// REST has answered the last question.
    public void answered(Page page) {
        isAsking = false;
        isProbeDue = false;
        long closedMs = page.venueTimeMs();
        anchor(closedMs);
        for (Candle candle : page.candles()) {
            boolean isAsked =
                    candle.openTimeMs() >= page.span().fromMs()
                            && candle.openTimeMs() < page.span().toMs();
            if (isAsked && candle.closeTimeMs() <= closedMs) {
                fetched(candle);
            }
        }
        long settledMs =
                series.interval().openTimeMsAt(closedMs + CLOCK_STEP_MS - rules.settleMs());
        // A page behind a stretch that was not asked for says nothing of that stretch.
        if (page.span().fromMs() <= Math.max(nextMs, verifiedMs)) {
            verifiedMs = Math.max(verifiedMs, Math.min(page.span().toMs(), settledMs));
        }
        drain();
    }

    /// REST has not answered the last question.
    public void unanswered() {
        isAsking = false;
    }

    /// @return the series
    public Series series() {
        return series;
    }

    /// @return the last published candle, from the topic or since, or null where there is none
    public @Nullable Candle last() {
        return published.peekLast();
    }

    /// @return whether candles wait for an answer of REST
    public boolean isCatchingUp() {
        return isAsking || isProbeDue || !waiting.isEmpty();
    }

    /// @return what became of the candles so far
    public SeriesCounts counts() {
        return new SeriesCounts(
                accepted, duplicate, revision, malformed, holeFound, holeFilled, venueHole);
    }

    /// Where a series begins that the topic does not have: by the venue's clock, so that a wrong
    /// one here cannot move it.
    private void anchor(long venueMs) {
        if (!isAnchored) {
            isAnchored = true;
            nextMs = series.interval().openTimeMsAt(venueMs) - rules.backfill() * intervalMs;
            startMs = nextMs;
            waiting.headMap(nextMs).clear();
        }
    }

    /// A hole ends where the stream went on. Without one, candles are awaited for the time of
    /// grace; those that closed before the stream began will not come.
    private long wantedToMs(long nowMs) {
        if (!waiting.isEmpty()) {
            return waiting.firstKey();
        }
        long missedMs = series.interval().openTimeMsAt(connectedMs);
        long lateMs = series.interval().openTimeMsAt(nowMs - rules.graceMs());
        return Math.max(missedMs, lateMs);
    }

    private void fetched(Candle candle) {
        if (!isSound(candle)) {
            malformed++;
        } else if (candle.openTimeMs() < nextMs) {
            behind(candle, false);
        } else {
            @Nullable Candle before = waiting.put(candle.openTimeMs(), candle);
            holeFilled += before == null ? 1 : 0;
        }
    }

    private void drain() {
        while (isAnchored && !waiting.isEmpty()) {
            Map.Entry<Long, Candle> first = waiting.firstEntry();
            long openMs = first.getKey();
            if (openMs > nextMs && openMs > verifiedMs) {
                seeHole(openMs);
                return;
            }
            waiting.pollFirstEntry();
            publish(first.getValue());
        }
    }

    private void seeHole(long openMs) {
        long fromMs = Math.max(Math.max(nextMs, verifiedMs), holeSeenToMs);
        if (openMs > fromMs) {
            holeFound += (openMs - fromMs) / intervalMs;
            holeSeenToMs = openMs;
        }
    }

    private void publish(Candle candle) {
        if (!published.isEmpty()) {
            venueHole += (candle.openTimeMs() - nextMs) / intervalMs;
        }
        nextMs = candle.openTimeMs() + intervalMs;
        accepted++;
        published.addLast(candle);
        if (published.size() > MOST_REMEMBERED) {
            published.removeFirst();
        }
        if (forming != null && forming.openTimeMs() <= candle.openTimeMs()) {
            forming = null;
        }
        sink.publish(candle);
    }

    /// What lies before everything remembered cannot be compared and changes nothing.
    private void behind(Candle candle, boolean isStreamed) {
        for (Candle before : published) {
            if (before.openTimeMs() == candle.openTimeMs()) {
                if (!before.isSameAs(candle)) {
                    revise(before, candle);
                } else if (isStreamed) {
                    duplicate++;
                }
                return;
            }
        }
        @Nullable Candle oldest = published.peekFirst();
        if (oldest != null
                && candle.openTimeMs() > oldest.openTimeMs()
                && candle.openTimeMs() >= startMs) {
            revise(published.getLast(), candle);
        } else if (isStreamed) {
            duplicate++;
        }
    }

    /// The same revision is told once, however often REST repeats it.
    private void revise(Candle before, Candle candle) {
        for (Candle known : revised) {
            if (known.isSameAs(candle)) {
                return;
            }
        }
        revised.addLast(candle);
        if (revised.size() > MOST_REMEMBERED) {
            revised.removeFirst();
        }
        revision++;
        sink.revise(before, candle);
    }

    private boolean isSound(Candle candle) {
        return gate.accepts(candle);
    }
}
