package io.candlestream.cli;

import io.candlestream.history.ColumnNames;
import io.candlestream.history.ConflictRule;
import io.candlestream.history.SeriesOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How rows of candle files are read, and what becomes of those that are not taken.
final class ReadingOptions {

    @Option(
            names = "--columns",
            paramLabel = "PART=NAME,...",
            description =
                    "What the columns of time, open, high, low, close, volume and symbol are called,"
                            + " or their numbers from 1 (default: their usual names).")
    private @Nullable String columns;

    @Option(
            names = "--conflicts",
            paramLabel = "RULE",
            defaultValue = "first",
            description =
                    "Which of several candles of one time and different numbers is taken: first, last"
                            + " or reject for none (default: ${DEFAULT-VALUE}).")
    private String conflicts = "first";

    @Option(
            names = "--rejections",
            paramLabel = "FILE",
            description =
                    "Write every row that is left out to this CSV file, with its line and reason.")
    private @Nullable Path rejections;

    private boolean isReportBegun;

    /// The options with what is said here.
    ///
    /// @throws UsageException when it cannot be used
    SeriesOptions of(SeriesOptions options) {
        try {
            return options.withConflicts(ConflictRule.parse(conflicts))
                    .withColumns(columns == null ? ColumnNames.USUAL : ColumnNames.parse(columns));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + e.getMessage());
        }
    }

    /// Where rows that are left out are told, which the caller closes.
    RowRejections rejections(Console console) {
        boolean append = isReportBegun;
        isReportBegun = true;
        return new RowRejections(console, rejections, append);
    }
}
