package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesCommandTest {

    @TempDir private Path folder;
    private final CapturedConsole console = new CapturedConsole();

    @Test
    void writesAColumnAnExpressionEmptyWhileItWarmsUp() throws IOException {
        Path data = candles();
        Path out = folder.resolve("features.csv");

        int code =
                console.run(
                        "features",
                        "--data",
                        data.toString(),
                        "--features",
                        "sma(2), volume, roc(1)",
                        "--out",
                        out.toString());

        assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(out))
                .containsExactly(
                        "instrument,interval,open_time,\"sma(2)\",\"volume\",\"roc(1)\"",
                        "file:venue,1m,60000,,10.0,",
                        "file:venue,1m,120000,3.0,10.0,100.0",
                        "file:venue,1m,180000,5.0,30.0,50.0");
        assertThat(console.err()).contains("computed 3 features over 3 candles");
    }

    @Test
    void aMistakeIsNamedWithItsColumnBeforeAnythingIsRead() {
        int code = console.run("features", "--data", "none.csv", "--features", "close, sma(0)");

        assertThat(code).isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("column 12: sma takes a period from 1 to 10000, was 0");
    }

    @Test
    void readsSignalsAsTheyWereKnownAtEachClose() throws IOException {
        Path data = candles();
        Path signals = folder.resolve("signals.csv");
        Files.writeString(signals, "time,name,value\n180001,greed,9\n180000,greed,8\nx,greed,1\n");
        Path out = folder.resolve("features.csv");

        int code =
                console.run(
                        "features",
                        "--data",
                        data.toString(),
                        "--signals",
                        signals.toString(),
                        "--features",
                        "signal(greed), signal_age(greed)",
                        "--out",
                        out.toString());

        assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(out))
                .containsExactly(
                        "instrument,interval,open_time,\"signal(greed)\",\"signal_age(greed)\"",
                        "file:venue,1m,60000,,",
                        "file:venue,1m,120000,8.0,0.0",
                        "file:venue,1m,180000,9.0,59.999");
        assertThat(console.err()).contains("signals.csv, line 4: time must be epoch milliseconds");
    }

    @Test
    void aSignalThatNeverComesIsRefusedWithItsColumnBeforeTheFirstCandle() throws IOException {
        int code =
                console.run(
                        "features",
                        "--data",
                        candles().toString(),
                        "--features",
                        "close, ema(signal(greed),3)");

        assertThat(code).isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.out()).isEmpty();
        assertThat(console.err())
                .contains(
                        "--features: column 12: signal greed must come for file:venue at least once,"
                                + " there are no signals for it");
    }

    private Path candles() throws IOException {
        return Files.writeString(
                folder.resolve("venue-1m.csv"),
                """
                open_time,open,high,low,close,volume
                60000,1,2,1,2,10
                120000,2,4,2,4,10
                180000,4,6,4,6,30
                """);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        int code = console.run("features", "--explain", "bolinger(20,2).upper");

        assertThat(code).isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("bollinger");
    }

    @Test
    void explainsWhatAnExpressionMeans() {
        int code = console.run("features", "--explain", "macd(12,26,9).histogram");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).contains("means", "warm-up    34 candles", "macd(");
    }

    @Test
    void explainsWhatIsNoDefinitionOfTheCatalog() {
        int code = console.run("features", "--explain", "on(1h, ta4j(ChopIndicator,14))");

        assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(console.out())
                .contains(
                        "on(interval, expression)",
                        "means    on(1h,ta4j(ChopIndicator,14,100))",
                        "org.ta4j.core.indicators.ChopIndicator(BarSeries, int, int)");
    }

    @Test
    void aMistakeInATa4jIndicatorIsNamedWithItsColumn() {
        int code = console.run("features", "--explain", "close, ta4j(ChopIndikator,14)");

        assertThat(code).isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("column 13: ", "did you mean ChopIndicator?");
    }

    @Test
    void listsEveryNameAsATableAndAsJson() {
        assertThat(console.run("features", "--list")).isEqualTo(ExitCode.DONE);
        assertThat(console.run("features", "--list", "--format", "json")).isEqualTo(ExitCode.DONE);

        assertThat(console.out())
                .contains("sma(source=close, period=20)  ")
                .contains("on(interval, expression)  ", "ta4j(class, source=close, numbers...)  ")
                .contains("\"usage\" : \"sma(source=close, period=20)\"");
    }
}
