package io.candlestream.cli;

import io.candlestream.backtest.BacktestException;
import io.candlestream.broker.BrokerRefusedException;
import io.candlestream.history.UnreadableFileException;
import io.candlestream.registry.RegistryException;
import io.candlestream.report.ReportException;
import io.candlestream.settings.SettingsException;
import io.candlestream.table.TableException;
import io.candlestream.training.TrainingException;
import io.candlestream.trial.TrialException;
import io.candlestream.venue.VenueException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The one place where an exception becomes a message and an exit code.
///
/// | exception | on standard error | exit code |
/// |---|---|---|
/// | wrong options | message, suggestions, where help is | 2 |
/// | input that cannot be used | message | 2 |
/// | anything else | message and its causes | 1 |
///
/// The stack trace is added with `--verbose`.
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static boolean isUnusableInput(Exception exception) {
        return switch (exception) {
            case UsageException _,
                    SettingsException _,
                    BrokerRefusedException _,
                    UnreadableFileException _,
                    TableException _,
                    BacktestException _,
                    TrainingException _,
                    TrialException _,
                    ReportException _,
                    RegistryException _,
                    VenueException _ ->
                    true;
            default -> false;
        };
    }

    @Override
    public int handleExecutionException(
            Exception exception, CommandLine command, ParseResult parsed) {
        boolean unusable = isUnusableInput(exception);
        PrintWriter err = command.getErr();
        err.println("candlestream: " + (unusable ? exception.getMessage() : withCauses(exception)));
        if (isVerbose(command)) {
            exception.printStackTrace(err);
        }
        err.flush();
        return unusable ? ExitCode.UNUSABLE : ExitCode.FAILED;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("candlestream: " + exception.getMessage());
        UnmatchedArgumentException.printSuggestions(exception, err);
        err.println(
                "Try '" + command.getCommandSpec().qualifiedName() + " --help' for its options.");
        err.flush();
        return ExitCode.UNUSABLE;
    }

    private static String withCauses(Exception exception) {
        StringBuilder text = new StringBuilder(described(exception));
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            text.append("\n  caused by ").append(described(cause));
        }
        return text.toString();
    }

    private static String described(Throwable throwable) {
        String kind = throwable.getClass().getSimpleName();
        return throwable.getMessage() == null ? kind : throwable.getMessage() + " (" + kind + ')';
    }

    private static boolean isVerbose(CommandLine command) {
        return command.getMixins().values().stream()
                .anyMatch(mixin -> mixin instanceof SettingsOptions options && options.isVerbose());
    }
}
