package dev.viralvideo.cli;

import dev.viralvideo.audio.MaryVoice;
import dev.viralvideo.audio.Moods;
import dev.viralvideo.audio.Speech;
import dev.viralvideo.audio.SpeechRequest;
import dev.viralvideo.audio.Voices;
import dev.viralvideo.config.DatabaseSettings;
import dev.viralvideo.config.Folders;
import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.ffmpeg.Ffmpeg;
import dev.viralvideo.ffmpeg.FfmpegChoice;
import dev.viralvideo.graphics.Fonts;
import dev.viralvideo.project.Database;
import dev.viralvideo.project.ProjectStore;
import dev.viralvideo.script.Template;
import dev.viralvideo.script.Templates;
import dev.viralvideo.video.Transitions;
import dev.viralvideo.video.caption.CaptionStyle;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vvg doctor}: what is found, what is missing, what to do. Every check really uses the part. */
@Command(name = "doctor", description = "Says what is found, what is missing and what to do.")
final class Doctor implements Callable<Integer> {
    private static final long LITTLE_SPACE = 2L << 30;

    /** One part: {@code use} tells what it found or throws what is wrong. */
    private record Check(String part, Callable<String> use) {}

    @Spec
    private CommandSpec spec;

    @Mixin
    private GlobalOptions options;

    @Option(names = "--quiet", description = "only what is wrong")
    private boolean quiet;

    @Override
    public Integer call() {
        Settings settings = options.settings();
        PrintWriter out = spec.commandLine().getOut();
        int wrong = 0;
        for (Check check : checks(settings)) {
            try {
                String found = check.use().call();
                if (!quiet) {
                    out.printf("  ok       %-10s %s%n", check.part(), found);
                }
            } catch (Exception e) {
                wrong++;
                out.printf("  MISSING  %-10s %s%n", check.part(), reason(e));
            }
            out.flush();
        }
        if (!quiet) {
            out.println(wrong == 0 ? "Everything that is needed is here." : wrong + " of the parts above need a hand.");
        }
        return wrong == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String reason(Exception problem) {
        if (problem instanceof FileSystemException file) {
            return file.getFile() + ": " + IoReason.of(file);
        }
        return problem instanceof Failure ? problem.getMessage() : problem.toString();
    }

    private static List<Check> checks(Settings settings) {
        Folders folders = settings.folders();
        Path styles = folders.install().resolve("styles");
        return List.of(
                new Check(
                        "java",
                        () -> System.getProperty("java.version") + ", heap "
                                + (Runtime.getRuntime().maxMemory() >> 20) + " MiB, "
                                + Runtime.getRuntime().availableProcessors()
                                + " cores"),
                new Check("folders", () -> folders.create().home().toString()),
                new Check("disk", () -> disk(folders.data())),
                new Check("ffmpeg", () -> ffmpeg(settings)),
                new Check("fonts", () -> Fonts.prepare(folders.cache()).names().size() + " faces"),
                new Check("templates", () -> templates(folders)),
                new Check("styles", () -> styles(folders, styles)),
                new Check("database", () -> database(settings)),
                new Check("voice", () -> voice(folders)),
                new Check("footage", () -> own(folders.media(), "clips and stills", "generated backdrops are shown")),
                new Check("music", () -> own(folders.music(), "files", "music is synthesised")),
                new Check("keys", () -> keys(settings)),
                new Check("online", () -> online(settings)),
                new Check("service", () -> ServiceHealth.of(settings)));
    }

    private static String keys(Settings settings) {
        Set<String> names = KnownKeys.names(settings);
        return names.isEmpty()
                ? "none is set: providers that need one are left out (vvg keys set NAME)"
                : String.join(", ", names);
    }

    private static String online(Settings settings) {
        if (!settings.providers().online()) {
            return "off: providers that need no key are not asked (vvg.online)";
        }
        return "Wikipedia, Openverse and Wikimedia Commons are asked without a key"
                + (settings.providers().contact().isEmpty()
                        ? "; Wikimedia ten times a minute, more often once vvg.http.contact says who runs this"
                        : "");
    }

    private static String disk(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < LITTLE_SPACE) {
            throw new Failure.Resource(
                    "LITTLE_SPACE",
                    "only " + (free >> 20) + " MiB free for " + folder
                            + "; a video needs up to 2 GiB while it is made");
        }
        return String.format(Locale.ROOT, "%.1f GiB free", free / (double) (1 << 30));
    }

    private static String ffmpeg(Settings settings) {
        Ffmpeg ffmpeg =
                FfmpegChoice.of(settings.video().ffmpeg(), settings.folders().cache());
        return ffmpeg.version() + " (" + ffmpeg.source() + ")";
    }

    private static String templates(Folders folders) {
        return String.join(
                ", ",
                Templates.load(List.of(
                                folders.home().resolve("templates"),
                                folders.install().resolve("templates")))
                        .all()
                        .stream()
                        .map(Template::name)
                        .toList());
    }

    /** Every style that a template names must be there and right. */
    private static String styles(Folders folders, Path styles) {
        Transitions transitions = new Transitions(styles.resolve("transitions"));
        Moods moods = new Moods(styles.resolve("moods"));
        for (Template template :
                Templates.load(List.of(folders.install().resolve("templates"))).all()) {
            transitions.named(template.transition());
            CaptionStyle.read(styles, template.captions());
            moods.find(template.music())
                    .orElseThrow(() -> new Failure.Configuration(
                            "UNKNOWN_MOOD",
                            "template " + template.name() + " names the mood '" + template.music()
                                    + "', which is no file in " + styles.resolve("moods")));
        }
        return transitions.names().size() + " transitions, " + moods.names().size() + " moods";
    }

    private static String database(Settings settings) {
        DatabaseSettings set = settings.database();
        try (Database database = Database.open(set.url(), set.user(), set.password())) {
            long projects = new ProjectStore(database)
                    .counts().values().stream().mapToLong(Long::longValue).sum();
            return database.name() + ", " + projects + " projects";
        }
    }

    private static String voice(Folders folders) throws IOException {
        Path file = Files.createTempFile(folders.work(), "doctor", ".wav");
        try {
            Speech speech = new MaryVoice(1.0)
                    .speak(new SpeechRequest(
                            "doctor", 0, "One two three.", Voices.EMBEDDED.name(), "en", file.toString()));
            return String.format(
                    Locale.ROOT, "%s speaks, %.1f s for three words", Voices.EMBEDDED.name(), speech.seconds());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String own(Path folder, String what, String otherwise) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "no folder " + folder + ": " + otherwise;
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count() + " " + what + " in " + folder;
        }
    }
}
