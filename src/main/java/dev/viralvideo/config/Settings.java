package dev.viralvideo.config;

import dev.viralvideo.failure.Failure;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings in force, typed and checked: a wrong one is told with its key, its value and the allowed range. */
public final class Settings {
    /** In the order of the pipeline. */
    public static final List<String> STAGES = List.of("script", "media", "audio", "video");

    private final LayeredProperties properties;
    private final Folders folders;

    private Settings(LayeredProperties properties, Folders folders) {
        this.properties = properties;
        this.folders = folders;
    }

    /**
     * @param install   the folder that holds {@code templates/}, {@code styles/} and {@code routes/}
     * @param arguments settings given as arguments, by full key
     */
    public static Settings load(
            Path install, Path home, Map<String, String> environment, Map<String, String> arguments) {
        LayeredProperties properties =
                LayeredProperties.load(home.resolve("config/application.properties"), environment, arguments);
        return new Settings(properties, Folders.of(install, home, properties)).check();
    }

    public Folders folders() {
        return folders;
    }

    public LayeredProperties properties() {
        return properties;
    }

    public String template() {
        return text("vvg.template");
    }

    public String language() {
        return text("vvg.language");
    }

    public String voice() {
        return text("vvg.voice");
    }

    public List<String> voiceFallbacks() {
        return list("vvg.voice.fallbacks");
    }

    public String aspect() {
        return oneOf("vvg.aspect", "9:16", "16:9", "1:1");
    }

    public Optional<Double> duration() {
        return blank("vvg.duration") ? Optional.empty() : Optional.of(number("vvg.duration", 5, 600));
    }

    /** Empty for the usual order. */
    public List<String> scriptWriters() {
        return text("vvg.script.writers").equals("auto") ? List.of() : list("vvg.script.writers");
    }

    public double wordsPerSecond() {
        return number("vvg.script.words-per-second", 1, 5);
    }

    public int mediaParallel() {
        return whole("vvg.media.parallel", 1, 64);
    }

    public int mediaMaxFiles() {
        return whole("vvg.media.max-files", 1, 1_000_000);
    }

    /** How long the providers are given for one segment. */
    public Duration mediaTimeLimit() {
        return Duration.ofMillis(whole("vvg.media.time-limit", 100, 600_000));
    }

    /** In pixels, of the shorter side. */
    public int smallestPicture() {
        return whole("vvg.media.min-pixels", 100, 4000);
    }

    public long largestMediaFile() {
        return bytes("vvg.media.max-bytes", 1L << 34);
    }

    public Duration mediaDownloadPatience() {
        return Duration.ofSeconds(whole("vvg.media.download-limit", 1, 3600));
    }

    /** Providers of music that are asked for a mood, in this order; none: moods are synthesised. */
    public List<String> musicProviders() {
        return list("vvg.music.providers");
    }

    public boolean nonCommercialLicences() {
        return flag("vvg.licences.nc");
    }

    public List<String> forbiddenLicences() {
        return list("vvg.licences.forbidden");
    }

    public int audioParallel() {
        return whole("vvg.audio.parallel", 1, 64);
    }

    public int videoParallel() {
        return blank("vvg.video.parallel")
                ? Runtime.getRuntime().availableProcessors()
                : whole("vvg.video.parallel", 1, 64);
    }

    public String videoPreset() {
        return oneOf(
                "vvg.video.preset",
                "ultrafast",
                "superfast",
                "veryfast",
                "faster",
                "fast",
                "medium",
                "slow",
                "slower",
                "veryslow");
    }

    public int videoCrf() {
        return whole("vvg.video.crf", 0, 51);
    }

    public String ffmpeg() {
        return text("vvg.ffmpeg");
    }

    public Duration ffmpegTimeout() {
        return Duration.ofSeconds(whole("vvg.ffmpeg.timeout", 10, 86_400));
    }

    public int retryAttempts() {
        return whole("vvg.retry.attempts", 1, 10);
    }

    public Duration retryDelay() {
        return Duration.ofMillis(whole("vvg.retry.delay", 1, 600_000));
    }

    public String logLevel() {
        return oneOf("vvg.log.level", "error", "warn", "info", "debug");
    }

    public String logFormat() {
        return oneOf("vvg.log.format", "text", "json");
    }

    /** Empty: there are no traces. */
    public Optional<String> tracingEndpoint() {
        if (blank("vvg.tracing.endpoint")) {
            return Optional.empty();
        }
        if (!text("vvg.tracing.endpoint").matches("https?://[^\\s/]+/.*")) {
            throw wrong("vvg.tracing.endpoint", "must be an address such as http://localhost:4318/v1/traces");
        }
        return Optional.of(text("vvg.tracing.endpoint"));
    }

