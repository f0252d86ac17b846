package dev.viralvideo;

import dev.viralvideo.audio.AudioMix;
import dev.viralvideo.audio.EspeakVoice;
import dev.viralvideo.audio.MaryVoice;
import dev.viralvideo.audio.Moods;
import dev.viralvideo.audio.MusicLibrary;
import dev.viralvideo.audio.RecordedSpeech;
import dev.viralvideo.audio.Voices;
import dev.viralvideo.broker.Broker;
import dev.viralvideo.broker.ConfirmedSender;
import dev.viralvideo.config.Folders;
import dev.viralvideo.config.Layer;
import dev.viralvideo.config.Settings;
import dev.viralvideo.config.StageSettings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegChoice;
import dev.viralvideo.graphics.Fonts;
import dev.viralvideo.intake.Inbox;
import dev.viralvideo.intake.SettledFiles;
import dev.viralvideo.intake.TopicFile;
import dev.viralvideo.media.ClipChoice;
import dev.viralvideo.media.ClipFiles;
import dev.viralvideo.media.ClipRanking;
import dev.viralvideo.media.PictureCheck;
import dev.viralvideo.media.PictureHash;
import dev.viralvideo.media.backdrop.Backdrops;
import dev.viralvideo.media.illustration.Illustrations;
import dev.viralvideo.media.local.LocalMedia;
import dev.viralvideo.media.local.SoundProbe;
import dev.viralvideo.ops.Service;
import dev.viralvideo.ops.WebAddress;
import dev.viralvideo.ops.WebServer;
import dev.viralvideo.ops.metrics.Metrics;
import dev.viralvideo.ops.metrics.RouteTimes;
import dev.viralvideo.ops.steering.OperatorChoices;
import dev.viralvideo.ops.steering.RouteSteering;
import dev.viralvideo.ops.steering.SteeredRoutes;
import dev.viralvideo.ops.tracing.Tracing;
import dev.viralvideo.ops.user.Users;
import dev.viralvideo.pipeline.AudioRoutes;
import dev.viralvideo.pipeline.BrokerEdge;
import dev.viralvideo.pipeline.BrokerEvents;
import dev.viralvideo.pipeline.BrokerIntake;
import dev.viralvideo.pipeline.CacheTidying;
import dev.viralvideo.pipeline.Callbacks;
import dev.viralvideo.pipeline.ClipDesk;
import dev.viralvideo.pipeline.Composition;
import dev.viralvideo.pipeline.DeadTopics;
import dev.viralvideo.pipeline.Engine;
import dev.viralvideo.pipeline.EventRelay;
import dev.viralvideo.pipeline.FfmpegBinding;
import dev.viralvideo.pipeline.FfmpegExecutor;
import dev.viralvideo.pipeline.FfmpegRoutes;
import dev.viralvideo.pipeline.FolderIntake;
import dev.viralvideo.pipeline.Hints;
import dev.viralvideo.pipeline.HostedSearch;
import dev.viralvideo.pipeline.Housekeeping;
import dev.viralvideo.pipeline.Intake;
import dev.viralvideo.pipeline.IntakeGate;
import dev.viralvideo.pipeline.LogContext;
import dev.viralvideo.pipeline.MediaFinder;
import dev.viralvideo.pipeline.MediaRoutes;
import dev.viralvideo.pipeline.MediaSearch;
import dev.viralvideo.pipeline.MediaSearchRoutes;
import dev.viralvideo.pipeline.MusicDesk;
import dev.viralvideo.pipeline.MusicSearch;
import dev.viralvideo.pipeline.Narrator;
import dev.viralvideo.pipeline.Orders;
import dev.viralvideo.pipeline.OutputTidying;
import dev.viralvideo.pipeline.OwnWork;
import dev.viralvideo.pipeline.Plugins;
import dev.viralvideo.pipeline.ProgressBoard;
import dev.viralvideo.pipeline.ProjectRoutes;
import dev.viralvideo.pipeline.Publication;
import dev.viralvideo.pipeline.Queues;
import dev.viralvideo.pipeline.ReportWriter;
import dev.viralvideo.pipeline.RequestDefaults;
import dev.viralvideo.pipeline.ScriptFinish;
import dev.viralvideo.pipeline.ScriptRoutes;
import dev.viralvideo.pipeline.ScriptWriters;
import dev.viralvideo.pipeline.ServiceRoutes;
import dev.viralvideo.pipeline.ShotList;
import dev.viralvideo.pipeline.StageDesk;
import dev.viralvideo.pipeline.Sweep;
import dev.viralvideo.pipeline.UsagePings;
import dev.viralvideo.pipeline.VideoRoutes;
import dev.viralvideo.pipeline.VoiceChain;
import dev.viralvideo.pipeline.provider.VoiceFiles;
import dev.viralvideo.project.Backoff;
import dev.viralvideo.project.CallbackQueue;
import dev.viralvideo.project.Checkpoints;
import dev.viralvideo.project.Claims;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.DeadLetters;
import dev.viralvideo.project.Heartbeat;
import dev.viralvideo.project.IntakeFiles;
import dev.viralvideo.project.Leases;
import dev.viralvideo.project.Outbox;
import dev.viralvideo.project.Pipeline;
import dev.viralvideo.project.ProgressReader;
import dev.viralvideo.project.ProjectIds;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.project.StageFailures;
import dev.viralvideo.project.Steering;
import dev.viralvideo.project.Submissions;
import dev.viralvideo.project.Sweeper;
import dev.viralvideo.project.WorkerId;
import dev.viralvideo.script.OwnScriptWriter;
import dev.viralvideo.script.ScriptEnhancer;
import dev.viralvideo.script.ScriptValidator;
import dev.viralvideo.script.SpeakingRate;
import dev.viralvideo.script.Templates;
import dev.viralvideo.script.wordnet.WordNet;
import dev.viralvideo.script.wordnet.WordNetWriter;
import dev.viralvideo.stock.LicenceRules;
import dev.viralvideo.stock.StockFiles;
import dev.viralvideo.video.EncoderSettings;
import dev.viralvideo.video.RenderPlanner;
import dev.viralvideo.video.SourceInspection;
import dev.viralvideo.video.Transitions;
import dev.viralvideo.video.caption.CaptionTrack;
import dev.viralvideo.video.caption.Thumbnail;
import dev.viralvideo.video.caption.TitleCard;
import dev.viralvideo.video.output.OutputPackage;
import dev.viralvideo.video.quality.MeasuringPass;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListener;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** Makes every bean and binds it by name; there is no container. */
public final class Wiring {
    /** What this process is for. */
    private enum Role {
        /** Works on the projects that it is told of, and on no other. */
        COMMAND,
        /** Takes topics in and works on whatever is due. */
        SERVICE
    }

