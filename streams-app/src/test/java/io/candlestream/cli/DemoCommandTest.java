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
