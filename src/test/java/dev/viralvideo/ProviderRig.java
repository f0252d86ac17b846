package dev.viralvideo;

import dev.viralvideo.audio.Speech;
import dev.viralvideo.audio.SpeechRequest;
import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import dev.viralvideo.keys.KeyName;
import dev.viralvideo.keys.KeyStore;
import dev.viralvideo.keys.Secret;
import dev.viralvideo.pipeline.Order;
import dev.viralvideo.project.Claim;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.Stage;
import dev.viralvideo.script.Script;
import dev.viralvideo.script.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The real pipeline with its real routes, on a home of its own and with keys that are none. */
final class ProviderRig implements AutoCloseable {
    /** Whose letters would have to be escaped almost anywhere. */
    static final String KEY = "kEy-4711-secret/with+signs=&é";

    private static final AtomicInteger PROJECTS = new AtomicInteger();

    final Wiring.Running running;
    private final Path home;

    private ProviderRig(Path home, Wiring.Running running) {
        this.home = home;
        this.running = running;
    }

    static ProviderRig start(Path home, Map<String, String> keys, Map<String, String> settings) {
        Map<String, String> arguments = new HashMap<>(settings);
        arguments.putIfAbsent("vvg.online", "false");
        arguments.putIfAbsent("vvg.provider.ollama.enabled", "false");
        Settings loaded = Settings.load(Path.of("").toAbsolutePath(), home, Map.of(), arguments);
        KeyStore store = new KeyStore(loaded.providers().keysFolder(), null);
        keys.forEach((name, value) -> store.set(new KeyName(name), new Secret(value)));
        return new ProviderRig(home, Wiring.running(loaded));
    }

    /** Ids of the routes that are providers, of these kinds: each is a file in the kind's folder. */
    static Stream<String> routes(String... kinds) {
        return Stream.of(kinds).flatMap(kind -> {
            try (Stream<Path> files = Files.list(Path.of("routes", kind))) {
                return files
                        .filter(ProviderRig::isProvider)
                        .map(file -> kind + "-" + file.getFileName().toString().replace(".camel.yaml", ""))
                        .sorted()
                        .collect(Collectors.toList())
                        .stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static boolean isProvider(Path file) {
        try {
            return Files.readString(file).matches("(?s).*routeTemplateRef: \\S+-provider\n.*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our failure behind what a route threw. */
    static Failure failure(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                return failure;
            }
        }
        throw new AssertionError("no failure of ours", problem);
    }

    /** No provider is left alone any more. */
    void resetProviders() {
        running.providers().online.apis().states().forEach(state -> running.providers()
                .online
                .apis()
                .named(state.name())
                .reset());
    }

    /** As if none had ever been asked. */
    void forget() {
        resetProviders();
        running.providers().cache.invalidate("*");
    }

    /** Asks a writer or a voice for what {@link StandIn} answers. */
    void ask(String route) {
        if (route.startsWith("script-")) {
            write(route, StandIn.TOPIC);
        } else {
            speak(route, StandIn.NARRATION);
        }
    }

    /** The project of the last script or speech that was asked for. */
    String lastProject() {
        return "p" + PROJECTS.get();
    }

    Script write(String route, String topic) {
        return running.camel()
                .getCamelContext()
                .createProducerTemplate()
                .requestBody("direct:" + route, order(topic), Script.class);
    }

    Order order(String topic) {
        Request request = new Request(
                topic, "listicle", "en", "cmu-slt-hsmm", null, 25.0, null, null, null, null, null, null, null, 7L);
        String id = "p" + PROJECTS.incrementAndGet();
        Project project = new Project(
                id,
                request,
                topic,
                ProjectStatus.SCRIPTING,
                null,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                4,
                7,
                null,
                null,
                null);
        return new Order(
                new Claim(id, Stage.SCRIPT, "w", 1, 1, Duration.ofSeconds(30)),
                project,
                Templates.load(List.of(Path.of("templates"))).get("listicle"),
                25,
                home);
    }

    Speech speak(String route, String text) {
        String id = "p" + PROJECTS.incrementAndGet();
        SpeechRequest request = new SpeechRequest(
                id,
                0,
                text,
                route.substring("voice-".length()),
                "en",
                home.resolve("speech-" + id + ".wav").toString());
        return running.camel()
                .getCamelContext()
                .createProducerTemplate()
                .requestBody("direct:" + route.replaceFirst(":.*", ""), request, Speech.class);
    }

    @Override
    public void close() {
        running.engine().close();
    }
}
