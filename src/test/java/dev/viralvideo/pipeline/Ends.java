package dev.viralvideo.pipeline;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.audio.Speech;
import dev.viralvideo.audio.SpeechRequest;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.media.Candidate;
import dev.viralvideo.media.Clip;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.media.Score;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.stock.Licence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the routes of a test lead to in place of voices, pictures and FFmpeg; it writes down who was asked. */
public class Ends {
    final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    /** What a test puts in the way of one end: it may wait or throw. */
    interface Obstacle {
        void at(int time) throws Exception;
    }

    private final Map<String, Obstacle> obstacles = new ConcurrentHashMap<>();

    void at(String end, Obstacle obstacle) {
        obstacles.put(end, obstacle);
    }

    long times(String end) {
        return asked.stream().filter(end::equals).count();
    }

    private void ask(String end) throws Exception {
        asked.add(end);
        Obstacle obstacle = obstacles.get(end);
        if (obstacle != null) {
            obstacle.at((int) times(end));
        }
    }

    public List<Candidate> search(ShotNeed need) throws Exception {
        ask("search");
        return List.of();
    }

    /** Nothing was found for any segment. */
    public record NothingFound(boolean open) {}

    public NothingFound begin(Order order, List<ShotNeed> needs, List<Findings> found) {
        return new NothingFound(false);
    }

    public List<String> missing(NothingFound nothing) {
        return List.of("the one segment");
    }

    public Clip draw(String segment) throws Exception {
        ask("fetch");
        Score score = new Score(0, Map.of());
        return new Clip("test", "1", Clip.Kind.STILL, "x.png", 1, 1, null, List.of(), Licence.OWN, score, "x");
    }

    public MediaAssets assets(NothingFound nothing, List<Clip> drawn) {
        return new MediaAssets(drawn, List.of(), List.of());
    }

    public Speech speak(SpeechRequest request) throws Exception {
        ask("speak");
        return new Speech(request.file(), 1, List.of(), false, request.voice());
    }

    public FfmpegCommand mixing(List<Speech> speeches) {
        return new FfmpegCommand("test", "mix", List.of("x.m4a"), Duration.ofSeconds(9), 0);
    }

    /** In place of the FFmpeg programs. */
    void ffmpeg() {
        try {
            ask("ffmpeg");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public AudioTracks tracks() {
        return new AudioTracks("mix.m4a", 1, List.of(), "none", new AudioTracks.Loudness(-14, -1), List.of());
    }

    public void render() throws Exception {
        ask("render");
    }

    public String publish() throws Exception {
        ask("publish");
        return "/packages/1";
    }
}
