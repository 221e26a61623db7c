package io.candlestream.cli;

/// Ctrl-C and SIGTERM as an interrupt of the thread that installed it. That thread stops what it
/// does, says so, and closes this; then the process ends.
final class FeedInterrupt implements AutoCloseable {

    private final StopSignal stop = StopSignal.install();
    private final Thread feeding = Thread.currentThread();
    private final Thread watch = Thread.ofVirtual().start(this::interruptWhenRaised);

    private FeedInterrupt() {}

    static FeedInterrupt install() {
        return new FeedInterrupt();
    }

    @Override
    public void close() {
        watch.interrupt();
        stop.close();
    }

    private void interruptWhenRaised() {
        try {
            stop.await();
            feeding.interrupt();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
