package dev.viralvideo.cli;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.intake.Aspect;
import dev.viralvideo.intake.Request;
import dev.viralvideo.intake.RequestRules;
import dev.viralvideo.intake.TopicFile;
import dev.viralvideo.intake.TopicRow;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A request as options: the same fields as in a topic file. What stands in a file is overridden by an option. */
final class RequestOptions {
    private static final int MOST_PATH = 4096;
    private static final long MOST_FILE_BYTES = 64L << 20;
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

    @Option(
            names = "--music",
            paramLabel = "MOOD|FILE|none",
            description = "a mood, a file in music/, provider:NAME, or none")
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

    /**
     * The topic, or every row of the file; a bad row does not keep the good ones from being made.
     *
     * @param ownMedia whether the user pointed to a media folder, whose files are then used whatever their names
     */
    List<TopicRow> rows(boolean ownMedia) {
        if (!isFile()) {
            return List.of(new TopicRow.Accepted(checked(Request.of(topic), ownMedia), topic));
        }
        try (Stream<TopicRow> rows = new TopicFile(MOST_FILE_BYTES).read(GlobalOptions.path(topic))) {
            return rows.map(row -> row instanceof TopicRow.Accepted accepted
                            ? new TopicRow.Accepted(checked(accepted.request(), ownMedia), accepted.position())
                            : row)
                    .toList();
        }
    }

    private Request checked(Request request, boolean ownMedia) {
        return RequestRules.check(with(request, ownMedia));
    }

    private boolean isFile() {
        if (topic.isBlank() || topic.length() > MOST_PATH || topic.indexOf('\0') >= 0) {
            return false;
        }
        try {
            return Files.exists(Path.of(topic)) || TopicFile.isTopicFile(Path.of(topic));
        } catch (InvalidPathException e) {
            return false;
        }
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
        if (!Files.isRegularFile(file)) {
            throw new Failure.Validation(
                    "NO_POINTS_FILE",
                    file + ": " + (Files.exists(file) ? "is not a file" : "does not exist; check the path"));
        }
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
            throw new Failure.Validation("UNREADABLE_FILE", file + ": cannot be read: " + IoReason.of(e), e);
        }
    }

    private static <T> T either(T option, T file) {
        return option == null ? file : option;
    }
}
