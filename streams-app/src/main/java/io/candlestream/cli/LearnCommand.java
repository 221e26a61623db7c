package io.candlestream.cli;

import io.candlestream.feature.ExpressionException;
import io.candlestream.feature.Scaling;
import io.candlestream.learner.ModelExpression;
import io.candlestream.model.ModelConfig;
import io.candlestream.table.ClassValidation;
import io.candlestream.table.CoefficientsCsv;
import io.candlestream.table.CsvOutput;
import io.candlestream.table.NumberValidation;
import io.candlestream.table.ProgressivePass;
import io.candlestream.table.RefusedRow;
import io.candlestream.table.Table;
import io.candlestream.table.TargetTexts;
import io.candlestream.table.Task;
import io.candlestream.table.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream learn`: progressive validation of a model on any table.
@Command(
        name = "learn",
        description = {
            "Predict each row of a table, then learn from it.",
            "Every column but the target is a feature and must be a number; other rows are refused.",
            "Models: sgd, ftrl, passive_aggressive, softmax, smile, smile_binomial, naive_bayes, rls and",
            "bayesian_regression, with their parameters, as in",
            "sgd(loss=huber(0.1), optimizer=adam(0.01), l2=0.001)."
        })
final class LearnCommand implements Callable<Integer> {

    private static final double SCALED_CLIP = 10;
    private static final int REFUSED_SHOWN = 5;

    private final Console console;
    private long refusedTold;

    @Mixin private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Table: CSV with a header, plain or gzip.")
    private Path data = Path.of("");

    @Option(
            names = "--target",
            required = true,
            paramLabel = "COLUMN",
            description = "The column to be predicted.")
    private String target = "";

    @Option(
            names = "--model",
            required = true,
            paramLabel = "EXPR",
            description = "The model, as in \"sgd(loss=log, optimizer=0.05, l2=0.001)\".")
    private String model = "";

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description =
                    "What the target is: ${COMPLETION-CANDIDATES}. Without it the model decides;"
                            + " passive_aggressive, which can learn both, learns numbers where the"
                            + " target has more than 20 different ones, else classes.")
    private @Nullable Task task;

    @Option(
            names = "--scale",
            paramLabel = "SCALING",
            defaultValue = "none",
            description =
                    "How features are scaled, by rows up to the predicted one: none, standard, or"
                            + " any other that learner.scaling takes (default: ${DEFAULT-VALUE}).")
    private String scale = "none";

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Write every prediction to this CSV file.")
    private @Nullable Path predictions;

    @Option(
            names = "--coefficients",
            paramLabel = "FILE",
            description = "Write the coefficients after the last row to this CSV file.")
    private @Nullable Path coefficients;

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "Write them after the rows 1 to 10 and every N-th as well.")
    private @Nullable Long every;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "Measures as ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    LearnCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var _ = options.load(); // A setting that cannot be used is refused by every command.
        ModelConfig config = parsed("--model", model, ModelExpression::parse);
        Scaling scaling = parsed("--scale", scale, text -> Scaling.parse(text, SCALED_CLIP));
        checkEvery();
        checkFiles();
        Table table = Table.of(data, target);
        Validation validation = validation(config, table);
        ProgressivePass pass =
                new ProgressivePass(table, validation, scaling.create(table.features().size()));
        run(pass, table, validation);
        if (pass.refusedCount() > 0) {
            console.err().printf(Locale.ROOT, "refused %,d rows%n", pass.refusedCount());
        }
        new LearnReport(config, table, pass, validation).print(console.out(), format);
        return ExitCode.DONE;
    }

    private Validation validation(ModelConfig config, Table table) {
        int featureCount = table.features().size();
        try {
            return switch (task == null ? Task.of(config, table) : task) {
                case CLASSES ->
                        new ClassValidation(config, featureCount, TargetTexts.in(table).classes());
                case NUMBERS -> new NumberValidation(config, featureCount);
            };
        } catch (IllegalArgumentException e) {
            throw new UsageException("--model: " + e.getMessage());
        }
    }

    private void run(ProgressivePass pass, Table table, Validation validation) {
        try (@Nullable CsvOutput predicted =
                        predictions == null ? null : new CsvOutput(predictions);
                @Nullable CsvOutput learned =
                        coefficients == null ? null : new CsvOutput(coefficients)) {
            CoefficientsCsv rows =
                    learned == null ? null : coefficientsIn(learned, table, validation);
            if (predicted != null) {
                validation.writeHeader(predicted);
            }
            pass.run(
                    this::tellRefused,
                    row -> {
                        if (predicted != null) {
                            validation.writePrediction(row, predicted);
                        }
                        if (rows != null) {
                            rows.take(row.row());
                        }
                    });
            if (predicted != null) {
                predicted.finish();
            }
            if (rows != null) {
                rows.finish();
            }
        }
    }

    private CoefficientsCsv coefficientsIn(CsvOutput out, Table table, Validation validation) {
        return new CoefficientsCsv(
                out, validation.model(), table.features(), every == null ? 0 : every);
    }

    private void tellRefused(RefusedRow row) {
        if (refusedTold < REFUSED_SHOWN) {
            refusedTold++;
            console.err().println(data + ", " + row + "; row refused");
        }
    }

    private void checkEvery() {
        if (every != null && every < 1) {
            throw new UsageException("--every must be at least 1, was " + every);
        }
        if (every != null && coefficients == null) {
            throw new UsageException("--every needs --coefficients");
        }
    }

    private void checkFiles() throws IOException {
        checkDifferent("--predictions", predictions, "--data", data);
        checkDifferent("--coefficients", coefficients, "--data", data);
        checkDifferent("--coefficients", coefficients, "--predictions", predictions);
    }

    private static void checkDifferent(
            String option, @Nullable Path file, String otherOption, @Nullable Path other)
            throws IOException {
        if (file == null || other == null) {
            return;
        }
        boolean bothExist = Files.exists(file) && Files.exists(other);
        boolean isSame =
                bothExist ? Files.isSameFile(file, other) : plain(file).equals(plain(other));
        if (isSame) {
            throw new UsageException(
                    "%s must be another file than %s, was %s".formatted(option, otherOption, file));
        }
    }

    private static Path plain(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static <T> T parsed(String option, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (ExpressionException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
    }
}
