package io.candlestream.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Short backtests of seeded candles, in a folder.
///
/// @param folder holds candle files and runs
record BacktestRuns(Path folder) {

    Path candles(String name, long seed) throws IOException {
        List<String> rows = new ArrayList<>(List.of("open_time,open,high,low,close,volume"));
        for (Candle c : RandomCandles.of(seed, 2_000)) {
            rows.add(
                    Stream.of(c.open(), c.high(), c.low(), c.close(), c.baseVolume())
                            .map(String::valueOf)
                            .reduce(Long.toString(c.openTimeMs()), (a, b) -> a + ',' + b));
        }
        return Files.write(folder.resolve(name), rows);
    }

    /// Walks forward over `COIN-1m.csv` in three folds.
    CapturedConsole walk(String run, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "backtest",
                                "--data",
                                candles("COIN-1m.csv", 5).toString(),
                                "--out",
                                folder.resolve(run).toString(),
                                "--set=backtest.train=1000",
                                "--set=backtest.test=300",
                                "--set",
                                "learner.features=return(1), rsi(14)"));
        arguments.addAll(Arrays.asList(more));
        return run(arguments);
    }

    /// Accounts for two decisions.
    CapturedConsole positions(String run) throws IOException {
        Path decided =
                Files.writeString(
                        folder.resolve("p.csv"),
                        "open_time,target\n1704067260000,1\n1704067500000,0\n");
        return run(
                List.of(
                        "backtest",
                        "--data",
                        candles("COIN-1m.csv", 5).toString(),
                        "--positions",
                        decided.toString(),
                        "--out",
                        folder.resolve(run).toString()));
    }

    static CapturedConsole run(List<String> arguments) {
        CapturedConsole console = new CapturedConsole();
        int code = console.run(arguments.toArray(String[]::new));
        if (code != ExitCode.DONE) {
            throw new AssertionError("exit code " + code + ": " + console.err());
        }
        return console;
    }

    JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(name).toFile());
    }
}
