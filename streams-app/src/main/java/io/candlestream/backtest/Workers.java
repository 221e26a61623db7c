package io.candlestream.backtest;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Threads that run tasks which have nothing to do with each other.
final class Workers implements AutoCloseable {

    private final ExecutorService threads;

    Workers(int count) {
        threads = Executors.newFixedThreadPool(count, Thread.ofPlatform().daemon().factory());
    }

    /// Runs all tasks, and returns when the last has ended.
    ///
    /// @throws BacktestException when it was interrupted
    void run(List<Runnable> tasks) {
        try {
            List<Callable<Object>> calls = tasks.stream().map(Executors::callable).toList();
            for (Future<Object> done : threads.invokeAll(calls)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BacktestException("the backtest was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
