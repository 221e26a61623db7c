package io.candlestream.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where figures were measured: without it they mean nothing.
///
/// @param cpu the processor's name, or its architecture where the system does not tell
/// @param cores that this process may use
/// @param memoryBytes of the machine
/// @param heapBytes that this process may use
/// @param os the operating system
/// @param jvm the Java virtual machine
/// @param loadAverage runnable threads over the last minute when the run began; negative where the
///   system does not tell. Above 1 or 2 the machine was not quiet
public record Machine(
        String cpu,
        int cores,
        long memoryBytes,
        long heapBytes,
        String os,
        String jvm,
        double loadAverage) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /// This machine, now.
    public static Machine look() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                processor(),
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize(),
                Runtime.getRuntime().maxMemory(),
                System.getProperty("os.name") + ' ' + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + ' ' + Runtime.version(),
                system.getSystemLoadAverage());
    }

    private static String processor() {
        String architecture = System.getProperty("os.arch");
        if (!Files.isReadable(CPU_INFO)) {
            return architecture;
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException e) {
            return architecture;
        }
    }
}
