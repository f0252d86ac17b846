package dev.viralvideo.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line, and what was probably meant. */
final class WrongUse {
    private WrongUse() {}

    static String message(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String message = problem instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched, command, name)
                : problem.getMessage();
        return inOneLine(message) + "; see " + name + " --help";
    }

    private static String unmatched(UnmatchedArgumentException problem, CommandLine command, String name) {
        String first = problem.getUnmatched().get(0);
        if (problem.isUnknownOption()) {
            return "Unknown option: '" + first + "'" + meant(problem.getSuggestions());
        }
        if (!command.getSubcommands().isEmpty()) {
            List<String> meant = problem.getSuggestions();
            boolean topic = command.getParent() == null && (meant.isEmpty() || first.contains(" "));
            return "there is no command '" + first + "'"
                    + (topic ? "; a video is made by " + name + " make \"TOPIC\"" : meant(meant));
        }
        return "'" + first + "' is one argument too many; put words that belong together in quotes: \"two words\"";
    }

    private static String meant(List<String> suggestions) {
        return suggestions.isEmpty() ? "" : "; did you mean " + suggestions.get(0) + "?";
    }

    private static String inOneLine(String message) {
        return message.replaceAll("\\s*\\R\\s*", " ")
                .replaceAll(" is not an? (double|float)$", " is not a number")
                .replaceAll(" is not an? (long|int)$", " is not a whole number");
    }
}
