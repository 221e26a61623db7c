package io.candlestream.feed;

/// When each candle is due: the first at once, each later one as long after it as their close times
/// are apart, divided by the pace.
final class Timetable {

    private static final double NANOS_PER_MS = 1e6;

    private final Pace pace;
    private final PaceClock clock;
    private boolean isStarted;
    private long startNanos;
    private long startTimeMs;

    Timetable(Pace pace, PaceClock clock) {
        this.pace = pace;
        this.clock = clock;
    }

    /// Waits until the candle that closes at this time is due.
    void await(long closeTimeMs) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        switch (pace) {
            case Pace.Unlimited _ -> {}
            case Pace.Multiple(double times) -> await(closeTimeMs, times);
        }
    }

    private void await(long closeTimeMs, double times) throws InterruptedException {
        if (!isStarted) {
            isStarted = true;
            startNanos = clock.nanoTime();
            startTimeMs = closeTimeMs;
        }
        long dueNanos = (long) ((closeTimeMs - startTimeMs) * NANOS_PER_MS / times);
        long waitNanos;
        while ((waitNanos = dueNanos - (clock.nanoTime() - startNanos)) > 0) {
            clock.sleep(waitNanos);
        }
    }
}
