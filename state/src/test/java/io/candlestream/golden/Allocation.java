package io.candlestream.golden;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Measures what some work allocates on this thread.
public final class Allocation {

    private static final int ATTEMPTS = 20;

    private Allocation() {}

    /// @return bytes allocated by the least of several runs: the compiler may allocate on this
    ///   thread while it replaces a frame, so one clean run is proof
    public static long least(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        work.run();
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && least > 0; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
