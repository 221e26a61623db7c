package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job as a user runs it, beside the replay of the same file.
class DemoCommandTest {

    @TempDir private Path folder;

    @Test
    void itsPredictionsAreThoseOfTheReplayAndItsScoresStandBesideBaselines() throws IOException {
        Path data = candleFile();
        CapturedConsole demo = new CapturedConsole();
        CapturedConsole replay = new CapturedConsole();

        int demoCode =
                demo.run(
                        "demo",
                        "--data",
                        data.toString(),
                        "--predictions",
                        folder.resolve("demo.csv").toString(),
                        "--exit-when-done");
        int replayCode =
                replay.run(
                        "replay",
                        "--data",
                        data.toString(),
                        "--predictions",
                        folder.resolve("replay.csv").toString());

        assertThat(demoCode).as(demo.err()).isEqualTo(ExitCode.DONE);
        assertThat(replayCode).as(replay.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(folder.resolve("demo.csv")))
                .isEqualTo(Files.readString(folder.resolve("replay.csv")))
                .startsWith(
                        "instrument,open_time,close_time,model,prediction,confidence,down,flat,up\n"
                                + "file:WALK,");
        assertThat(demo.out()).endsWith(replay.out()).contains("majority_class (baseline)");
        assertThat(demo.err()).contains("the feed has ended: 500 candles published");
    }

    /// Market-wide, one at the very close of a candle, and such as come long before the candles.
    @Test
    void withSignalsItsPredictionsAreThoseOfTheReplayToo() throws IOException {
        Path data = candleFile();
        long firstOpen = RandomCandles.of(1, 1).getFirst().openTimeMs();
        StringBuilder rows = new StringBuilder("time,name,value,instrument\n");
        for (int i = -5; i < 500; i++) {
            rows.append(firstOpen + i * 60_000L + i % 7 * 8_000L)
                    .append(",greed,")
                    .append(i * i % 101)
                    .append(i % 9 == 0 ? ",file:WALK\n" : ",\n");
        }
        Path signals = Files.writeString(folder.resolve("signals.csv"), rows);
        CapturedConsole demo = new CapturedConsole();
        CapturedConsole replay = new CapturedConsole();

        int demoCode = demo.run(withSignals("demo", data, signals, "--exit-when-done"));
        int replayCode = replay.run(withSignals("replay", data, signals));

        assertThat(demoCode).as(demo.err()).isEqualTo(ExitCode.DONE);
        assertThat(replayCode).as(replay.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(folder.resolve("demo.csv")))
                .isEqualTo(Files.readString(folder.resolve("replay.csv")))
                .hasLineCount(1 + 500 - 14);
    }

    private String[] withSignals(String command, Path data, Path signals, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                command,
                                "--data",
                                data.toString(),
                                "--signals",
                                signals.toString(),
                                "--set",
                                "learner.features=rsi(14), signal(greed,max_age=1m), signal_age(greed)",
                                "--predictions",
                                folder.resolve(command + ".csv").toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private Path candleFile() throws IOException {
        Series series = new Series(Instrument.parse("test:WALK"), Interval.ONE_MINUTE);
        StringBuilder csv = new StringBuilder("open_time,open,high,low,close,volume\n");
        for (Candle candle : RandomCandles.of(series, 5, 500)) {
            csv.append(candle.openTimeMs())
                    .append(',')
                    .append(candle.open())
                    .append(',')
                    .append(candle.high())
                    .append(',')
                    .append(candle.low())
                    .append(',')
                    .append(candle.close())
                    .append(',')
                    .append(candle.baseVolume())
                    .append('\n');
        }
        return Files.writeString(folder.resolve("WALK-1m.csv"), csv);
    }
}
