package io.candlestream.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The directory of one embedded broker: checked, marked as ours, and formatted on first use.
///
/// Not thread-safe: owned by one [EmbeddedBroker].
final class BrokerDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerDirectory.class);

    /// Kafka's own file: the node holds a lock on it as long as it lives.
    private static final String KAFKA_LOCK = ".lock";

    private static final String META_PROPERTIES = "meta.properties";
    private static final int NAMES_SHOWN = 3;

    private final Path path;

    private BrokerDirectory(Path path) {
        this.path = path;
    }

    /// Makes the directory if need be and checks that a broker may run in it.
    ///
    /// @throws BrokerRefusedException when it is not a writable directory, holds something else, or
    ///   another live broker holds it
    static BrokerDirectory open(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            BrokerDirectory directory = new BrokerDirectory(absolute);
            directory.refuseForeignContent();
            directory.refuseIfHeld();
            return directory;
        } catch (FileAlreadyExistsException e) {
            throw refusal(absolute, "is not a directory", e);
        } catch (AccessDeniedException e) {
            throw refusal(absolute, "is not readable and writable", e);
        } catch (IOException e) {
            throw refusal(absolute, "cannot be used: " + e.getMessage(), e);
        }
    }

    Path path() {
        return path;
    }

    /// Marks the directory as used by this process, and formats it unless that was done before.
    ///
    /// The mark comes first, so that a process killed while it formats leaves a directory that is
    /// known as ours.
    ///
    /// @param address host and port of the broker
    /// @throws BrokerRefusedException when the directory is not writable
    void hold(String address) {
        try {
            RunningBroker.here(address).write(path);
            if (!Files.exists(path.resolve(META_PROPERTIES))) {
                format();
            }
        } catch (IOException e) {
            throw refusal(path, "is not writable", e);
        }
    }

    /// Says in the directory that the broker was stopped. Where that cannot be written any more,
    /// the end of the process will say it.
    void release() {
        try {
            RunningBroker.read(path).stopped().write(path);
        } catch (IOException e) {
            LOG.warn("cannot note in {} that the broker was stopped: {}", path, e.toString());
        }
    }

    private void refuseForeignContent() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            List<String> names =
                    entries.map(entry -> entry.getFileName().toString()).sorted().toList();
            boolean ours = names.stream().anyMatch(name -> name.startsWith(RunningBroker.FILE));
            if (!names.isEmpty() && !ours) {
                throw new BrokerRefusedException(
                        "the broker's data directory must be empty or made by candlestream, but "
                                + path
                                + " holds "
                                + String.join(", ", names.subList(0, shown(names)))
                                + (shown(names) < names.size() ? ", ..." : ""));
            }
        }
    }

    private static int shown(List<String> names) {
        return Math.min(names.size(), NAMES_SHOWN);
    }

    /// Looks at the note before the lock: POSIX drops all locks a process has on a file as soon as
    /// it closes that file anywhere, so looking at the lock of a broker in this same process would
    /// break it.
    private void refuseIfHeld() throws IOException {
        RunningBroker note = RunningBroker.read(path);
        if (note.isThisProcess()) {
            throw held("this process already runs a broker there, at " + note.address());
        }
        Path lockFile = path.resolve(KAFKA_LOCK);
        if (!Files.exists(lockFile)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw held(
                        note.isAlive()
                                ? "process " + note.pid() + " runs a broker at " + note.address()
                                : "another process holds its lock");
            }
        }
    }

    private BrokerRefusedException held(String by) {
        return new BrokerRefusedException(
                "the broker's data directory "
                        + path
                        + " is in use: "
                        + by
                        + "; stop that one, or choose another directory");
    }

    private void format() throws IOException {
        Formatter formatter =
                new Formatter()
                        .setNodeId(BrokerProperties.NODE_ID)
                        .setClusterId(Uuid.randomUuid().toString())
                        .addDirectory(path.toString())
                        .setMetadataLogDirectory(path.toString())
                        .setReleaseVersion(MetadataVersion.latestProduction())
                        .setControllerListenerName(BrokerProperties.CONTROLLER)
                        .setIgnoreFormatted(true)
                        .setPrintStream(
                                new PrintStream(
                                        OutputStream.nullOutputStream(),
                                        false,
                                        StandardCharsets.UTF_8));
        try {
            formatter.run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("cannot format " + path, e);
        }
    }

    private static BrokerRefusedException refusal(Path path, String what, IOException cause) {
        return new BrokerRefusedException(
                "the broker's data directory " + path + ' ' + what, cause);
    }
}
