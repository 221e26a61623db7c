package io.candlestream.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The numbers of a comma-separated golden file, its header left out.
public final class GoldenCsv {

    private GoldenCsv() {}

    /// @param resource path under the golden resources
    /// @return a row a line
    public static double[][] read(String resource) {
        try (InputStream in = GoldenCsv.class.getResourceAsStream("/golden/" + resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no golden file " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(GoldenCsv::row).toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] row(String line) {
        return List.of(line.split(",", -1)).stream()
                .map(cell -> cell.equals("nan") ? "NaN" : cell)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
