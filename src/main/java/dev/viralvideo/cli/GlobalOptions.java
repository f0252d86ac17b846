package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What every command takes. */
final class GlobalOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "holds inbox/, output/, media/, music/ and data/ (default: this folder)")
    private String home = ".";

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "a setting, see `vvg config show`")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--verbose", description = "log to the terminal, stack traces included")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }

    /** @param more settings that the command's own options stand for; they win over {@code --set} */
    Settings settings(Map<String, String> more) {
        Map<String, String> arguments = new LinkedHashMap<>(set);
        arguments.putAll(more);
        Settings settings = Settings.load(install(), path(home), System.getenv(), arguments);
        Logging.start(settings, verbose);
        return settings;
    }

    Settings settings() {
        return settings(Map.of());
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Failure.Validation("BAD_PATH", "'" + text + "' is not a path: " + e.getReason(), e);
        }
    }

    private static Path install() {
        String told = System.getProperty("vvg.install");
        Path install = told == null ? Path.of(".").toAbsolutePath() : Path.of(told);
        if (!Files.isDirectory(install.resolve("templates"))) {
            throw new Failure.Configuration(
                    "NO_TEMPLATES",
                    "there is no templates/ folder in " + install + "; start vvg by its launcher ./vvg");
        }
        return install;
    }
}
