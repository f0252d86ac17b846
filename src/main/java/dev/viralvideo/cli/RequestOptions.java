package dev.viralvideo.cli;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.intake.Request;
import dev.viralvideo.intake.RequestRules;
import dev.viralvideo.intake.TopicFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A request as options: the same fields as in a topic file. What stands in a file is overridden by an option. */
final class RequestOptions {
    private static final Pattern TOPIC_FILE = Pattern.compile("(?i).*\\.(txt|json|ya?ml|csv|md)");
    private static final int MOST_POINTS_BYTES = 1 << 20;

    @Parameters(paramLabel = "TOPIC|FILE", description = "what the video is about, or a file of topics")
    private String topic;

    @Option(names = "--template", paramLabel = "NAME", description = "see `vvg templates` (default: by the topic)")
    private String template;

    @Option(names = "--language", paramLabel = "TAG", description = "such as en (default: en)")
    private String language;

    @Option(names = "--voice", paramLabel = "NAME", description = "see `vvg voices`")
    private String voice;

    @Option(names = "--aspect", paramLabel = "RATIO", description = "9:16 (default), 16:9 or 1:1")
    private String aspect;

    @Option(names = "--duration", paramLabel = "SECONDS", description = "target length, 5 to 600")
    private Double duration;

    @Option(names = "--music", paramLabel = "MOOD|FILE|none", description = "a mood, a file in music/, or none")
    private String music;

    @Option(names = "--captions", paramLabel = "STYLE|none", description = "a file in styles/captions/, or none")
    private String captions;

    @Option(names = "--points", paramLabel = "FILE", description = "your own facts, one a line")
    private String points;

    @Option(names = "--seed", paramLabel = "N", description = "the same seed and input give the same video")
    private Long seed;

    String topicOrFile() {
        return topic;
    }

    /** @param ownMedia whether the user pointed to a media folder, whose files are then used whatever their names */
    List<Request> requests(boolean ownMedia) {
        List<Request> read = isFile() ? file() : List.of(Request.of(topic));
        return read.stream()
                .map(request -> RequestRules.check(with(request, ownMedia)))
                .toList();
    }

    private boolean isFile() {
        if (topic.length() > 4096 || topic.indexOf('\0') >= 0 || topic.isBlank()) {
            return false;
        }
        try {
            return Files.exists(Path.of(topic)) || TOPIC_FILE.matcher(topic).matches();
        } catch (java.nio.file.InvalidPathException e) {
            return false;
        }
    }

    private List<Request> file() {
        List<Request> requests = TopicFile.requests(GlobalOptions.path(topic));
        if (requests.isEmpty()) {
            throw new Failure.Validation("NO_TOPICS", topic + ": there is no topic in this file");
        }
        return requests;
    }

    private Request with(Request file, boolean ownMedia) {
        return new Request(
                file.topic(),
                either(template, file.template()),
                either(language, file.language()),
                either(voice, file.voice()),
                aspect == null ? file.aspect() : Aspect.of(aspect),
                either(duration, file.duration()),
                either(music, file.music()),
                either(captions, file.captions()),
                points == null ? file.points() : points(),
                file.script(),
                ownMedia && file.media().isEmpty() ? List.of("local") : file.media(),
                file.priority(),
                file.callback(),
                either(seed, file.seed()));
    }

    private List<String> points() {
        Path file = GlobalOptions.path(points);
        try {
            if (Files.size(file) > MOST_POINTS_BYTES) {
                throw new Failure.Validation("FILE_TOO_LARGE", file + ": points are at most 1 MiB of text");
            }
            List<String> lines = Files.readString(file)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            if (lines.isEmpty()) {
                throw new Failure.Validation("NO_POINTS", file + ": there is no line with a fact in this file");
            }
            return lines;
        } catch (CharacterCodingException e) {
            throw new Failure.Validation("NOT_UTF8", file + ": is not UTF-8 text", e);
        } catch (IOException e) {
            throw new Failure.Validation("UNREADABLE_FILE", file + ": cannot be read: " + reason(e), e);
        }
    }

    static String reason(IOException e) {
        return e.getClass()
                .getSimpleName()
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static <T> T either(T option, T file) {
        return option == null ? file : option;
    }
}
