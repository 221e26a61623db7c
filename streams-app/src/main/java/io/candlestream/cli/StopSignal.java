package io.candlestream.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C and SIGTERM as something a command can wait for and clean up after.
///
/// The JVM ends as soon as its shutdown hooks have run. This hook runs until the signal is closed,
/// so what a command opens after the signal, and closes before it, is closed in order; what it has
/// to say at the end must be said before, too:
///
/// ```
/// try (StopSignal stop = StopSignal.install()) {
///     try (EmbeddedBroker broker = EmbeddedBroker.start(options)) {
///         stop.await();
///     }
///     console.err().println("broker has stopped");
/// }
/// ```
///
/// Safe for use by several threads.
final class StopSignal implements AutoCloseable {

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch cleanedUp = new CountDownLatch(1);
    private final Thread hook = new Thread(this::holdExit, "stop-signal");

    private StopSignal() {}

    /// A signal that is raised when the JVM is asked to end.
    static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /// Waits until somebody asks the process to stop.
    void await() throws InterruptedException {
        requested.await();
    }

    /// Waits until somebody asks the process to stop, but not longer than this.
    void await(long longestMs) throws InterruptedException {
        var _ = requested.await(longestMs, TimeUnit.MILLISECONDS);
    }

    /// Stops what waits for the signal, as Ctrl-C would: something the command needs has ended by
    /// itself.
    void raise() {
        requested.countDown();
    }

    /// Tells whether somebody has asked the process to stop.
    boolean isRaised() {
        return requested.getCount() == 0;
    }

    /// Lets the process end.
    @Override
    public void close() {
        cleanedUp.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending already, and the hook with it.
        }
    }

    private void holdExit() {
        requested.countDown();
        try {
            cleanedUp.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