    /** How many due projects of a stage one sweep hints at. */
    private static final int HINTS = 32;
    /** Providers that are asked at once for one segment. */
    private static final int SEARCHES_A_SEGMENT = 6;
    /** Downloads over REST that run at once, and that may wait. */
    private static final int DOWNLOADS_AT_ONCE = 2;

    private static final int MOST_DOWNLOADS = 50;
    /** Callbacks that are told at once. */
    private static final int CALLBACKS_AT_ONCE = 8;
    /** How often a stage may lose its worker before the project fails. */
    private static final int INTERRUPTIONS = 100;

    private final Role role;
    final Settings settings;
    final Folders folders;
    private final Path styles;
    final Clock clock;
    final Main camel = new Main();

    // the ground
    final Ffmpeg ffmpeg;
    private final Fonts fonts;
    final Database database;
    private final ProgressBoard progress = new ProgressBoard();

    // what several stages share
    final ProjectStore store;
    final Submissions submissions;
    private final Claims claims;
    final Outbox outbox;
    private final Heartbeat heartbeat;
    final Templates templates;
    final Voices voices;
    final MaryVoice voice = new MaryVoice(1.0);
    private final MusicLibrary music;
    final SpeakingRate rate;
    final Orders orders;
    private final RequestDefaults defaults;
    private final List<ExecutorService> pools = new ArrayList<>();
    private Optional<Tracing> tracing = Optional.empty();
    ProviderWiring providers;
    /** Null in a command. */
    Metrics metrics;
    /** Null when none is configured. */
    final Broker broker;

    final OperatorChoices choices;

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

    /** Starts the pipeline as a service, with the HTTP server through which it is seen and steered. */
    public static Service serve(Settings settings) {
        return serve(settings, new MainListenerSupport());
    }

