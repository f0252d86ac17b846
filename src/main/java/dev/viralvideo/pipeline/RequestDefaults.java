package dev.viralvideo.pipeline;

import dev.viralvideo.audio.Moods;
import dev.viralvideo.audio.MusicLibrary;
import dev.viralvideo.audio.Voices;
import dev.viralvideo.config.Folders;
import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegChoice;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.intake.Request;
import dev.viralvideo.pipeline.provider.VoiceFiles;
import dev.viralvideo.script.Template;
import dev.viralvideo.script.TemplateChoice;
import dev.viralvideo.script.Templates;
import dev.viralvideo.video.caption.CaptionStyle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Fills in what a request left open and refuses names that do not exist, before anything is stored: a wrong name costs
 * the user a second, not a render.
 */
public final class RequestDefaults {
    private static final String AUTO = "auto";
    private static final String NONE = "none";

    private final Settings settings;
    private final Templates templates;
    private final Voices voices;
    private final MusicLibrary music;
    private final Path styles;
    private final RecentChecks checks = new RecentChecks(System::nanoTime);

    public RequestDefaults(Settings settings, Templates templates, Voices voices, MusicLibrary music, Path styles) {
        this.settings = settings;
        this.templates = templates;
        this.voices = voices;
        this.music = music;
        this.styles = styles;
    }

    /** For commands that only queue topics and need no pipeline. */
    public static RequestDefaults of(Settings settings) {
        Folders folders = settings.folders();
        Path styles = folders.install().resolve("styles");
        Templates templates = Templates.load(
                List.of(folders.home().resolve("templates"), folders.install().resolve("templates")));
        Ffmpeg ffmpeg = FfmpegChoice.of(settings.video().ffmpeg(), folders.cache());
        MusicLibrary music = new MusicLibrary(new Moods(styles.resolve("moods")), folders.music(), ffmpeg);
        return new RequestDefaults(settings, templates, VoiceFiles.voices(settings), music, styles);
    }

    /** @throws Failure.Validation or Failure.Configuration when a template, voice, style or music is not known */
    public Request fill(Request request) {
        Template template = templates.get(template(request));
        String captions = or(request.captions(), template.captions());
        if (!NONE.equals(captions)) {
            checks.once("captions " + captions, () -> CaptionStyle.read(styles, captions));
        }
        return new Request(
                request.topic(),
                template.name(),
                or(request.language(), settings.request().language()),
                voices.find(or(request.voice(), settings.request().voice())).name(),
                or(request.aspect(), Aspect.of(settings.request().aspect())),
                or(request.duration(), settings.request().duration().orElse(null)),
                music(or(request.music(), template.music())),
                captions,
                request.points(),
                request.script(),
                request.media(),
                request.priority(),
                request.callback(),
                request.seed());
    }

    private String template(Request request) {
        String asked = or(request.template(), settings.request().template());
        return AUTO.equals(asked) ? TemplateChoice.of(request) : asked;
    }

    private String music(String asked) {
        checks.once("music " + asked, () -> checkMusic(asked));
        return asked;
    }

    private void checkMusic(String asked) {
        if (asked.startsWith(MusicDesk.PROVIDER)) {
            checkProvider(asked);
            return;
        }
        List<String> known = music.names();
        boolean there = known.stream()
                .anyMatch(name ->
                        name.equals(asked) || name.replaceFirst("\\.[^.]+$", "").equals(asked));
        if (!there) {
            throw new Failure.Validation(
                    "UNKNOWN_MUSIC",
                    "music '" + asked + "' is neither a mood nor a file in the music folder; use one of "
                            + String.join(", ", known));
        }
    }

    private void checkProvider(String asked) {
        String name = asked.substring(MusicDesk.PROVIDER.length());
        boolean there = name.matches("[a-z][a-z0-9-]*")
                && Files.isRegularFile(
                        styles.resolveSibling("routes").resolve("music").resolve(name + ".camel.yaml"));
        if (!there) {
            throw new Failure.Validation(
                    "UNKNOWN_MUSIC",
                    "music '" + asked + "' names no provider: there is no file for it in routes/music");
        }
    }

    private static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
