package io.candlestream.feed;

import java.time.Duration;

/// The clock that pacing looks at and waits on.
public interface PaceClock {

    /// The computer's own clock.
    PaceClock SYSTEM =
            new PaceClock() {
                @Override
                public long nanoTime() {
                    return System.nanoTime();
                }

                @Override
                public void sleep(long nanos) throws InterruptedException {
                    Thread.sleep(Duration.ofNanos(nanos));
                }
            };

    /// Nanoseconds since some fixed moment.
    long nanoTime();

    /// Waits.
    ///
    /// @param nanos nanoseconds, above 0
    /// @throws InterruptedException when the thread is interrupted before or while it waits
    void sleep(long nanos) throws InterruptedException;
}
