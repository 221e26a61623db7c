package io.candlestream.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rocksdb.RocksDB;

/// Looks at this machine: Java, memory, disk, network and native libraries.
final class MachineCheck {

    private static final int JAVA = 25;
    private static final long MEBIBYTE = 1 << 20;
    private static final long ENOUGH_HEAP = 256 * MEBIBYTE;
    private static final long ENOUGH_MEMORY = 1024 * MEBIBYTE;
    private static final long ENOUGH_DISK = 2048 * MEBIBYTE;
    private static final long LEAST_DISK = 128 * MEBIBYTE;

    private MachineCheck() {}

    /// Looks at everything.
    ///
    /// @param dataDir where the service keeps its files; it need not exist, and is not made
    static List<Finding> findings(Path dataDir) {
        return List.of(
                java(Runtime.version()),
                memory(),
                dataDirectory(dataDir),
                disk(dataDir),
                loopback(),
                rocksDb());
    }

    static Finding java(Runtime.Version version) {
        String found = version + ", " + System.getProperty("java.home");
        return version.feature() == JAVA
                ? Finding.ok("java", found)
                : Finding.fail(
                        "java", found, "install a JDK 25 or point CANDLESTREAM_JAVA at its java");
    }

    private static Finding memory() {
        long heap = Runtime.getRuntime().maxMemory();
        long machine =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getTotalMemorySize();
        String found = "heap up to %s of %s".formatted(size(heap), size(machine));
        if (heap < ENOUGH_HEAP) {
            return Finding.warn("memory", found, "set JAVA_OPTS=-Xmx512m");
        }
        return machine < ENOUGH_MEMORY
                ? Finding.warn("memory", found, "the embedded broker and the service want 1 GiB")
                : Finding.ok("memory", found);
    }

    private static Finding dataDirectory(Path dataDir) {
        Path place = existing(dataDir);
        if (!Files.isDirectory(place)) {
            return Finding.fail(
                    "data-dir", place + " is not a directory", "set data-dir to a directory");
        }
        if (!Files.isWritable(place)) {
            return Finding.fail(
                    "data-dir", place + " is not writable", "set data-dir to one that is");
        }
        return Finding.ok(
                "data-dir", dataDir + (place.equals(dataDir) ? "" : ", made on first use"));
    }

    private static Finding disk(Path dataDir) {
        try {
            long free = Files.getFileStore(existing(dataDir)).getUsableSpace();
            String found = size(free) + " free";
            if (free < LEAST_DISK) {
                return Finding.fail("disk", found, "make room, or set data-dir to another disk");
            }
            return free < ENOUGH_DISK
                    ? Finding.warn("disk", found, "a long history needs more room")
                    : Finding.ok("disk", found);
        } catch (IOException e) {
            return Finding.warn("disk", "unknown: " + e, "check the disk of data-dir");
        }
    }

    private static Finding loopback() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return Finding.ok("ports", "can listen on 127.0.0.1:" + socket.getLocalPort());
        } catch (IOException e) {
            return Finding.fail(
                    "ports",
                    "cannot listen on 127.0.0.1: " + e.getMessage(),
                    "allow this user to open ports on the loopback interface");
        }
    }

    private static Finding rocksDb() {
        try {
            RocksDB.loadLibrary();
            return Finding.ok("rocksdb", "native library " + RocksDB.rocksdbVersion());
        } catch (RuntimeException | LinkageError e) {
            return Finding.fail(
                    "rocksdb",
                    "the native library does not load: " + e.getMessage(),
                    "make java.io.tmpdir writable and executable; on Alpine use a glibc image");
        }
    }

    private static Path existing(Path path) {
        Path place = path.toAbsolutePath().normalize();
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }

    private static String size(long bytes) {
        long mebibytes = bytes / MEBIBYTE;
        return mebibytes < 10 * 1024 ? mebibytes + " MiB" : mebibytes / 1024 + " GiB";
    }
}
