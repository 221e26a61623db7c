package io.candlestream.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// A CSV file of reference values from `golden/`, plain or gzipped; PROVENANCE.md says where each
/// is from.
public final class GoldenTable {

    private final List<String> header;
    private final List<String[]> rows;

    private GoldenTable(List<String> header, List<String[]> rows) {
        this.header = header;
        this.rows = rows;
    }

    /// Reads a file under `golden/`.
    public static GoldenTable read(String file) {
        try (InputStream raw = GoldenTable.class.getResourceAsStream("/golden/" + file);
                InputStream plain =
                        file.endsWith(".gz")
                                ? new GZIPInputStream(Objects.requireNonNull(raw, file))
                                : Objects.requireNonNull(raw, file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
            List<String[]> lines = new ArrayList<>();
            reader.lines().map(GoldenTable::cells).forEach(lines::add);
            return new GoldenTable(Arrays.asList(lines.getFirst()), lines.subList(1, lines.size()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The candles that TA-Lib's columns were computed on.
    public static List<Candle> candles() {
        GoldenTable table = read("indicators/candles.csv");
        Series series = new Series(new Instrument("test", "GOLDEN"), Interval.ONE_MINUTE);
        double[] openTimes = table.column("open_time");
        double[] opens = table.column("open");
        double[] highs = table.column("high");
        double[] lows = table.column("low");
        double[] closes = table.column("close");
        double[] volumes = table.column("volume");
        return IntStream.range(0, opens.length)
                .mapToObj(i ->
                        new Candle(
                                series,
                                (long) openTimes[i],
                                opens[i],
                                highs[i],
                                lows[i],
                                closes[i],
                                volumes[i]))
                .toList();
    }

    /// TA-Lib's columns.
    public static GoldenTable taLib() {
        return read("indicators/ta-lib-0.4.0.csv.gz");
    }

    /// @return a row a line, NaN where the cell is empty or says so
    public double[][] numbers() {
        return rows.stream()
                .map(row -> Arrays.stream(row).mapToDouble(GoldenTable::number).toArray())
                .toArray(double[][]::new);
    }

    /// @return the column, NaN where the cell is empty or says so
    public double[] column(String name) {
        int index = header.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("column must be one of " + header + ", was " + name);
        }
        return rows.stream().mapToDouble(row -> number(row[index])).toArray();
    }

    /// @return the names of the columns
    public List<String> header() {
        return header;
    }

    private static double number(String cell) {
        boolean isNumber = !cell.isEmpty() && !cell.equals("nan");
        return isNumber ? Double.parseDouble(cell) : Double.NaN;
    }

    /// Cells may be quoted, and commas inside quotes do not separate.
    private static String[] cells(String line) {
        if (line.indexOf('"') < 0) {
            return line.split(",", -1);
        }
        String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        return Arrays.stream(cells).map(cell -> cell.replace("\"", "")).toArray(String[]::new);
    }
}
