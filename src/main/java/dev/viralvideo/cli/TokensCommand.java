package dev.viralvideo.cli;

import dev.viralvideo.api.Scope;
import dev.viralvideo.api.Token;
import dev.viralvideo.api.Tokens;
import dev.viralvideo.config.Settings;
import dev.viralvideo.keys.CallbackSecret;
import dev.viralvideo.keys.KeyStore;
import dev.viralvideo.keys.Masking;
import dev.viralvideo.keys.Secrets;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vvg tokens}: who may use the REST API. */
@Command(
        name = "tokens",
        description = "Makes, lists and revokes tokens of the REST API.",
        synopsisSubcommandLabel = "COMMAND")
final class TokensCommand {
    @Spec
    private CommandSpec spec;

    @Command(name = "create", description = "Makes a token and prints it: the only time that it can be seen.")
    int create(
            @Mixin GlobalOptions options,
            @Parameters(paramLabel = "NAME", description = "who will use it") String name,
            @Option(names = "--scope", defaultValue = "READ", description = "read (default) or write") Scope scope,
            @Option(names = "--days", description = "until it expires (default: never)") Integer days) {
        try (State state = new State(options.settings())) {
            Duration life = days == null ? null : Duration.ofDays(days);
            out().println(tokens(state).create(name, scope, life));
        }
        return ExitCode.DONE;
    }

    @Command(name = "list", description = "Lists the tokens, without their secrets.")
    int list(@Mixin GlobalOptions options) {
        try (State state = new State(options.settings())) {
            for (Token token : tokens(state).list()) {
                out().printf(
                                "%s  %-5s  %s  %-8s  %s%n",
                                token.id(), token.scope(), token.createdAt(), state(token), token.name());
            }
        }
        return ExitCode.DONE;
    }

    @Command(name = "revoke", description = "Ends a token for good.")
    int revoke(@Mixin GlobalOptions options, @Parameters(paramLabel = "ID", description = "see list") String id) {
        try (State state = new State(options.settings())) {
            tokens(state).revoke(id);
            out().println(id + " is revoked");
        }
        return ExitCode.DONE;
    }

    @Command(name = "callback-secret", description = "Prints what callbacks are signed with.")
    int callbackSecret(@Mixin GlobalOptions options) {
        Settings settings = options.settings();
        KeyStore store = new KeyStore(settings.providers().keysFolder(), System.getenv("VVG_MASTER_KEY"));
        out().println(CallbackSecret.of(new Secrets(System.getenv(), store, Masking.OF_THIS_PROCESS), store));
        return ExitCode.DONE;
    }

    private static Tokens tokens(State state) {
        return new Tokens(state.dataSource(), Clock.systemUTC());
    }

    private static String state(Token token) {
        return token.revokedAt() != null ? "revoked" : token.isGood(Instant.now()) ? "good" : "expired";
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
