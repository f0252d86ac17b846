package dev.viralvideo.config;

import dev.viralvideo.failure.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings in force, typed and checked: a wrong one is told with its key, its value and the allowed range. */
public final class Settings {
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

    public String aspect() {
        return oneOf("vvg.aspect", "9:16", "16:9", "1:1");
    }

    public Optional<Double> duration() {
        return blank("vvg.duration") ? Optional.empty() : Optional.of(number("vvg.duration", 5, 600));
    }

    public List<String> scriptWriters() {
        return Arrays.stream(text("vvg.script.writers").split(","))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .toList();
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

    public int workers(String stage) {
        return whole("vvg." + stage + ".workers", 1, 64);
    }

    private Settings check() {
        aspect();
        duration();
        wordsPerSecond();
        mediaParallel();
        mediaMaxFiles();
        audioParallel();
        videoParallel();
        videoPreset();
        videoCrf();
        ffmpegTimeout();
        retryAttempts();
        retryDelay();
        logLevel();
        for (String stage : List.of("script", "media", "audio", "video")) {
            workers(stage);
        }
        for (String key : List.of("vvg.template", "vvg.language", "vvg.voice", "vvg.ffmpeg", "vvg.script.writers")) {
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
