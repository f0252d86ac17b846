package dev.viralvideo.pipeline;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.audio.AudioTracks.NarratedSegment;
import dev.viralvideo.costs.Ledger;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import dev.viralvideo.intake.Request;
import dev.viralvideo.json.Json;
import dev.viralvideo.media.Clip;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.project.ProgressReader;
import dev.viralvideo.project.StageProgress;
import dev.viralvideo.script.Script;
import dev.viralvideo.script.Segment;
import dev.viralvideo.stock.Licence;
import dev.viralvideo.video.Fingerprint;
import dev.viralvideo.video.output.Credit;
import dev.viralvideo.video.output.Report;
import dev.viralvideo.video.output.Report.InputFile;
import dev.viralvideo.video.output.Report.SegmentReport;
import dev.viralvideo.video.output.ShareAlike;
import dev.viralvideo.video.quality.Measurements;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes down where everything in a video came from, what was done instead of what, and how good it is. */
public final class ReportWriter {
    private static final Licence WORDNET = new Licence(
            "WordNet",
            "WordNet licence",
            "https://wordnet.princeton.edu/license-and-commercial-use",
            "WordNet 3.1",
            "Princeton University",
            null,
            "https://wordnet.princeton.edu/",
            "WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved.");

    private final ProgressReader progress;
    private final Clock clock;
    private final Map<String, String> versions;
    private final Map<String, String> encoder;
    private final Ledger ledger;
    private final VoiceCredits voices;

    /**
     * @param versions of the parts that the result depends on
     * @param encoder  settings that the result depends on
     */
    public ReportWriter(
            ProgressReader progress,
            Clock clock,
            Map<String, String> versions,
            Map<String, String> encoder,
            Ledger ledger,
            VoiceCredits voices) {
        this.progress = progress;
        this.clock = clock;
        this.versions = Map.copyOf(versions);
        this.encoder = Map.copyOf(encoder);
        this.ledger = ledger;
        this.voices = voices;
    }

    public Report report(Order order, Measurements measurements) {
        Script script = order.script();
        MediaAssets media = order.mediaAssets();
        AudioTracks audio = order.audioTracks();
        return new Report(
                order.projectId(),
                script.topic(),
                script.template(),
                script.writer(),
                String.join(", ", audio.voices()),
                order.seed(),
                settings(order),
                versions,
                segments(script, media, audio),
                audio.music(),
                inputs(order),
                media.skipped(),
                Degradations.of(script, media, audio),
                stageSeconds(order.projectId()),
                ledger.spent(order.projectId()),
                measurements,
                ShareAlike.of(credits(order)).map(ShareAlike::statement).orElse(null));
    }

    /** What a credit is due for, or at least worth telling. */
    public List<Credit> credits(Order order) {
        List<Credit> credits = new ArrayList<>();
        if (order.script().writer().equals("wordnet")) {
            credits.add(new Credit("script", "WordNet 3.1", "Princeton University", WORDNET));
        }
        MediaAssets media = order.mediaAssets();
        for (int i = 0; i < media.clips().size(); i++) {
            Clip clip = media.clips().get(i);
            String title = clip.licence().title() != null
                    ? clip.licence().title()
                    : clip.kind() == Clip.Kind.BACKDROP ? clip.id() : name(clip.file());
            credits.add(new Credit("segment " + (i + 1), title, clip.provider(), clip.licence()));
        }
        credits.addAll(WordCredits.of(order.script()));
        order.audioTracks().voices().forEach(voice -> voices.of(voice).ifPresent(credits::add));
        String music = order.audioTracks().music();
        Licence licence = order.audioTracks().musicLicence();
        if (licence != null) {
            String title = licence.title() == null ? music : licence.title();
            credits.add(new Credit("music", title, music.replaceFirst(":.*$", ""), licence));
        } else if (!music.equals("none")) {
            boolean made = music.startsWith("synthesised");
            credits.add(new Credit(
                    "music", music, made ? "this program" : "local", made ? Licence.GENERATED : Licence.OWN));
        }
        return credits;
    }

    private Map<String, String> settings(Order order) {
        Request request = order.request();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("language", request.language());
        settings.put("voice", request.voice());
        settings.put("aspect", request.aspect().ratio());
        settings.put("duration", String.valueOf(order.seconds()));
        settings.put("music", request.music());
        settings.put("captions", request.captions());
        encoder.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
        return settings;
    }

    private static List<SegmentReport> segments(Script script, MediaAssets media, AudioTracks audio) {
        List<SegmentReport> segments = new ArrayList<>();
        for (NarratedSegment narrated : audio.segments()) {
            Segment segment = script.segments().get(narrated.index());
            Clip clip = media.clips().get(narrated.index());
            segments.add(new SegmentReport(
                    narrated.index(),
                    narrated.start(),
                    narrated.end(),
                    segment.onScreen(),
                    segment.source(),
                    clip.provider(),
                    clip.id(),
                    clip.kind().name().toLowerCase(Locale.ROOT),
                    name(clip.file()),
                    clip.licence(),
                    clip.score(),
                    clip.searchTerms()));
        }
        return segments;
    }

    /** The request, and the files that came from outside; what this program drew follows from the seed. */
    private static List<InputFile> inputs(Order order) {
        byte[] request = Json.write(order.request()).getBytes(StandardCharsets.UTF_8);
        Stream<String> pictures = order.mediaAssets().clips().stream()
                .filter(clip -> clip.kind() != Clip.Kind.BACKDROP)
                .map(Clip::file);
        Stream<InputFile> files = Stream.concat(
                        pictures, Stream.ofNullable(order.audioTracks().musicSource()))
                .map(Path::of)
                .distinct()
                .toList()
                // a command's compiler makes plain code of SHA-256: footage takes its time
                .parallelStream()
                .map(ReportWriter::input);
        return Stream.concat(Stream.of(new InputFile("request", Fingerprint.of(request), request.length)), files)
                .toList();
    }

    private static InputFile input(Path file) {
        try {
            return new InputFile(file.getFileName().toString(), Fingerprint.of(file), Files.size(file));
        } catch (IOException e) {
            throw new Failure.Resource("FILE_ACCESS", file + " cannot be read any more: " + IoReason.of(e), e);
        }
    }

    /** The video stage is still running: its time is up to now. */
    private Map<String, Double> stageSeconds(String projectId) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (StageProgress stage : progress.read(projectId).stages()) {
            if (stage.startedAt() != null) {
                Instant end = stage.finishedAt() == null || stage.finishedAt().isBefore(stage.startedAt())
                        ? clock.instant()
                        : stage.finishedAt();
                seconds.put(
                        stage.stage().name().toLowerCase(Locale.ROOT),
                        Duration.between(stage.startedAt(), end).toMillis() / 1000.0);
            }
        }
        return seconds;
    }

    private static String name(String file) {
        return Path.of(file).getFileName().toString();
    }
}
