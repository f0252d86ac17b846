package dev.viralvideo.cli;

import dev.viralvideo.cache.Cache;
import dev.viralvideo.cache.DatabaseTier;
import dev.viralvideo.cache.DiskTier;
import dev.viralvideo.config.Settings;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vvg cache clear}. */
@Command(name = "cache", description = "Forgets remembered answers.")
final class CacheCommand {
    @Spec
    private CommandSpec spec;

    @Command(
            name = "clear",
            description =
                    "Forgets every answer whose PROVIDER:QUESTION matches, such as 'pexels:*', 'narration:*' or '*'.")
    int clear(@Mixin GlobalOptions options, @Parameters(paramLabel = "PATTERN") String pattern) {
        Settings settings = options.settings();
        try (State state = new State(settings)) {
            Cache cache = new Cache(
                    List.of(
                            new DiskTier(settings.folders().cache().resolve("answers")),
                            new DatabaseTier(state.dataSource(), Clock.systemUTC())),
                    Clock.systemUTC());
            spec.commandLine().getOut().println(cache.invalidate(pattern) + " forgotten");
        }
        return ExitCode.DONE;
    }
}
