package io.candlestream.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// State bytes kept as text in the test resources, eight bytes a line; `-Dgolden.update=true`
/// rewrites them, and the difference is reviewed.
public final class GoldenBytes {

    private static final int LINE_BYTES = 8;

    private GoldenBytes() {}

    /// @return the bytes of the state
    public static byte[] saved(Stateful stateful) {
        StateOutput out = new StateOutput();
        stateful.save(out);
        return out.toByteArray();
    }

    /// Fails when the state is not what the file holds.
    ///
    /// @param file path under the golden resources of this module
    public static void assertSavedAs(String file, Stateful stateful) throws IOException {
        assertEqualTo(file, saved(stateful));
    }

    /// Fails when the bytes are not what the file holds.
    ///
    /// @param file path under the golden resources of this module
    public static void assertEqualTo(String file, byte[] bytes) throws IOException {
        Path golden =
                Path.of(System.getProperty("candlestream.root"))
                        .resolve("state/src/test/resources/golden")
                        .resolve(file);
        String written = lines(bytes);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, written);
        }
        assertThat(written).isEqualTo(Files.readString(golden));
    }

    private static String lines(byte[] bytes) {
        StringBuilder lines = new StringBuilder();
        for (int from = 0; from < bytes.length; from += LINE_BYTES) {
            int to = Math.min(from + LINE_BYTES, bytes.length);
            lines.append(HexFormat.of().formatHex(bytes, from, to)).append('\n');
        }
        return lines.toString();
    }
}