    /** Likewise, with somebody who changes the routes before they start. */
    static Service serve(Settings settings, MainListener before) {
        WebServer web = new WebServer(new WebAddress(
                        settings.web().host(),
                        settings.web().port(),
                        Set.copyOf(settings.web().names()),
                        Set.copyOf(settings.api().origins())))
                .open();
        try {
            Wiring wiring = new Wiring(settings, Role.SERVICE, Clock.systemUTC());
            wiring.camel.addMainListener(before);
            return wiring.serve(wiring.start(), web);
        } catch (RuntimeException e) {
            web.close();
            throw e;
        }
    }

    private Service serve(Engine engine, WebServer web) {
        try {
            OpsWiring ops = new OpsWiring(this);
            ops.registerBeans();
            Users users = new Users(folders.users());
            Optional<String> password = users.first();
            web.start(new ApiWiring(this).with(ops.contexts(users)));
            return new Service(engine, web, ops.routes(), password);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /** @param clock tells when things happen and when a back-off is over; may be wrong, set or different on each node */
    public static Engine service(Settings settings, Clock clock) {
        return new Wiring(settings, Role.SERVICE, clock).start();
    }

    /** Likewise, with somebody who changes the routes before they start: tests put quick stages in. */
    static Engine service(Settings settings, MainListener before) {
        Wiring wiring = new Wiring(settings, Role.SERVICE, Clock.systemUTC());
        wiring.camel.addMainListener(before);
        return wiring.start();
    }

    /**
     * The voice takes as long to load as all the rest to start, and half a machine would be idle meanwhile. A voice that
     * does not load says so when it is to speak.
     */
    private void warmVoice() {
        Thread warming = new Thread(voice::warm, "voice-warm");
        warming.setDaemon(true);
        warming.setUncaughtExceptionHandler((thread, problem) -> {});
        warming.start();
    }

    /** For tests that look inside. */
    record Running(Engine engine, Main camel, ProviderWiring providers) {}

    static Running running(Settings settings) {
        Wiring wiring = new Wiring(settings, Role.COMMAND, Clock.systemUTC());
        return new Running(wiring.start(), wiring.camel, wiring.providers);
    }

    private Engine start() {
        if (role == Role.COMMAND
                && Voices.EMBEDDED.name().equals(settings.request().voice())) {
            warmVoice();
        }
        configure();
        Started started = new Started();
        camel.addMainListener(started);
        try {
            camel.start();
        } catch (RuntimeException e) {
            database.close();
            throw unstartable(e);
        }
        return started.engine;
    }

    private void configure() {
        camel.configure().setName("vvg");
        // the faces stop it in good order; at a sudden exit its hook would wait for that half a minute and in vain
        camel.setShutdownStrategy(new SimpleMainShutdownStrategy());
        camel.configure().setJmxEnabled(role == Role.SERVICE);
        camel.configure().health().withEnabled(role == Role.SERVICE);
        // our own checks say what to do; a route that an operator stopped is not ill
        camel.configure().health().withExposureLevel("full");
        camel.configure().health().withRoutesEnabled(false);
        camel.configure().health().setConsumersEnabled(false);
        camel.configure().health().setProducersEnabled(false);
        // a command closes when its project has ended, so that nothing is under way that would be worth waiting for
        camel.configure().setShutdownTimeout(role == Role.SERVICE ? 10 : 1);
        String routes = "file:" + folders.install() + "/routes/";
        String everywhere =
                routes + "templates/*.camel.yaml," + routes + "*.camel.yaml," + routes + "script/*.camel.yaml," + routes
                        + "media/*.camel.yaml," + routes + "music/*.camel.yaml," + routes + "voice/*.camel.yaml";
        camel.configure()
                .setRoutesIncludePattern(
                        role == Role.SERVICE ? everywhere + "," + routes + "intake/*.camel.yaml" : everywhere);
        camel.addProperty("camel.component.properties.environmentVariableMode", "FALLBACK");
        settings.properties().all().forEach((key, value) -> camel.addOverrideProperty(key, value.text()));
        camel.addOverrideProperty("vvg.inbox", folders.inbox().toString());
        Queues.properties(settings, role == Role.SERVICE).forEach(camel::addOverrideProperty);
        BrokerEdge.properties(settings).forEach(camel::addOverrideProperty);
        List<RoutesBuilder> spine = new ArrayList<>(List.of(
                new ProjectRoutes(),
                new ScriptRoutes(),
                new MediaRoutes(),
                new MediaSearchRoutes(),
                new AudioRoutes(),
                new VideoRoutes(),
                new FfmpegRoutes()));
        if (role == Role.SERVICE) {
            spine.add(new ServiceRoutes());
        }
        spine.forEach(camel.configure()::addRoutesBuilder);
    }

    /** Most often a broken file in routes/: its own message names file and line. */
    private static Failure unstartable(RuntimeException problem) {
        Throwable root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root instanceof Failure failure
                ? failure
                : new Failure.Configuration(
                        "BAD_ROUTES",
                        "the routes do not start: "
                                + String.valueOf(root.getMessage()).replaceAll("\\s*\\R\\s*", " "),
                        problem);
    }

    /** Beans that need the context are made as soon as it is there, before any route is. */
    private final class Started extends MainListenerSupport {
        private Engine engine;

        @Override
        public void afterStop(BaseMainSupport main) {
            providers.close();
            tracing.ifPresent(Tracing::close);
            if (metrics != null) {
                metrics.close();
            }
            pools.forEach(ExecutorService::shutdownNow);
        }

        @Override
        public void beforeInitialize(BaseMainSupport main) {
            CamelContext context = main.getCamelContext();
            context.getCamelContextExtension().addInterceptStrategy(new LogContext());
            if (role == Role.SERVICE) {
                tracing = settings.log().tracingEndpoint().map(endpoint -> Tracing.to(endpoint, context));
            }
            ProducerTemplate template = context.createProducerTemplate();
            Plugins plugins = new Plugins(context);
            providers = new ProviderWiring(settings, database, context, clock);
            providers.bind(camel, context);
            StageDesk desk = bindProject();
            BrokerEvents brokerEvents = bindBroker(context);
            EventRelay events = new EventRelay(outbox, template, brokerEvents);
            Intake intake = new Intake(defaults, submissions, template);
            camel.bind("eventRelay", events);
            camel.bind("brokerEvents", brokerEvents);
            camel.bind("intake", intake);
            bindCallbacks();
            bindScript(plugins, template);
            bindMedia(plugins, template);
            bindAudio(plugins, template);
            bindVideo();
            if (role == Role.SERVICE) {
                RouteSteering steering = new RouteSteering(context, desk, choices);
                camel.bind("routeSteering", steering);
                metrics = new Metrics();
                context.addRoutePolicyFactory(new RouteTimes(metrics.meters()));
                SteeredRoutes.install(context, choices, steering);
                bindService(context);
                bindEdges(intake);
            }
            Pipeline pipeline =
                    new Pipeline(submissions, new ProgressReader(database, clock), new Steering(database, clock));
            engine = new Engine(new Engine.Parts(
                    camel,
                    database,
                    heartbeat,
                    pipeline,
                    store,
                    intake,
                    orders,
                    progress,
                    events,
                    desk,
                    new OwnWork(sweeper(), claims, template),
                    ffmpeg,
                    voice,
                    Optional.ofNullable(camel.lookup("intakeGate", IntakeGate.class)),
                    Optional.ofNullable(broker)));
        }
    }

    private StageDesk bindProject() {
        boolean service = role == Role.SERVICE;
        Hints hints = new Hints(
                claims,
                service ? settings.stages().here() : StageSettings.ALL,
                service && settings.broker().carriesHints(),
                this::brokerIsUp,
                HINTS);
        StageDesk.State state = new StageDesk.State(
                claims,
                new Checkpoints(database, clock),
                new StageFailures(
                        database,
                        clock,
                        new Backoff(
                                settings.stages().retryAttempts(),
                                settings.stages().retryDelay(),
                                new SecureRandom())),
                heartbeat,
                hints);
        StageDesk desk = new StageDesk(
                state,
                orders,
                progress,
                ffmpeg,
                new StageDesk.Worker(WorkerId.ofThisProcess(), settings.stages().lease(), service));
        camel.bind("desk", desk);
        camel.bind("hints", hints);
        camel.bind("ffmpegBinding", new FfmpegBinding());
        camel.bind("ffmpegExecutor", new FfmpegExecutor(ffmpeg, progress, desk::isStopped));
        return desk;
    }

    private boolean brokerIsUp() {
        return broker == null || broker.state().isUp();
    }

    private BrokerEvents bindBroker(CamelContext context) {
        if (broker == null) {
            return new BrokerEvents(null, null, store);
        }
        camel.bind("broker", broker);
        camel.bind("brokerState", broker.state());
        camel.bind("confirmedSender", new ConfirmedSender(broker));
        BrokerEdge.bind(context, broker);
        return new BrokerEvents(broker, camel.lookup("confirmedSender", ConfirmedSender.class), store);
    }

    private void bindCallbacks() {
        Backoff backoff = new Backoff(
                settings.callbacks().attempts(), settings.callbacks().delay(), new SecureRandom());
        camel.bind(
                "callbacks",
                new Callbacks(
                        new CallbackQueue(database, clock, backoff, WorkerId.ofThisProcess()),
                        store,
                        providers::callbacks,
                        providers::callbackSecret,
                        clock));
        pool("callback-pool", CALLBACKS_AT_ONCE);
    }

    private void bindEdges(Intake intake) {
        FolderIntake.Tools tools = new FolderIntake.Tools(
                new SettledFiles(settings.intake().settleTime(), System::nanoTime),
                new TopicFile(settings.intake().mostFileBytes()),
                Inbox.in(folders.inbox()),
                new IntakeFiles(database, clock),
                intake,
                camel.lookup("intakeGate", IntakeGate.class));
        camel.bind("folderIntake", new FolderIntake(tools));
        camel.bind("nothingRemembered", FolderIntake.nothingRemembered());
        if (broker != null) {
            Steering steering = new Steering(database, clock);
            DeadLetters letters = new DeadLetters(database, clock, steering, letter -> {});
            DeadTopics dead = new DeadTopics(letters, camel.lookup("confirmedSender", ConfirmedSender.class));
            camel.bind("brokerIntake", new BrokerIntake(intake, dead));
        }
    }

    private void bindService(CamelContext context) {
        camel.bind("sweep", new Sweep(sweeper(), camel.lookup("hints", Hints.class)));
        camel.bind(
                "intakeGate",
                new IntakeGate(
                        context,
                        store,
                        folders.data(),
                        new IntakeGate.Limits(
                                settings.intake().mostQueued(),
                                settings.intake().leastFreeBytes()),
                        choices::holds));
        camel.bind(
                "housekeeping",
                new Housekeeping(
                        new Housekeeping.State(store, outbox, submissions, new IntakeFiles(database, clock)),
                        orders,
                        new OutputTidying(
                                folders.output(),
                                new ProgressReader(database, clock),
                                clock,
                                settings.service().outputKept()),
                        new CacheTidying(folders.cache(), List.of(providers.store::evict), clock),
                        clock,
                        new Housekeeping.Ages(
                                settings.service().failedWorkKept(),
                                settings.service().eventsKept())));
    }

    private Sweeper sweeper() {
        return new Sweeper(database, clock, System::nanoTime, INTERRUPTIONS);
    }

    private void bindScript(Plugins plugins, ProducerTemplate template) {
        camel.bind("ownScriptWriter", new OwnScriptWriter());
        camel.bind("modelWriter", providers.modelWriter(rate));
        camel.bind("factsWriter", providers.factsWriter());
        camel.bind("wordNetWriter", new WordNetWriter(new WordNet(), rate));
        camel.bind(
                "scriptWriters",
                new ScriptWriters(
                        plugins,
                        providers.files,
                        providers.readiness,
                        template,
                        settings.script().writers()));
        camel.bind("scriptFinish", new ScriptFinish(new ScriptEnhancer(rate), new ScriptValidator(rate)));
    }

    private void bindMedia(Plugins plugins, ProducerTemplate template) {
        boolean named = settings.properties().get("vvg.media").layer() == Layer.ARGUMENT;
        SoundProbe probe = new SoundProbe(ffmpeg);
        LocalMedia local = new LocalMedia(folders.media(), settings.mediaMaxFiles(), probe, named, plugins::mediaNames);
        Backdrops backdrops = new Backdrops(folders.work(), Illustrations.bundled());
        LicenceRules licences = new LicenceRules(
                settings.media().nonCommercial(), settings.media().forbiddenLicences());
        PictureCheck check = new PictureCheck(settings.media().smallestPicture());
        StockFiles files = new StockFiles(
                providers.online::media,
                providers.store,
                providers.cache,
                new StockFiles.Limits(
                        settings.media().largestFile(), settings.media().downloadPatience()),
                clock);
        camel.bind("plugins", plugins);
        camel.bind("shotList", new ShotList(settings.script().wordsPerSecond(), progress));
        camel.bind("localMedia", local);
        HostedSearch search =
                new HostedSearch(providers.files, providers.call, providers.readiness, providers.online, licences);
        camel.bind("providerSearch", new MediaSearch(search, check));
        camel.bind("musicSearch", new MusicSearch(search));
        camel.bind(
                "musicDesk",
                new MusicDesk(
                        plugins,
                        template,
                        files,
                        ffmpeg,
                        new Moods(styles.resolve("moods")).names(),
                        settings.audio().musicProviders()));
        camel.bind(
                "clipDesk",
                new ClipDesk(
                        new ClipChoice(new ClipRanking()),
                        new ClipFiles(files, probe, check, new PictureHash(ffmpeg), folders.work()),
                        backdrops,
                        local,
                        store,
                        new UsagePings(providers.files, providers.call),
                        progress));
        camel.bind(
                "mediaFinder",
                new MediaFinder(
                        template,
                        providers.cache,
                        files,
                        file -> check.objection(probe.apply(file)).ifPresent(objection -> {
                            throw new Failure.Validation("UNUSABLE_MEDIA", objection);
                        }),
                        folders.cache().resolve("downloads"),
                        boundedPool("download-pool", DOWNLOADS_AT_ONCE, MOST_DOWNLOADS),
                        clock));
        pool("media-pool", settings.media().parallel());
        pool("media-search-pool", settings.media().parallel() * SEARCHES_A_SEGMENT);
    }

    private void bindAudio(Plugins plugins, ProducerTemplate template) {
        AudioMix mix = new AudioMix(music);
        camel.bind("maryVoice", voice);
        camel.bind("hostedVoice", providers.hostedVoice(ffmpeg));
        camel.bind("espeakVoice", new EspeakVoice("espeak-ng", new RecordedSpeech(ffmpeg)));
        camel.bind("audioMix", mix);
        camel.bind(
                "narrator",
                new Narrator(
                        new VoiceChain(() -> voices, settings.audio().voiceFallbacks()),
                        plugins,
                        providers.files,
                        template,
                        mix,
                        progress));
        pool("audio-pool", settings.audio().parallel());
    }

    private void bindVideo() {
        int parallel = settings.video().parallel();
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / parallel);
        Composition.Tools tools = new Composition.Tools(
                new TitleCard(fonts),
                new CaptionTrack(fonts, pool("caption-pool", parallel)),
                new SourceInspection(ffmpeg),
                new Transitions(styles.resolve("transitions")),
                new RenderPlanner(new EncoderSettings(
                        settings.video().preset(), settings.video().crf(), threads)));
        camel.bind("composition", new Composition(tools, styles, progress));
        camel.bind("publication", publication(threads));
        pool("video-pool", parallel);
    }

    private Publication publication(int threads) {
        Map<String, String> versions = Map.of(
                "vvg", ProviderWiring.version(),
                "ffmpeg", ffmpeg.source(),
                "java", System.getProperty("java.version"));
        Map<String, String> encoder = Map.of(
                "preset", settings.video().preset(),
                "crf", String.valueOf(settings.video().crf()),
                "parallel", String.valueOf(settings.video().parallel()));
        return new Publication(
                ffmpeg,
                new MeasuringPass(ffmpeg, Runtime.getRuntime().availableProcessors()),
                new Thumbnail(fonts),
                new ReportWriter(new ProgressReader(database, clock), clock, versions, encoder),
                new OutputPackage(folders.output()),
                new Leases(database, clock));
    }

    private ExecutorService pool(String name, int threads) {
        return boundedPool(name, threads, Integer.MAX_VALUE);
    }

    /** @param most what may wait; more is refused */
    private ExecutorService boundedPool(String name, int threads, int most) {
        ExecutorService pool = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(most), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        camel.bind(name, pool);
        pools.add(pool);
        return pool;
    }
}
