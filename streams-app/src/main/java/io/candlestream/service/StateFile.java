package io.candlestream.service;

import io.candlestream.topology.LearnerStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file `service.state` in the data folder, which tells whatever watches this process how it
/// is: one word, the state of the topology, `RUNNING` while every task runs.
///
/// It is written anew every second, so an old file means that the process hangs, and none that it
/// has ended in order.
public final class StateFile implements AutoCloseable {

    /// The file's name in the data folder.
    public static final String NAME = "service.state";

    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final long EVERY_MS = 1_000;

    private final Path file;
    private final Supplier<String> state;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread writer;

    StateFile(Path folder, Supplier<String> state) {
        this.file = folder.resolve(NAME);
        this.state = state;
        this.writer = Thread.ofPlatform().daemon().name("state-file").start(this::keepWriting);
    }

    /// Keeps the file of a topology until it is closed.
    ///
    /// @param folder where the file goes; made when it is missing
    public static StateFile keep(Path folder, LearnerStreams streams) {
        return new StateFile(folder, () -> streams.client().state().name());
    }

    /// Removes the file.
    @Override
    public void close() {
        closed.countDown();
        try {
            writer.join();
            Files.deleteIfExists(file);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("cannot remove {}: {}", file, e.toString());
        }
    }

    private void keepWriting() {
        try {
            do {
                write();
            } while (!closed.await(EVERY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A reader sees the old state or the new one, never half a word. A full disk makes the file
    /// old, which says enough.
    private void write() {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(NAME + ".new");
            Files.writeString(next, state.get() + '\n');
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("cannot write {}: {}", file, e.toString());
        }
    }
}
