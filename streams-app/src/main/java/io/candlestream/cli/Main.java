package io.candlestream.cli;

import java.io.PrintWriter;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The program `candlestream`: finds the command, runs it, and ends with an exit code.
///
/// Exit codes: 0 done, 1 failed, 2 wrong usage or unusable input.
@Command(
        name = "candlestream",
        description = "Market candles in, predictions out, learning while they stream.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage or unusable input"},
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.INHERIT)
public final class Main implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    private Main() {}

    /// Runs one command and ends the process with its exit code.
    ///
    /// @param arguments the command and its options
    public static void main(String[] arguments) {
        System.exit(run(Console.standard(), arguments));
    }

    /// Runs one command.
    ///
    /// @return the exit code
    static int run(Console console, String... arguments) {
        Failures failures = new Failures();
        return new CommandLine(new Main())
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new ServeCommand(console))
                .addSubcommand(new BrokerCommand(console))
                .addSubcommand(
                        FeedVenueCommand.addAll(new CommandLine(new FeedCommand()), console)
                                .addSubcommand(new FeedFileCommand(console))
                                .addSubcommand(new FeedSampleCommand(console))
                                .addSubcommand(new FeedSyntheticCommand(console))
                                .addSubcommand(new FeedSignalsCommand(console))
                                .addSubcommand(new FeedStatusCommand(console)))
                .addSubcommand(new ReplayCommand(console))
                .addSubcommand(new FeaturesCommand(console))
                .addSubcommand(new LearnCommand(console))
                .addSubcommand(new TrainCommand(console))
                .addSubcommand(
                        new CommandLine(new ModelsCommand())
                                .addSubcommand(new ModelsListCommand(console))
                                .addSubcommand(new ModelsShowCommand(console))
                                .addSubcommand(new ModelsExportCommand(console))
                                .addSubcommand(new ModelsImportCommand(console)))
                .addSubcommand(
                        new CommandLine(new BacktestCommand(console))
                                .addSubcommand(new BacktestCompareCommand(console)))
                .addSubcommand(new PredictionsCommand(console))
                .addSubcommand(new TopicCommand(console))
                .addSubcommand(
                        new CommandLine(new DataCommand())
                                .addSubcommand(new DataCheckCommand(console))
                                .addSubcommand(new DataConvertCommand(console))
                                .addSubcommand(new DataResampleCommand(console)))
                .addSubcommand(new BenchCommand(console))
                .addSubcommand(new DoctorCommand(console))
                .addSubcommand(new WarmUpCommand())
                .setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .execute(arguments);
    }

    /// Without a command there is nothing to do but to say which there are.
    @Override
    public void run() {
        PrintWriter err = spec.commandLine().getErr();
        spec.commandLine().usage(err);
        throw new UsageException("which command?");
    }

    /// What `--version` prints.
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String ours = Main.class.getPackage().getImplementationVersion();
            return new String[] {
                "candlestream %s (Kafka %s, Java %s)"
                        .formatted(
                                ours == null ? "unpackaged" : ours,
                                AppInfoParser.getVersion(),
                                Runtime.version())
            };
        }
    }
}
