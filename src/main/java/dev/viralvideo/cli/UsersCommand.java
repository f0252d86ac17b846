package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.ops.user.Role;
import dev.viralvideo.ops.user.Users;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vvg users set|list|remove}: who may log in to the console of a service. */
@Command(name = "users", description = "Keeps the users of the console (Hawtio), their passwords hashed.")
final class UsersCommand {
    @Spec
    private CommandSpec spec;

    @Command(
            name = "set",
            description = "Adds a user or changes one; the password is asked for, or read from standard input.")
    int set(
            @Mixin GlobalOptions options,
            @Parameters(paramLabel = "NAME") String name,
            @Option(
                            names = "--role",
                            defaultValue = "admin",
                            description = "admin: may change things (default); viewer: only sees them")
                    Role role) {
        users(options).set(name, role, HiddenInput.read("Password for " + name + ": "));
        out().println(name + " may log in as " + role.label() + ".");
        return ExitCode.DONE;
    }

    @Command(name = "list", description = "Lists the users and their roles.")
    int list(@Mixin GlobalOptions options) {
        users(options).list().forEach(user -> out().printf(
                        "%-24s %s%n", user.name(), user.role().label()));
        return ExitCode.DONE;
    }

    @Command(name = "remove", description = "Removes a user, who is logged out at once.")
    int remove(@Mixin GlobalOptions options, @Parameters(paramLabel = "NAME") String name) {
        users(options).remove(name);
        out().println(name + " is removed.");
        return ExitCode.DONE;
    }

    private static Users users(GlobalOptions options) {
        Settings settings = options.settings();
        settings.folders().create();
        return new Users(settings.folders().users());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