    /** How many projects may be in this stage at once; rendering uses all cores for one project already. */
    public int workers(String stage) {
        String key = "vvg." + stage + ".workers";
        if (!blank(key)) {
            return whole(key, 1, 64);
        }
        int cores = Runtime.getRuntime().availableProcessors();
        return switch (stage) {
            case "video" -> Math.max(1, cores / 8);
            case "audio" -> Math.max(1, cores / 4);
            default -> Math.max(2, cores / 2);
        };
    }

    public String databaseUrl() {
        return blank("vvg.db.url") ? "jdbc:sqlite:" + folders.database() : text("vvg.db.url");
    }

    /** Whether several services may work on the same projects. */
    public boolean databaseShared() {
        return databaseUrl().startsWith("jdbc:postgresql:");
    }

    public String databaseUser() {
        return blank("vvg.db.user") ? null : text("vvg.db.user");
    }

    public String databasePassword() {
        return blank("vvg.db.password") ? null : text("vvg.db.password");
    }

    /** In the order of the pipeline, by their lower-case names. */
    public List<String> stages() {
        List<String> chosen = list("vvg.stages");
        if (chosen.isEmpty() || !STAGES.containsAll(chosen)) {
            throw wrong("vvg.stages", "must be one or more of " + String.join(", ", STAGES));
        }
        return STAGES.stream().filter(chosen::contains).toList();
    }

    public boolean queueOnBroker() {
        boolean broker = oneOf("vvg.queue", "seda", "rabbitmq").equals("rabbitmq");
        if (broker && !brokerConfigured()) {
            throw wrong("vvg.queue", "needs vvg.rabbitmq.addresses, such as localhost:5672");
        }
        return broker;
    }

    public boolean brokerConfigured() {
        return !blank("vvg.rabbitmq.addresses");
    }

    /** Where the broker is and who we are to it. */
    public record Broker(String addresses, String user, String password, String virtualHost, boolean tls) {
        @Override
        public String toString() {
            return "RabbitMQ at " + addresses + virtualHost;
        }
    }

    public Broker broker() {
        return new Broker(
                text("vvg.rabbitmq.addresses"),
                text("vvg.rabbitmq.user"),
                text("vvg.rabbitmq.password"),
                text("vvg.rabbitmq.virtual-host"),
                flag("vvg.rabbitmq.tls"));
    }

    public int brokerPrefetch() {
        return whole("vvg.rabbitmq.prefetch", 1, 1000);
    }

    public boolean watchesFolder() {
        return flag("vvg.intake.folder");
    }

    /** How long a dropped file must not have changed before it is read. */
    public Duration settleTime() {
        return Duration.ofMillis(whole("vvg.intake.settle", 0, 600_000));
    }

    public long mostFileBytes() {
        return bytes("vvg.intake.max-file-bytes", 1L << 32);
    }

    public int mostQueued() {
        return whole("vvg.intake.max-queued", 1, 10_000_000);
    }

    public long leastFreeBytes() {
        return bytes("vvg.intake.min-free-bytes", 1L << 50);
    }

    /** How long a claim on a stage outlives its last heartbeat. */
    public Duration lease() {
        return Duration.ofSeconds(whole("vvg.lease", 3, 600));
    }

    public Duration shutdownGrace() {
        return Duration.ofSeconds(whole("vvg.shutdown.grace", 0, 600));
    }

    public Duration failedWorkKept() {
        return Duration.ofHours(whole("vvg.retention.failed-hours", 0, 8760));
    }

    /** Zero: packages are never deleted. */
    public Duration outputKept() {
        return Duration.ofDays(whole("vvg.retention.output-days", 0, 36_500));
    }

    public Duration eventsKept() {
        return Duration.ofDays(whole("vvg.retention.event-days", 1, 3650));
    }

    public long mostCacheBytes() {
        return bytes("vvg.cache.max-bytes", 1L << 50);
    }

    public int memoryCacheBytes() {
        return (int) bytes("vvg.cache.memory-bytes", 1L << 30);
    }

    /** Where the server of a service listens: name or address of an interface. */
    public String webHost() {
        return text("vvg.web.host");
    }

    /** 0 for any free one. */
    public int webPort() {
        return whole("vvg.web.port", 0, 65_535);
    }

