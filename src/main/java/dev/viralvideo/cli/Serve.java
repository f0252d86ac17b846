package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.ops.Service;
import dev.viralvideo.ops.WebPort;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sun.misc.Signal;

/** {@code vvg serve}: takes topics in from the inbox folder and the broker and works on them until it is stopped. */
@Command(name = "serve", description = "Runs as a service: watched folder, broker, queue and workers.")
final class Serve implements Callable<Integer> {
    private final Function<Settings, Service> start;

    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options;

    @Option(names = "--stages", paramLabel = "LIST", description = "work on these only: script,media,audio,video")
    private String stages;

    @Option(names = "--port", paramLabel = "PORT", description = "of the HTTP server (default: 8080; 0: any free one)")
    private String port;

    Serve(Function<Settings, Service> start) {
        this.start = start;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.settings(own());
        PrintWriter out = spec.commandLine().getOut();
        try (HomeLock lock = take(settings)) {
            CountDownLatch stop = new CountDownLatch(1);
            // handled here, because a service that was asked to stop has done well: exit code 0, not 143
            Signal.handle(new Signal("TERM"), signal -> stop.countDown());
            Signal.handle(new Signal("INT"), signal -> stop.countDown());
            Service service = start.apply(settings);
            service.firstPassword()
                    .ifPresent(password -> out.println("Hawtio: user admin, password " + password
                            + " (shown only this once; change it with: vvg users set admin)"));
            out.println("vvg serves " + settings.folders().home() + "; topic files go into "
                    + settings.folders().inbox() + "; " + service.url(WebPort.MANAGEMENT) + "/hawtio; Ctrl-C stops");
            out.flush();
            stop.await();
            out.println("stopping");
            out.flush();
            service.drain(settings.service().shutdownGrace());
            service.close();
        }
        return ExitCode.DONE;
    }

    private static HomeLock take(Settings settings) {
        settings.folders().create();
        return HomeLock.take(settings);
    }

    private Map<String, String> own() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (stages != null) {
            settings.put("vvg.stages", stages);
        }
        if (port != null) {
            settings.put("vvg.web.port", port);
        }
        return settings;
    }
}
