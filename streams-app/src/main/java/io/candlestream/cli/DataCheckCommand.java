package io.candlestream.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.candle.Calendar;
import io.candlestream.history.BadRow;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleFileCheck;
import io.candlestream.history.CandleFileSearch;
import io.candlestream.history.FileReport;
import io.candlestream.history.SeriesOptions;
import io.candlestream.history.UnreadableFileException;
import io.candlestream.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `candlestream data check`: what is in candle files, and what is wrong with it.
@Command(
        name = "check",
        description = {
            "Describe candle files: rows, range, gaps, duplicates, conflicts, ranges violated.",
            "Exit code 2 when a file cannot be read as candles."
        })
final class DataCheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final CandleFileOptions fileOptions = new CandleFileOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV, JSON or parquet, packed or not; folders and patterns.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--calendar",
            paramLabel = "NAME",
            description =
                    "Which holes are gaps: always_open, weekdays or sessions (default: from the"
                            + " settings, by instrument).")
    private @Nullable String calendar;

    @Option(
            names = "--outliers",
            paramLabel = "K",
            defaultValue = "20",
            description =
                    "How many median absolute deviations of its last 100 moves a close may move before"
                            + " it is counted (default: ${DEFAULT-VALUE}).")
    private double outliers = 20;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    DataCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = options.load();
        List<FileReport> reports = new ArrayList<>();
        if (!(outliers > 0)) {
            throw new UsageException("--outliers must be above 0, was " + outliers);
        }
        int exitCode = ExitCode.DONE;
        try (RowRejections left = fileOptions.rejections(console)) {
            for (Path path : files()) {
                try {
                    check(path, settings, left, reports);
                } catch (UnreadableFileException e) {
                    console.err().println("candlestream: " + e.getMessage());
                    exitCode = ExitCode.UNUSABLE;
                }
            }
        }
        switch (format) {
            case TABLE -> reports.forEach(this::printText);
            case JSON -> printJson(reports);
        }
        console.out().flush();
        return exitCode;
    }

    private List<Path> files() {
        List<Path> files = CandleFileSearch.paths(paths);
        fileOptions.checkInstrument(files);
        return files;
    }

    private void check(Path path, Settings settings, RowRejections left, List<FileReport> reports) {
        // Conflicts are counted here, and not resolved.
        SeriesOptions all = fileOptions.options().withConflicts(null);
        for (CandleFile file : CandleFileSearch.seriesOf(path, all)) {
            reports.add(CandleFileCheck.check(file, calendar(settings, file), outliers, left));
        }
    }

    private Calendar calendar(Settings settings, CandleFile file) {
        String name =
                calendar == null
                        ? settings.calendars().of(file.series().instrument().toString())
                        : calendar;
        try {
            return Calendar.parse(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + e.getMessage());
        }
    }

    private void printText(FileReport report) {
        var out = console.out();
        var order = report.order();
        var numbers = report.numbers();
        out.println(report.file().shownPath());
        line("series", report.file().series());
        if (report.file().part().newestFirst()) {
            line("direction", "newest first, read from its end");
        }
        if (!report.volumeName().isEmpty()) {
            line("volume", "of several columns, " + report.volumeName());
        }
        line("rows", report.rowCount() + " candles, " + report.badRowCount() + " bad rows");
        line("range", time(report.firstOpenTimeMs()) + " to " + time(report.lastOpenTimeMs()));
        line(
                "gaps",
                order.gapCount()
                        + ", "
                        + order.missingCount()
                        + " candles missing, the longest gap "
                        + order.longestGap());
        line(
                "duplicates",
                order.duplicateCount() + " exact, " + order.conflictCount() + " conflicting");
        line("order", order.lateCount() + " late, " + order.offGridCount() + " off the grid");
        line(
                "numbers",
                numbers.outsideRangeCount()
                        + " with an open or close outside low to high, "
                        + numbers.highBelowLowCount()
                        + " with high below low, "
                        + numbers.notPositiveCount()
                        + " with a price not above 0, "
                        + numbers.negativeVolumeCount()
                        + " with a volume below 0, "
                        + numbers.zeroVolumeCount()
                        + " without volume");
        line("outliers", report.outlierCount() + " moves beyond " + outliers + " deviations");
        line(
                "verdict",
                report.isFlawless() ? "no fault found" : "has faults; the gate will act on them");
        for (BadRow row : report.firstBadRows()) {
            line("bad row", "line " + row.line() + ": " + row.reason());
        }
        out.println();
    }

    private void line(String name, Object value) {
        console.out().printf("  %-11s %s%n", name, value);
    }

    private void printJson(List<FileReport> reports) {
        ArrayNode all = new ObjectMapper().createArrayNode();
        for (FileReport report : reports) {
            var order = report.order();
            var numbers = report.numbers();
            ObjectNode node = all.addObject();
            node.put("file", report.file().shownPath().toString())
                    .put("instrument", report.file().series().instrument().toString())
                    .put("interval", report.file().series().interval().toString())
                    .put("rows", report.rowCount())
                    .put("bad_rows", report.badRowCount())
                    .put("first_open_time", report.firstOpenTimeMs())
                    .put("last_open_time", report.lastOpenTimeMs())
                    .put("gaps", order.gapCount())
                    .put("missing", order.missingCount())
                    .put("longest_gap", order.longestGap())
                    .put("duplicates", order.duplicateCount())
                    .put("conflicts", order.conflictCount())
                    .put("late", order.lateCount())
                    .put("off_grid", order.offGridCount())
                    .put("outside_range", numbers.outsideRangeCount())
                    .put("high_below_low", numbers.highBelowLowCount())
                    .put("price_not_positive", numbers.notPositiveCount())
                    .put("negative_volume", numbers.negativeVolumeCount())
                    .put("zero_volume", numbers.zeroVolumeCount())
                    .put("outliers", report.outlierCount())
                    .put("newest_first", report.file().part().newestFirst())
                    .put("volume_column", report.volumeName())
                    .put("flawless", report.isFlawless());
        }
        console.out().println(all.toPrettyString());
    }

    private static Instant time(long epochMs) {
        return Instant.ofEpochMilli(epochMs);
    }
}