    /** Under which clients may ask for the server besides localhost and its own address; lower case, no port. */
    public List<String> webNames() {
        return list("vvg.web.names").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether the REST API wants a token. */
    public boolean apiAuthentication() {
        return flag("vvg.api.auth");
    }

    /** For each token, such as {@code 6000/60s}. */
    public String apiRate() {
        return text("vvg.api.rate");
    }

    /** Other sites whose pages may call the REST API, such as {@code https://studio.example}. */
    public List<String> apiOrigins() {
        return list("vvg.api.origins");
    }

    public int apiMostBodyBytes() {
        return whole("vvg.api.max-body-bytes", 1024, 1 << 24);
    }

    /** Listeners to events at once. */
    public int apiStreams() {
        return whole("vvg.api.streams", 1, 10_000);
    }

    /** Private addresses and hosts that callbacks may lead to. */
    public List<String> callbackAllow() {
        return list("vvg.callback.allow");
    }

    public int callbackAttempts() {
        return whole("vvg.callback.attempts", 1, 20);
    }

    /** The first wait between two tries. */
    public Duration callbackDelay() {
        return Duration.ofMillis(whole("vvg.callback.delay", 1, 600_000));
    }

    public boolean online() {
        return flag("vvg.online");
    }

    public String httpContact() {
        return text("vvg.http.contact");
    }

    public List<String> httpAllow() {
        return list("vvg.http.allow");
    }

    public Path keysFolder() {
        return blank("vvg.keys.folder")
                ? folders.data().resolve("keys")
                : folders.home().resolve(text("vvg.keys.folder")).normalize();
    }

    public Path pricesFile() {
        if (!blank("vvg.prices")) {
            return folders.home().resolve(text("vvg.prices")).normalize();
        }
        Path own = folders.home().resolve("config/prices.yaml");
        return Files.exists(own) ? own : folders.install().resolve("config/prices.yaml");
    }

    /** In the currency of the price list. */
    public Optional<BigDecimal> projectBudget() {
        return amount("vvg.budget.project");
    }

    /** In the currency of the price list. */
    public Optional<BigDecimal> monthBudget() {
        return amount("vvg.budget.month");
    }

    /** What is set for a parameter of a provider's file, {@code vvg.provider.NAME.PARAMETER}. */
    public Optional<String> provider(String name, String parameter) {
        return properties.free("vvg.provider." + name + "." + parameter);
    }

    private Optional<BigDecimal> amount(String key) {
        if (blank(key)) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(text(key));
            if (value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(1_000_000)) <= 0) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw wrong(key, "must be an amount of money from 0 to 1000000, for example 2.50");
    }

    private Settings check() {
        aspect();
        duration();
        wordsPerSecond();
        mediaParallel();
        mediaMaxFiles();
        mediaTimeLimit();
        smallestPicture();
        largestMediaFile();
        mediaDownloadPatience();
        nonCommercialLicences();
        audioParallel();
        videoParallel();
        videoPreset();
        videoCrf();
        ffmpegTimeout();
        retryAttempts();
        retryDelay();
        logLevel();
        logFormat();
        tracingEndpoint();
        STAGES.forEach(this::workers);
        stages();
        queueOnBroker();
        broker();
        brokerPrefetch();
        watchesFolder();
        settleTime();
        mostFileBytes();
        mostQueued();
        leastFreeBytes();
        lease();
        shutdownGrace();
        failedWorkKept();
        outputKept();
        eventsKept();
        mostCacheBytes();
        memoryCacheBytes();
        webPort();
        apiAuthentication();
        apiMostBodyBytes();
        apiStreams();
        callbackAttempts();
        callbackDelay();
        online();
        projectBudget();
        monthBudget();
        for (String key : List.of(
                "vvg.template", "vvg.language", "vvg.voice", "vvg.ffmpeg", "vvg.script.writers", "vvg.web.host")) {
            if (blank(key)) {
                throw wrong(key, "must not be blank");
            }
        }
        return this;
    }

    private String text(String key) {
        return properties.get(key).text();
    }

    private boolean blank(String key) {
        return text(key).isBlank();
    }

    private List<String> list(String key) {
        return Arrays.stream(text(key).split(","))
                .map(String::trim)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private boolean flag(String key) {
        return oneOf(key, "true", "false").equals("true");
    }

    private long bytes(String key, long most) {
        try {
            long value = Long.parseLong(text(key));
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw wrong(key, "must be a number of bytes from 1 to " + most);
    }

    private String oneOf(String key, String... allowed) {
        if (!Arrays.asList(allowed).contains(text(key))) {
            throw wrong(key, "must be one of " + String.join(", ", allowed));
        }
        return text(key);
    }

    private int whole(String key, int from, int to) {
        try {
            int value = Integer.parseInt(text(key));
            if (value >= from && value <= to) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw wrong(key, "must be a whole number from " + from + " to " + to);
    }

    private double number(String key, double from, double to) {
        try {
            double value = Double.parseDouble(text(key));
            if (value >= from && value <= to) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw wrong(key, "must be a number from " + from + " to " + to);
    }

    private Failure.Configuration wrong(String key, String rule) {
        LayeredProperties.Value value = properties.get(key);
        return new Failure.Configuration(
                "BAD_SETTING", key + " = '" + value.text() + "' (" + value.origin() + "): " + rule);
    }
}
