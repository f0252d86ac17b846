package dev.viralvideo.pipeline;

import dev.viralvideo.audio.AudioTracks;
import dev.viralvideo.audio.Speech;
import dev.viralvideo.audio.SpeechRequest;
import dev.viralvideo.media.Candidate;
import dev.viralvideo.media.Clip;
import dev.viralvideo.media.MediaAssets;
import dev.viralvideo.media.Score;
import dev.viralvideo.media.ShotNeed;
import dev.viralvideo.stock.Licence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the routes of a test lead to in place of voices, pictures and FFmpeg; it writes down who was asked. */
public class Ends {
    private final String picture;
    private final String sound;
    final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    /** What a test puts in the way of one end: it may wait or throw. */
    interface Obstacle {
        void at(int time) throws Exception;
    }

    private final Map<String, Obstacle> obstacles = new ConcurrentHashMap<>();

    /** @param picture a file that is there, as is {@code sound} */
    Ends(Path picture, Path sound) {
        this.picture = picture.toString();
        this.sound = sound.toString();
    }

    void reset() {
        obstacles.clear();
        asked.clear();
    }

    void at(String end, Obstacle obstacle) {
        obstacles.put(end, obstacle);
    }

    /** How often an end was asked so far. */
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

    public MediaAssets pictures(List<?> found) throws Exception {
        ask("pictures");
        Score score = new Score(0, Map.of());
        Clip clip = new Clip("test", "1", Clip.Kind.STILL, picture, 1, 1, null, List.of(), Licence.OWN, score, "x");
        return new MediaAssets(List.of(clip), List.of(), List.of());
    }

    public Speech speak(SpeechRequest request) throws Exception {
        ask("speak");
        return new Speech(request.file(), 1, List.of(), false, request.voice());
    }

    /** In place of the FFmpeg programs. */
    public void ffmpeg() throws Exception {
        ask("ffmpeg");
    }

    public AudioTracks tracks() {
        return new AudioTracks(sound, 1, List.of(), "none", new AudioTracks.Loudness(-14, -1), List.of());
    }

    public void render() throws Exception {
        ask("render");
    }

    public void measure() throws Exception {
        ask("measure");
    }

    public void thumbnail() throws Exception {
        ask("thumbnail");
    }

    public String publish() throws Exception {
        ask("publish");
        return "/packages/1";
    }
}
