package io.candlestream.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.bench.Figure;
import io.candlestream.bench.Machine;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Figures beside their limits, and the machine they were measured on.
///
/// @param machine where
/// @param figures in the order in which they were measured
record FigureReport(Machine machine, List<Figure> figures) {

    private static final double GIBIBYTE = 1 << 30;

    void print(PrintWriter out, OutputFormat format) {
        switch (format) {
            case TABLE -> printTable(out);
            case JSON -> printJson(out);
        }
        out.flush();
    }

    private void printTable(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, %d cores, %.1f GiB, heap up to %.2f GiB; %s; %s; load average %.2f%n%n",
                machine.cpu(),
                machine.cores(),
                machine.memoryBytes() / GIBIBYTE,
                machine.heapBytes() / GIBIBYTE,
                machine.os(),
                machine.jvm(),
                machine.loadAverage());
        TextTable table =
                new TextTable("name", "measured", "unit", "limit", "ratio", "target", "met");
        for (Figure figure : figures) {
            Figure.Limit limit = figure.limit();
            Boolean met = figure.met();
            table.add(
                    figure.name(),
                    number(figure.measured()),
                    figure.unit(),
                    limit == null ? "" : limit.name() + ": " + number(limit.value()),
                    number(figure.ratio()),
                    target(figure.target()),
                    met == null ? "" : met ? "yes" : "no");
        }
        table.print(out);
    }

    private static String target(Figure.@Nullable Target target) {
        if (target == null) {
            return "";
        }
        String sign =
                switch (target.comparison()) {
                    case AT_LEAST -> ">= ";
                    case AT_MOST -> "<= ";
                };
        return switch (target.of()) {
            case MEASURED -> sign + number(target.bound());
            case RATIO -> "ratio " + sign + number(target.bound());
        };
    }

    /// Three significant digits and no less than whole units.
    static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        if (value == 0 || Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        int whole = (int) Math.floor(Math.log10(Math.abs(value)));
        return String.format(Locale.ROOT, "%." + Math.min(6, 2 - whole) + "f", value);
    }

    private void printJson(PrintWriter out) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode report = json.createObjectNode();
        report.putObject("machine")
                .put("cpu", machine.cpu())
                .put("cores", machine.cores())
                .put("memory_bytes", machine.memoryBytes())
                .put("heap_bytes", machine.heapBytes())
                .put("os", machine.os())
                .put("jvm", machine.jvm())
                .put("load_average", machine.loadAverage());
        var all = report.putArray("figures");
        for (Figure figure : figures) {
            put(all.addObject(), figure);
        }
        out.println(report.toPrettyString());
    }

    private static void put(ObjectNode node, Figure figure) {
        node.put("name", figure.name())
                .put("measured", figure.measured())
                .put("unit", figure.unit());
        Figure.Limit limit = figure.limit();
        if (limit != null) {
            node.putObject("limit").put("name", limit.name()).put("value", limit.value());
            node.put("ratio", figure.ratio());
        }
        Figure.Target target = figure.target();
        if (target != null) {
            node.putObject("target")
                    .put("of", word(target.of()))
                    .put("comparison", word(target.comparison()))
                    .put("bound", target.bound());
            node.put("met", figure.met());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
