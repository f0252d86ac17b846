package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.ops.Service;
import dev.viralvideo.ops.WebPort;
import dev.viralvideo.pipeline.Engine;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything once and stops: the launcher records the loaded classes for a faster start next time. */
@Command(name = "rehearse", hidden = true)
final class Rehearse implements Callable<Integer> {
    private static final List<String> PAGES = List.of("/hawtio/", "/health", "/metrics", "/docs", "/api/v1/voices");

    private final Starters start;

    @Mixin
    private GlobalOptions options;

    @Option(names = "--service", description = "a service with its HTTP server, in place of a command")
    private boolean service;

    Rehearse(Starters start) {
        this.start = start;
    }

    @Override
    public Integer call() throws IOException {
        if (service) {
            rehearse(options.settings(Map.of("vvg.web.port", "0")));
        } else {
            try (Engine engine = start.command().apply(options.settings())) {
                engine.warm();
            }
        }
        return ExitCode.DONE;
    }

    private void rehearse(Settings settings) throws IOException {
        try (Service running = start.service().apply(settings)) {
            for (String page : PAGES) {
                HttpURLConnection connection = (HttpURLConnection)
                        URI.create(running.url(WebPort.API) + page).toURL().openConnection();
                connection.getResponseCode();
                connection.disconnect();
            }
            running.engine().warm();
            running.drain(Duration.ZERO);
        }
    }
}
