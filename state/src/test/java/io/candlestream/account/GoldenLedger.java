package io.candlestream.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.candlestream.golden.GoldenTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One case of `golden/backtest`: decisions, and the ledger that they give.
///
/// @param name of the case
/// @param summary the case in `cases.json`
public record GoldenLedger(String name, String summary) {

    /// The reference was computed in decimals of 60 digits.
    public static final double TOLERANCE = 1e-9;

    private static final Pattern CASE = Pattern.compile("(?s)\"([a-z-]+)\": \\{(.*?)\\}");

    /// All cases.
    public static List<GoldenLedger> all() {
        return CASE.matcher(contents("cases.json"))
                .results()
                .map(match -> new GoldenLedger(match.group(1), match.group(2)))
                .toList();
    }

    /// The candles of all cases: open time, open, high, low, close, volume.
    public static double[][] candles() {
        return GoldenTable.read("backtest/candles.csv").numbers();
    }

    /// The decisions: open time, target.
    public double[][] positions() {
        return GoldenTable.read("backtest/" + name + ".positions.csv").numbers();
    }

    /// The equity curve: open time, equity, drawdown, quantity, close.
    public double[][] equity() {
        return GoldenTable.read("backtest/" + name + ".equity.csv").numbers();
    }

    /// The trades, the header left out, cut into cells.
    public List<String[]> trades() {
        return contents(name + ".trades.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    /// A number of the case.
    public double number(String key) {
        return Double.parseDouble(text(key));
    }

    /// How the account of the case trades.
    public AccountConfig config() {
        return AccountConfig.of(
                number("equity"),
                new CostModel(number("fee_bps"), number("slippage_bps")),
                Sides.valueOf(text("sides").toUpperCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return name;
    }

    /// A number or word of the case, as it is written.
    public String text(String key) {
        Matcher found = Pattern.compile("\"" + key + "\": \"?([^\",\\s]+)").matcher(summary);
        if (!found.find()) {
            throw new IllegalArgumentException(name + " must have " + key + ", has not");
        }
        return Objects.requireNonNull(found.group(1));
    }

    private static String contents(String file) {
        try (InputStream raw = GoldenLedger.class.getResourceAsStream("/golden/backtest/" + file);
                BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(Objects.requireNonNull(raw, file), UTF_8))) {
            return reader.readAllAsString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
