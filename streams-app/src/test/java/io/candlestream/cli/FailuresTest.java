package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {

    private final StringWriter err = new StringWriter();

    @Test
    void areToldWithTheirCauses() {
        int exitCode =
                run(new UncheckedIOException("cannot write p.csv", new IOException("disk full")));

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        """
                        candlestream: cannot write p.csv (UncheckedIOException)
                          caused by disk full (IOException)
                        """);
    }

    @Test
    void withoutAMessageAreToldByTheirName() {
        assertThat(run(new IllegalStateException())).isEqualTo(1);

        assertThat(err.toString()).contains("candlestream: IllegalStateException");
    }

    @Test
    void ofTheInputAreToldByTheirMessageAlone() {
        assertThat(run(new UsageException("a.csv: there is no such file"))).isEqualTo(2);

        assertThat(err.toString())
                .isEqualToNormalizingNewlines("candlestream: a.csv: there is no such file\n");
    }

    private int run(Exception failure) {
        return new CommandLine(new Failing(failure))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new Failures())
                .execute();
    }

    @Command(name = "failing")
    private record Failing(Exception failure) implements Callable<Integer> {

        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }
}
