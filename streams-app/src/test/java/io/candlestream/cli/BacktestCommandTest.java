package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

    @TempDir private Path folder;
    private final CapturedConsole console = new CapturedConsole();

    @BeforeEach
    void writeCandles() throws IOException {
        write(
                "COIN-1m.csv",
                """
                open_time,open,high,low,close,volume
                60000,10,10,10,10,1
                120000,10,20,10,20,1
                180000,20,40,20,40,1
                240000,50,50,50,50,1
                """);
        write(
                "METAL-1m.csv",
                """
                open_time,open,high,low,close,volume
                60000,4,4,4,4,1
                120000,4,4,2,2,1
                """);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private int backtest(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("backtest", "--data", file("COIN-1m.csv")));
        arguments.addAll(Arrays.asList(more));
        return console.run(arguments.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(Files.readString(folder.resolve("run/report.json")));
    }

    @Nested
    class Decisions {

        @BeforeEach
        void writePositions() throws IOException {
            write("p.csv", "open_time,target\n60000,1\n180000,0\n");
        }

        @Test
        void becomeAnEquityCurveTradesAndAReport() throws IOException {
            int code =
                    backtest(
                            "--positions",
                            file("p.csv"),
                            "--out",
                            file("run"),
                            "--fee-bps",
                            "0",
                            "--slippage-bps",
                            "0",
                            "--equity",
                            "100");

            assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
            assertThat(Files.readAllLines(folder.resolve("run/equity_curve.csv")))
                    .containsExactly(
                            "open_time,equity,drawdown,quantity,close",
                            "60000,100.0,0.0,0.0,10.0",
                            "120000,200.0,0.0,10.0,20.0",
                            "180000,400.0,0.0,10.0,40.0",
                            "240000,500.0,0.0,0.0,50.0");
            assertThat(Files.readAllLines(folder.resolve("run/trades.csv")))
                    .containsExactly(
                            "instrument,side,entry_time,entry_price,exit_time,exit_price,quantity,"
                                    + "fees,profit,return,still_open",
                            "file:COIN,long,120000,10.0,240000,50.0,10.0,0.0,400.0,4.0,false");
            JsonNode report = report();
            assertThat(report.path("metrics").path("total_return_pct").asDouble()).isEqualTo(400);
            assertThat(report.path("metrics").path("exposure_pct").asDouble()).isEqualTo(50);
            assertThat(report.path("metrics").path("profit_factor").isNull()).isTrue();
            assertThat(
                            report.path("baselines")
                                    .path("buy_and_hold")
                                    .path("final_equity")
                                    .asDouble())
                    .isEqualTo(500);
            assertThat(report.path("config").path("fill").asText()).isEqualTo("next_open");
            assertThat(report.path("config").path("fee_bps").asDouble()).isZero();
            assertThat(report.path("periods_a_year").asDouble()).isEqualTo(525_600);
        }

        @Test
        void areShownBesideBuyingAndHolding() {
            backtest("--positions", file("p.csv"), "--out", file("run"));

            assertThat(console.out())
                    .contains("file:COIN   positions ", "buy and hold (baseline)")
                    .contains("file:COIN@1m: 4 candles; the positions returned ");
            assertThat(console.err()).contains("accounted for 4 candles in ");
        }

        @Test
        void filledAtTheirOwnCloseAreMarkedAsOptimistic() throws IOException {
            backtest("--positions", file("p.csv"), "--out", file("run"), "--fill", "same_close");

            assertThat(console.out()).contains("Optimistic: ");
            assertThat(report().path("config").path("fill_is_optimistic").asBoolean()).isTrue();
        }

        @Test
        void areStoppedAtALossWhereAsked() throws IOException {
            write("p.csv", "open_time,target\n60000,-1\n");
            backtest(
                    "--positions",
                    file("p.csv"),
                    "--out",
                    file("run"),
                    "--sides",
                    "long_short",
                    "--set",
                    "backtest.stop-loss-bps=5000",
                    "--fee-bps=0",
                    "--slippage-bps=0");

            assertThat(Files.readAllLines(folder.resolve("run/trades.csv")).getLast())
                    .startsWith("file:COIN,short,120000,10.0,120000,15.0,1000.0,0.0,-5000.0");
        }

        @Test
        void mayBePackedAndHoldUntilTheNextRow() throws IOException {
            Path packed = folder.resolve("p.csv.gz");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
                out.write("Target,Open_Time\n1,60000\n".getBytes(StandardCharsets.UTF_8));
            }
            backtest("--positions", packed.toString(), "--out", file("run"));

            assertThat(Files.readAllLines(folder.resolve("run/trades.csv")).getLast())
                    .endsWith("true");
        }

        @Test
        void giveTheSameFilesToTheByteWhenRepeated() throws IOException {
            backtest("--positions", file("p.csv"), "--out", file("run"));
            backtest("--positions", file("p.csv"), "--out", file("again"));

            for (String name : List.of("report.json", "equity_curve.csv", "trades.csv")) {
                assertThat(folder.resolve("again").resolve(name))
                        .hasSameBinaryContentAs(folder.resolve("run").resolve(name));
            }
        }

        @Test
        void atCandlesThatAreNotThereAreCountedAndHoldFromTheNextClose() throws IOException {
            write("p.csv", "open_time,target\n0,0.5\n300000,1\n");
            backtest(
                    "--positions",
                    file("p.csv"),
                    "--out",
                    file("run"),
                    "--set",
                    "backtest.fee-bps=0");

            assertThat(console.err())
                    .contains(
                            "file:COIN@1m: 2 of 2 decisions were made at candles that are not there");
            assertThat(Files.readAllLines(folder.resolve("run/trades.csv")).getLast())
                    .startsWith("file:COIN,long,120000,");
        }
    }

    @Nested
    class AFolder {

        @BeforeEach
        void writePositions() throws IOException {
            write("p.csv", "open_time,target\n60000,1\n");
        }

        @Test
        void thatExistsIsRefused() throws IOException {
            Files.createDirectory(folder.resolve("run"));

            int code = backtest("--positions", file("p.csv"), "--out", file("run"));

            assertThat(code).isEqualTo(ExitCode.UNUSABLE);
            assertThat(console.err()).contains("run: must not exist, or --overwrite be given");
            assertThat(folder.resolve("run")).isEmptyDirectory();
        }

        @Test
        void thatExistsIsWrittenOverWhereAsked() throws IOException {
            backtest("--positions", file("p.csv"), "--out", file("run"));
            write("p.csv", "open_time,target\n60000,0\n");

            int code = backtest("--positions", file("p.csv"), "--out", file("run"), "--overwrite");

            assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
            assertThat(report().path("metrics").path("total_trades").asInt()).isZero();
            assertThat(folder.resolve("run"))
                    .isDirectoryNotContaining("glob:**.unfinished")
                    .isDirectoryContaining("glob:**/report.json");
        }

        @Test
        void ofARunThatFailedStandsInNobodysWay() throws IOException {
            write("p.csv", "open_time,target\n60000,1\n120000,NaN\n");

            assertThat(backtest("--positions", file("p.csv"), "--out", file("run"))).isEqualTo(2);
            assertThat(folder.resolve("run")).doesNotExist();
        }

        @Test
        void keepsItsFilesWhenTheRunThatWouldReplaceThemFails() throws IOException {
            backtest("--positions", file("p.csv"), "--out", file("run"));
            String before = Files.readString(folder.resolve("run/equity_curve.csv"));
            write("p.csv", "open_time,target\n60000,0\n120000,NaN\n");
            backtest("--positions", file("p.csv"), "--out", file("run"), "--overwrite");

            assertThat(folder.resolve("run/equity_curve.csv")).hasContent(before);
            assertThat(report().path("metrics").path("total_trades").asInt()).isEqualTo(1);
        }
    }

    @Nested
    class SeveralInstruments {

        @Test
        void haveAnAccountEach() throws IOException {
            write(
                    "p.csv",
                    """
                    instrument,open_time,target
                    file:METAL,60000,1
                    file:COIN,60000,0
                    file:COIN,120000,1
                    """);
            int code =
                    backtest(
                            file("METAL-1m.csv"),
                            "--positions",
                            file("p.csv"),
                            "--out",
                            file("run"),
                            "--fee-bps=0",
                            "--slippage-bps=0");

            assertThat(code).as(console.err()).isEqualTo(ExitCode.DONE);
            assertThat(Files.readAllLines(folder.resolve("run/trades.csv")))
                    .satisfiesExactly(
                            header -> assertThat(header).startsWith("instrument,"),
                            coin -> assertThat(coin).startsWith("file:COIN,long,180000,20.0"),
                            metal -> assertThat(metal).startsWith("file:METAL,long,120000,4.0"));
            assertThat(Files.readAllLines(folder.resolve("run/equity_curve-file-METAL.csv")))
                    .endsWith("120000,5000.0,0.5,2500.0,2.0");
            assertThat(folder.resolve("run/equity_curve-file-COIN.csv")).exists();
            JsonNode accounts = report().path("accounts");
            assertThat(accounts).hasSize(2);
            assertThat(accounts.path(1).path("instrument").asText()).isEqualTo("file:METAL");
            assertThat(accounts.path(1).path("metrics").path("total_return_pct").asDouble())
                    .isEqualTo(-50);
        }

        @Test
        void mustBeNamedInTheDecisions() throws IOException {
            write("p.csv", "open_time,target\n60000,1\n");

            int code =
                    backtest(
                            file("METAL-1m.csv"),
                            "--positions",
                            file("p.csv"),
                            "--out",
                            file("run"));

            assertThat(code).isEqualTo(ExitCode.UNUSABLE);
            assertThat(console.err())
                    .contains("p.csv: must have the column instrument, has open_time,target");
        }

        @Test
        void comeAtOneIntervalEach() throws IOException {
            write("p.csv", "open_time,target\n60000,1\n");
            write(
                    "COIN-2m.csv",
                    """
                    open_time,open,high,low,close,volume
                    0,10,10,10,10,1
                    120000,10,10,10,10,1
                    """);

            int code =
                    backtest(
                            file("COIN-2m.csv"),
                            "--positions",
                            file("p.csv"),
                            "--out",
                            file("run"));

            assertThat(code).isEqualTo(ExitCode.UNUSABLE);
            assertThat(console.err())
                    .contains("file:COIN must come at one interval, was at 1m and 2m");
        }
    }

    @Test
    void anOptionThatCannotBeUsedIsNamed() throws IOException {
        write("p.csv", "open_time,target\n60000,1\n");

        int code = backtest("--positions", file("p.csv"), "--out", file("run"), "--sides", "short");

        assertThat(code).isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("backtest.sides must be long or long_short");
        assertThat(folder.resolve("run")).doesNotExist();
    }
}
