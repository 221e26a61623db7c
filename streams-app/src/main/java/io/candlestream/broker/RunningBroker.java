package io.candlestream.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/// The note a broker leaves in its directory: which process runs it and where it listens.
///
/// The note outlives a process that is killed, so a process counts as the same only when its start
/// time agrees too; inside containers every process has the number 1.
///
/// @param pid number of the process, or 0 when the broker was stopped
/// @param startedAtMs UTC epoch milliseconds of the start of that process, or 0 when unknown
/// @param address host and port of the broker
record RunningBroker(long pid, long startedAtMs, String address) {

    /// The file that marks a directory as that of an embedded broker.
    static final String FILE = "candlestream-broker.properties";

    private static final RunningBroker NONE = new RunningBroker(0, 0, "");

    /// The note of this process.
    static RunningBroker here(String address) {
        ProcessHandle self = ProcessHandle.current();
        return new RunningBroker(self.pid(), startedAtMs(self), address);
    }

    /// @return the note in the directory; that of a stopped broker when there is none
    /// @throws IOException when it cannot be read
    static RunningBroker read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        Properties note = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            note.load(reader);
            return new RunningBroker(
                    Long.parseLong(note.getProperty("pid", "0")),
                    Long.parseLong(note.getProperty("started-at-ms", "0")),
                    note.getProperty("address", ""));
        } catch (IllegalArgumentException e) {
            throw new IOException("the note " + FILE + " cannot be understood", e);
        }
    }

    /// Replaces the note in the directory, whole or not at all.
    ///
    /// @throws IOException when it cannot be written
    void write(Path directory) throws IOException {
        Path draft = directory.resolve(FILE + ".new");
        Files.writeString(
                draft,
                """
                # Marks the data directory of an embedded Kafka broker of candlestream.
                pid=%d
                started-at-ms=%d
                address=%s
                """
                        .formatted(pid, startedAtMs, address));
        Files.move(
                draft,
                directory.resolve(FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// The same note after the broker was stopped.
    RunningBroker stopped() {
        return new RunningBroker(0, 0, address);
    }

    /// Tells whether the process that wrote the note is still there.
    boolean isAlive() {
        return pid != 0 && process().isPresent();
    }

    /// Tells whether this very process wrote the note and has not stopped the broker since.
    boolean isThisProcess() {
        return isAlive() && pid == ProcessHandle.current().pid();
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(process -> startedAtMs(process) == startedAtMs);
    }

    private static long startedAtMs(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
