package dev.viralvideo.pipeline;

import dev.viralvideo.audio.Voices;
import dev.viralvideo.config.Folders;
import dev.viralvideo.config.Settings;
import dev.viralvideo.ffmpeg.FfmpegResult;
import dev.viralvideo.ffmpeg.TestFfmpeg;
import dev.viralvideo.helpers.StoredEvents;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.intake.Request;
import dev.viralvideo.pipeline.provider.ProviderFiles;
import dev.viralvideo.project.Backoff;
import dev.viralvideo.project.Checkpoints;
import dev.viralvideo.project.Claims;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.DeadLetter;
import dev.viralvideo.project.DeadLetters;
import dev.viralvideo.project.Heartbeat;
import dev.viralvideo.project.Leases;
import dev.viralvideo.project.Project;
import dev.viralvideo.project.ProjectIds;
import dev.viralvideo.project.ProjectStatus;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.Stage;
import dev.viralvideo.project.StageFailures;
import dev.viralvideo.project.Steering;
import dev.viralvideo.project.Submission;
import dev.viralvideo.project.Submissions;
import dev.viralvideo.script.OwnScriptWriter;
import dev.viralvideo.script.ScriptEnhancer;
import dev.viralvideo.script.ScriptValidator;
import dev.viralvideo.script.SpeakingRate;
import dev.viralvideo.script.Templates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.exec.ExecCommandExecutor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/** The real routes, Java and YAML, over a real database; only what they lead to is replaced by {@link Ends}. */
final class Rig implements AutoCloseable {
    private static final Path INSTALL = Path.of("").toAbsolutePath();
    private static final Duration FIRST_WAIT = Duration.ofMillis(40);

    final DefaultCamelContext camel = new DefaultCamelContext();
    final Ends ends = new Ends();
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final Database database;
    private final Path file;
    private final Heartbeat heartbeat;
    private final ProjectStore store;
    private final ProducerTemplate template = camel.createProducerTemplate();

    Rig(Path home) throws Exception {
        Settings settings = Settings.load(INSTALL, home, Map.of(), Map.of());
        Folders folders = settings.folders().create();
        file = folders.database();
        database = Database.open("jdbc:sqlite:" + file, null, null);
        heartbeat = new Heartbeat(new Leases(database, clock), Duration.ofMillis(50));
        store = new ProjectStore(database);
        bind(settings, folders);
        Properties properties = new Properties();
        properties.putAll(Queues.properties(settings, false));
        camel.getPropertiesComponent().setOverrideProperties(properties);
        for (String file : List.of("errors", "script/own", "media/local", "voice/marytts")) {
            yaml("routes/" + file + ".camel.yaml");
        }
        for (RoutesBuilder routes : List.of(
                new ProjectRoutes(),
                new ScriptRoutes(),
                new MediaRoutes(),
                new AudioRoutes(),
                new VideoRoutes(),
                new FfmpegRoutes())) {
            camel.addRoutes(routes);
        }
        replaceEnds();
        camel.start();
    }

    private void yaml(String file) throws Exception {
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel).resolveResource("file:" + INSTALL.resolve(file)));
    }

    private void bind(Settings settings, Folders folders) {
        Templates templates = Templates.load(List.of(folders.install().resolve("templates")));
        ProgressBoard progress = new ProgressBoard();
        Plugins plugins = new Plugins(camel);
        ProviderFiles files = new ProviderFiles(camel, settings);
        Claims claims = new Claims(database, clock);
        Hints hints = new Hints(claims, Settings.STAGES, false, () -> true, 32);
        StageDesk.State state = new StageDesk.State(
                claims,
                new Checkpoints(database, clock),
                new StageFailures(database, clock, new Backoff(3, FIRST_WAIT, new Random(1))),
                heartbeat,
                hints);
        SpeakingRate rate = new SpeakingRate(settings.wordsPerSecond());
        camel.getRegistry()
                .bind(
                        "desk",
                        new StageDesk(
                                state,
                                new Orders(store, templates, new SpeakingRate(settings.wordsPerSecond()), folders),
                                progress,
                                TestFfmpeg.shared(),
                                "rig",
                                false));
        camel.getRegistry().bind("hints", hints);
        camel.getRegistry().bind("plugins", plugins);
        camel.getRegistry().bind("ownScriptWriter", new OwnScriptWriter());
        camel.getRegistry().bind("scriptWriters", new ScriptWriters(plugins, files, null, template, List.of("own")));
        camel.getRegistry().bind("scriptFinish", new ScriptFinish(new ScriptEnhancer(rate), new ScriptValidator(rate)));
        camel.getRegistry().bind("shotList", new ShotList(settings.wordsPerSecond(), progress));
        camel.getRegistry()
                .bind(
                        "narrator",
                        new Narrator(
                                new VoiceChain(Voices::embedded, List.of()), plugins, files, template, null, progress));
        camel.getRegistry().bind("ffmpegBinding", new FfmpegBinding());
        camel.getRegistry().bind("ffmpegExecutor", (ExecCommandExecutor) command -> {
            ends.ffmpeg();
            return new FfmpegExecResult((FfmpegExecCommand) command, new FfmpegResult("", 0));
        });
        List.of("ends", "localMedia", "clipDesk", "maryVoice")
                .forEach(name -> camel.getRegistry().bind(name, ends));
        List.of("media-pool", "media-search-pool", "audio-pool", "video-pool")
                .forEach(name -> camel.getRegistry().bind(name, pool));
    }

    private void replaceEnds() throws Exception {
        AdviceWith.adviceWith(camel, "audio-take", route -> route.weaveByToUri("direct:audio-mix")
                .replace()
                .bean("ends", "mixing")
                .to("direct:ffmpeg")
                .bean("ends", "tracks"));
        AdviceWith.adviceWith(camel, "video-take", route -> {
            route.weaveByToUri("direct:video-render").replace().bean("ends", "render");
            route.weaveByToUri("direct:video-publish").replace().bean("ends", "publish");
        });
    }

    /** Two sentences of the user's own, for which no writer is needed. */
    String submit() {
        Request request = new Request(
                "Bees",
                "facts",
                "en",
                Voices.EMBEDDED.name(),
                Aspect.of("9:16"),
                null,
                "none",
                "none",
                List.of(),
                List.of("Bees dance to tell where flowers are.", "Honey never spoils in a closed jar."),
                List.of(),
                null,
                null,
                1L);
        String id = new Submissions(database, new ProjectIds(clock, new Random(1)), clock)
                .create(Submission.of(request, null))
                .projectId();
        template.sendBody("direct:project-dispatch", List.of(new Hint(id, Stage.SCRIPT)));
        return id;
    }

    Project project(String id) {
        return store.get(id);
    }

    boolean ended(String id) {
        return project(id).status().terminal();
    }

    ProjectStatus cancel(String id) {
        return new Steering(database, clock).cancel(id);
    }

    List<DeadLetter> deadLetters() {
        return new DeadLetters(database, clock, new Steering(database, clock), letter -> {}).list(0, 10);
    }

    List<String> events(String id) {
        return StoredEvents.of(file, id);
    }

    @Override
    public void close() {
        camel.stop();
        heartbeat.close();
        pool.shutdownNow();
        database.close();
    }
}
