package dev.viralvideo;

import dev.viralvideo.audio.MaryVoice;
import dev.viralvideo.audio.Moods;
import dev.viralvideo.audio.MusicLibrary;
import dev.viralvideo.audio.Voices;
import dev.viralvideo.broker.Broker;
import dev.viralvideo.config.Folders;
import dev.viralvideo.config.Settings;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegChoice;
import dev.viralvideo.graphics.Fonts;
import dev.viralvideo.ops.Service;
import dev.viralvideo.ops.WebServer;
import dev.viralvideo.ops.steering.OperatorChoices;
import dev.viralvideo.pipeline.BrokerEdge;
import dev.viralvideo.pipeline.Engine;
import dev.viralvideo.pipeline.Orders;
import dev.viralvideo.pipeline.ProgressBoard;
import dev.viralvideo.pipeline.RequestDefaults;
import dev.viralvideo.pipeline.provider.VoiceFiles;
import dev.viralvideo.project.Claims;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.Heartbeat;
import dev.viralvideo.project.Leases;
import dev.viralvideo.project.Outbox;
import dev.viralvideo.project.Pipeline;
import dev.viralvideo.project.ProgressReader;
import dev.viralvideo.project.ProjectIds;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.Steering;
import dev.viralvideo.project.Submissions;
import dev.viralvideo.project.WorkerId;
import dev.viralvideo.script.SpeakingRate;
import dev.viralvideo.script.Templates;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListener;
import org.apache.camel.main.MainListenerSupport;

/** Makes every bean and binds it by name; there is no container. Each subject has a wiring of its own. */
public final class Wiring {
    /** What this process is for. */
    private enum Role {
        /** Works on the projects that it is told of, and on no other. */
        COMMAND,
        /** Takes topics in and works on whatever is due. */
        SERVICE
    }

    private final Role role;
    final Settings settings;
    final Folders folders;
    final Path styles;
    final Clock clock;
    final Main camel = new PlainMain();
    final Pools pools = new Pools(camel);

    // the ground
    final Ffmpeg ffmpeg;
    final Fonts fonts;
    final Database database;
    final ProgressBoard progress = new ProgressBoard();

    // what several stages share
    final ProjectStore store;
    final Submissions submissions;
    final Claims claims;
    final Outbox outbox;
    final Heartbeat heartbeat;
    final Pipeline pipeline;
    final Templates templates;
    final Voices voices;
    final MaryVoice voice = new MaryVoice(1.0);
    final MusicLibrary music;
    final SpeakingRate rate;
    final Orders orders;
    final RequestDefaults defaults;
    final OperatorChoices choices;
    /** Null when none is configured. */
    final Broker broker;

    // made when the context is there
    ProviderWiring providers;
    ProjectWiring project;
    /** Null in a command. */
    ServiceWiring service;

    private Wiring(Settings settings, Role role, Clock clock) {
        this.role = role;
        this.clock = clock;
        this.settings = settings;
        this.folders = settings.folders().create();
        this.styles = folders.install().resolve("styles");
        this.fonts = Fonts.prepare(folders.cache()).with(folders.home().resolve("fonts"));
        this.ffmpeg = FfmpegChoice.of(settings.video().ffmpeg(), folders.cache())
                .atMost(settings.video().ffmpegTimeout());
        this.database = Database.open(
                settings.database().url(),
                settings.database().user(),
                settings.database().password());
        this.store = new ProjectStore(database);
        this.submissions = new Submissions(database, new ProjectIds(clock, new SecureRandom()), clock);
        this.claims = new Claims(database, clock);
        this.outbox = new Outbox(database, clock, WorkerId.ofThisProcess());
        this.heartbeat = new Heartbeat(new Leases(database, clock), Duration.ofMillis(500));
        this.pipeline = new Pipeline(submissions, new ProgressReader(database, clock), new Steering(database, clock));
        this.templates = Templates.load(
                List.of(folders.home().resolve("templates"), folders.install().resolve("templates")));
        this.voices = VoiceFiles.voices(settings);
        this.music = new MusicLibrary(new Moods(styles.resolve("moods")), folders.music(), ffmpeg);
        this.rate = new SpeakingRate(settings.script().wordsPerSecond());
        this.orders = new Orders(store, templates, rate, folders);
        this.defaults = new RequestDefaults(settings, templates, voices, music, styles);
        this.choices = new OperatorChoices(folders.operatorChoices());
        this.broker = settings.broker().configured() ? BrokerEdge.open(settings, clock) : null;
    }

    /** Starts the pipeline for a command that makes its own videos and ends. */
    public static Engine command(Settings settings) {
        return new Wiring(settings, Role.COMMAND, Clock.systemUTC()).start();
    }

    /** Starts the pipeline as a service. */
    public static Engine service(Settings settings) {
        return service(settings, Clock.systemUTC());
    }

    /** @param clock tells when things happen and when a back-off is over; may be wrong, set or different on each node */
    public static Engine service(Settings settings, Clock clock) {
        return new Wiring(settings, Role.SERVICE, clock).start();
    }

    /** Likewise, with somebody who changes the routes before they start: tests put quick stages in. */
    static Engine service(Settings settings, MainListener before) {
        return new Wiring(settings, Role.SERVICE, Clock.systemUTC())
                .with(before)
                .start();
    }

    private Wiring with(MainListener before) {
        camel.addMainListener(before);
        return this;
    }

    /** Starts the pipeline as a service, with the HTTP server through which it is seen and steered. */
    public static Service serve(Settings settings) {
        return serve(settings, new MainListenerSupport());
    }

    /** Likewise, with somebody who changes the routes before they start. */
    static Service serve(Settings settings, MainListener before) {
        WebServer web = WebWiring.open(settings);
        try {
            Wiring wiring = new Wiring(settings, Role.SERVICE, Clock.systemUTC()).with(before);
            return WebWiring.serve(wiring, wiring.start(), web);
        } catch (RuntimeException e) {
            web.close();
            throw e;
        }
    }

    /** For tests that look inside. */
    record Running(Engine engine, Main camel, ProviderWiring providers) {}

    static Running running(Settings settings) {
        Wiring wiring = new Wiring(settings, Role.COMMAND, Clock.systemUTC());
        return new Running(wiring.start(), wiring.camel, wiring.providers);
    }

    boolean isService() {
        return role == Role.SERVICE;
    }

    private Engine start() {
        if (role == Role.COMMAND
                && Voices.EMBEDDED.name().equals(settings.request().voice())) {
            AudioWiring.warm(voice);
        }
        new CamelWiring(camel, settings, isService()).configure();
        EngineWiring started = new EngineWiring(this);
        with(started);
        try {
            camel.start();
        } catch (RuntimeException e) {
            database.close();
            throw CamelWiring.unstartable(e);
        }
        return started.engine();
    }

    /** Without Camel's look for settings in the comments of route files, for which it would read all of them twice. */
    private static final class PlainMain extends Main {
        @Override
        protected void modelineRoutes(CamelContext context) {}
    }
}
