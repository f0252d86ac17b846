package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.keys.KeyName;
import dev.viralvideo.keys.KeyStore;
import dev.viralvideo.keys.MasterKey;
import dev.viralvideo.keys.Secret;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vvg keys set|list|remove|rotate}. A key is read from a prompt or standard input, never from an argument. */
@Command(name = "keys", description = "Keeps the keys of providers, encrypted.")
final class Keys {
    private static final String MASTER = "VVG_MASTER_KEY";

    @Spec
    private CommandSpec spec;

    @Command(name = "set", description = "Stores a key; its value is asked for, or read from standard input.")
    int set(
            @Mixin GlobalOptions options,
            @Parameters(paramLabel = "NAME", description = "of the provider, such as pexels") String name,
            @Parameters(arity = "0..*", hidden = true) List<String> more) {
        if (more != null && !more.isEmpty()) {
            // not repeated: it may well be the key
            throw new Failure.Validation(
                    "KEY_AS_ARGUMENT",
                    "a key is not given as an argument, where other users and the shell's history see it; give only its"
                            + " name and type the value when asked, or pipe it in");
        }
        KeyName key = new KeyName(name);
        store(options).set(key, new Secret(HiddenInput.read("Key for " + key.value() + ": ")));
        out().println("The key " + key.value() + " is stored.");
        return ExitCode.DONE;
    }

    @Command(name = "list", description = "Lists the names of the stored keys.")
    int list(@Mixin GlobalOptions options) {
        store(options).list().forEach(key -> out().println(key.value()));
        return ExitCode.DONE;
    }

    @Command(name = "remove", description = "Removes a key.")
    int remove(@Mixin GlobalOptions options, @Parameters(paramLabel = "NAME") String name) {
        KeyName key = new KeyName(name);
        if (!store(options).remove(key)) {
            throw new Failure.Validation(
                    "NO_KEY", "there is no key named " + key.value() + "; `vvg keys list` names them all");
        }
        out().println("The key " + key.value() + " is removed.");
        return ExitCode.DONE;
    }

    @Command(
            name = "rotate",
            description = "Encrypts the keys with a new master key. Where the present one comes from " + MASTER
                    + ", the new one is asked for or read from standard input.")
    int rotate(@Mixin GlobalOptions options) {
        KeyStore store = store(options);
        boolean given = System.getenv(MASTER) != null && !System.getenv(MASTER).isBlank();
        store.rotate(
                given ? MasterKey.parse(HiddenInput.read("New master key (base64): "), "the new master key") : null);
        out().println(
                        given
                                ? "The keys are encrypted with the new master key; put it into " + MASTER + " now."
                                : "The keys are encrypted with a new master key.");
        return ExitCode.DONE;
    }

    private static KeyStore store(GlobalOptions options) {
        Settings settings = options.settings();
        settings.folders().create();
        return new KeyStore(settings.providers().keysFolder(), System.getenv(MASTER));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
