package io.candlestream.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The reference values of one case of `golden/metrics/cases.json`, all of them to a relative error
/// of 1e-9.
final class GoldenMeasures {

    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d.eE+-]*");

    private final String text;

    private GoldenMeasures(String text) {
        this.text = text;
    }

    static GoldenMeasures read(String name) {
        try (InputStream file =
                GoldenMeasures.class.getResourceAsStream("/golden/metrics/cases.json")) {
            String all =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            int from = all.indexOf("\n \"" + name + "\": {");
            return new GoldenMeasures(all.substring(from, all.indexOf("\n }", from)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Fails when the value is not the reference.
    void check(String measure, double actual) {
        checkAll(measure, new double[] {actual});
    }

    /// Fails when the values are not the references, those of a matrix row by row.
    void checkAll(String measure, double[] actual) {
        double[] expected = numbers(measure);
        assertThat(actual).as(measure).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as(measure)
                    .isCloseTo(expected[i], within(1e-9 * Math.abs(expected[i])));
        }
    }

    private double[] numbers(String measure) {
        int from = text.indexOf("\n  \"" + measure + "\": ");
        assertThat(from).as(measure).isNotNegative();
        int to = text.indexOf("\n  \"", from + 1);
        Matcher numbers =
                NUMBER.matcher(
                        text.substring(from + measure.length() + 6, to < 0 ? text.length() : to));
        return numbers.results().mapToDouble(match -> Double.parseDouble(match.group())).toArray();
    }
}
