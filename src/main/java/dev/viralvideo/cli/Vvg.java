package dev.viralvideo.cli;

import dev.viralvideo.failure.Failure;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line. */
@Command(
        name = "vvg",
        description = "A topic goes in; a finished, narrated, captioned short video comes out.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Vvg {
    private static final List<Class<?>> COMMANDS = List.of(
            Make.class,
            Serve.class,
            Submit.class,
            ListCommand.class,
            StatusCommand.class,
            Cancel.class,
            RetryCommand.class,
            Dead.class,
            TemplatesCommand.class,
            VoicesCommand.class,
            Estimate.class,
            Keys.class,
            TokensCommand.class,
            UsersCommand.class,
            Costs.class,
            CacheCommand.class,
            Doctor.class,
            ConfigCommand.class,
            Rehearse.class);

    private Vvg() {}

    /**
     * @param start the pipeline's starters; only the commands that need one call it
     * @return the exit code
     */
    public static int run(Starters start, String... arguments) {
        CommandLine line = new CommandLine(Vvg.class, new Commands(start));
        commands(arguments).forEach(line::addSubcommand);
        line.getSubcommands().values().forEach(Vvg::withHelp);
        line.setExecutionStrategy(new CommandLine.RunLast());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Vvg::wrongUse);
        line.setExecutionExceptionHandler(Vvg::tell);
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return ExitCode.WRONG_USE;
        }
        return line.execute(arguments);
    }

    /** The one that is asked for; all of them where it is not clear which. To describe all takes half a second. */
    private static List<Class<?>> commands(String... arguments) {
        List<Class<?>> asked = COMMANDS.stream()
                .filter(type -> arguments.length > 0 && name(type).equals(arguments[0]))
                .toList();
        return asked.isEmpty() ? COMMANDS : asked;
    }

    private static String name(Class<?> type) {
        return type.getAnnotation(Command.class).name();
    }

    /**
     * Each command explains itself. Not by {@code mixinStandardHelpOptions}: added afterwards, those options shift the
     * arguments of a command that is a method.
     */
    private static void withHelp(CommandLine line) {
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build());
        line.getSubcommands().values().forEach(Vvg::withHelp);
    }

    private static int wrongUse(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        String message = WrongUse.message(problem);
        command.getErr().println("vvg: " + message);
        if (Arrays.asList(arguments).contains("--json")) {
            command.getOut()
                    .println(
                            Outcome.json(List.of(Outcome.refused(null, new Failure.Validation("WRONG_USE", message)))));
        }
        return ExitCode.WRONG_USE;
    }

    /** One clear line; the stack trace only for who asks for it. */
    private static int tell(Exception problem, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        boolean known = problem instanceof Failure;
        err.println("vvg: " + (known ? problem.getMessage() : "unexpected " + problem + "; --verbose shows where"));
        if (parsed.expandedArgs().contains("--verbose")) {
            problem.printStackTrace(err);
        }
        return known ? ExitCode.of(((Failure) problem).category()) : ExitCode.FAILED;
    }

    /** Hands the pipeline's starter to those commands that ask for it. */
    private record Commands(Starters start) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == Make.class) {
                return type.cast(new Make(start.command()));
            }
            if (type == Serve.class) {
                return type.cast(new Serve(start.service()));
            }
            if (type == VoicesCommand.class) {
                return type.cast(new VoicesCommand(start.command()));
            }
            if (type == Rehearse.class) {
                return type.cast(new Rehearse(start));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
