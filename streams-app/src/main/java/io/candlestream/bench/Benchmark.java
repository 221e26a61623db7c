package io.candlestream.bench;

import java.util.List;

/// One part of the harness: it measures and hands back its figures. Bounded in time.
@FunctionalInterface
public interface Benchmark {

    /// Measures.
    ///
    /// @throws InterruptedException when the thread is interrupted
    List<Figure> run() throws InterruptedException;
}
