package dev.viralvideo.audio;

import dev.viralvideo.audio.AudioTracks.Loudness;
import dev.viralvideo.audio.AudioTracks.NarratedSegment;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.ffmpeg.FfmpegCommand;
import dev.viralvideo.ffmpeg.FfmpegResult;
import dev.viralvideo.script.Template.Pacing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays speeches and music on one track and brings it to -14 LUFS with a true peak of at most -1 dBTP (EBU R 128 metering,
 * the level that video platforms play at). Its FFmpeg calls are data: measure, master, verify, in this order; if the
 * result is not {@link #onTarget}, {@link #correcting} and verify once more.
 */
public final class AudioMix {
    /** Integrated loudness of every video. */
    public static final double TARGET_LUFS = -14;

    /** Highest true peak of a finished mix. */
    public static final double CEILING_DBTP = -1;

    private static final double TOLERANCE_LU = 0.5;
    /** How far under the voice music plays where nobody speaks; ducking adds to it. */
    private static final double MUSIC_UNDER_VOICE_LU = 7;
    /** What the voice chain makes of a narration at {@link Narration#LUFS}. */
    private static final double VOICE_LUFS = -19.5;

    private static final double SHORTEST_RING_OUT = 1.2;
    private static final double LONGEST_RING_OUT = 4;

    private final MusicLibrary library;

    public AudioMix(MusicLibrary library) {
        this.library = library;
    }

    /**
     * Writes narration and music into the folder.
     *
     * @param music a mood, the name of a file in the music folder, or {@code none}
     * @throws Failure.Validation UNKNOWN_MUSIC, NO_SPEECH
     */
    public MixPlan prepare(
            String projectId, List<Speech> speeches, Pacing pacing, String music, long seed, Path folder) {
        return prepare(projectId, speeches, pacing, FoundMusic.own(music), seed, folder);
    }

    /** Likewise, with music that was looked for already. */
    public MixPlan prepare(
            String projectId, List<Speech> speeches, Pacing pacing, FoundMusic music, long seed, Path folder) {
        if (speeches.isEmpty()) {
            throw new Failure.Validation("NO_SPEECH", "there is no narration to mix: the script has no segment");
        }
        boolean withMusic = !MusicLibrary.NONE.equals(music.mood());
        Schedule schedule = Schedule.of(speeches.stream().map(Speech::seconds).toList(), pacing, withMusic);
        try {
            Path narration = folder.toAbsolutePath().resolve("narration.wav");
            Narration.write(speeches, schedule, narration);
            Music chosen = library.choose(projectId, music, length(schedule, speeches), seed, folder.toAbsolutePath());
            return plan(projectId, schedule, speeches, narration, chosen);
        } catch (IOException e) {
            throw new Failure.Resource("CANNOT_WRITE", "cannot write narration or music into " + folder, e);
        }
    }

    /** The last chord comes with the end of the last word. */
    private static MusicLibrary.Length length(Schedule schedule, List<Speech> speeches) {
        int last = speeches.size() - 1;
        double spoken =
                schedule.slots().get(last).speechStart() + speeches.get(last).seconds();
        double ringOut = Math.max(SHORTEST_RING_OUT, Math.min(LONGEST_RING_OUT, schedule.seconds() - spoken));
        return new MusicLibrary.Length(schedule.seconds(), ringOut);
    }

    private static MixPlan plan(String projectId, Schedule schedule, List<Speech> speeches, Path narration, Music music)
            throws IOException {
        List<NarratedSegment> segments = new ArrayList<>();
        for (int i = 0; i < speeches.size(); i++) {
            Schedule.Slot slot = schedule.slots().get(i);
            segments.add(new NarratedSegment(i, slot.start(), slot.end(), slot.speechStart(), speeches.get(i)));
        }
        double gain =
                music.file() == null ? 0 : VOICE_LUFS - MUSIC_UNDER_VOICE_LU - LoudnessMeter.of(Path.of(music.file()));
        return new MixPlan(
                projectId,
                schedule.seconds(),
                segments,
                narration.toString(),
                music.file(),
                gain,
                music.source(),
                music.label(),
                narration
                        .resolveSibling("mix." + Long.toString(System.nanoTime(), 36) + ".part.wav")
                        .toString(),
                narration.resolveSibling("mix.m4a").toString(),
                music.degradations());
    }

    /** Mixes voice and ducked music and measures the result. */
    public FfmpegCommand measuring(MixPlan plan) {
        List<String> arguments = new ArrayList<>(List.of("-v", "info", "-nostats", "-i", "file:" + plan.narration()));
        if (plan.music() != null) {
            arguments.addAll(List.of("-i", "file:" + plan.music()));
        }
        String graph = MixGraph.premix(plan.music() != null, plan.musicGain(), plan.samples());
        arguments.addAll(List.of("-filter_complex", graph, "-map", "[mix]"));
        // floating point, so that peaks over full scale reach the limiter whole
        arguments.addAll(List.of("-c:a", "pcm_f32le", "-fflags", "+bitexact", "-f", "wav", "file:" + plan.premix()));
        return command(plan, "mix", arguments);
    }

    /** Brings the measured mix to its loudness and encodes it. */
    public FfmpegCommand mastering(MixPlan plan, FfmpegResult measured) {
        return mastering(plan, TARGET_LUFS - integrated(measured));
    }

    /** Masters again, with what the limiter and the encoder took made good. */
    public FfmpegCommand correcting(MixPlan plan, FfmpegResult measured, FfmpegResult verified) {
        return mastering(plan, 2 * TARGET_LUFS - integrated(measured) - integrated(verified));
    }

    private static FfmpegCommand mastering(MixPlan plan, double gain) {
        return command(
                plan,
                "master",
                List.of(
                        "-i",
                        "file:" + plan.premix(),
                        "-af",
                        MixGraph.master(gain, plan.samples()),
                        "-c:a",
                        "aac",
                        "-b:a",
                        "192k",
                        "-ar",
                        "48000",
                        "-ac",
                        "2",
                        "-fflags",
                        "+bitexact",
                        "-flags:a",
                        "+bitexact",
                        "-map_metadata",
                        "-1",
                        // the default of a millisecond is too coarse for a length in frames
                        "-movie_timescale",
                        "48000",
                        "-f",
                        "ipod",
                        "file:" + plan.unfinished()));
    }

    /** Measures the encoded file. */
    public FfmpegCommand verifying(MixPlan plan) {
        return command(
                plan,
                "verify loudness",
                List.of(
                        "-v",
                        "info",
                        "-nostats",
                        "-i",
                        "file:" + plan.unfinished(),
                        "-af",
                        "ebur128=peak=true:framelog=verbose",
                        "-f",
                        "null",
                        "-"));
    }

    /** Whether the verified file needs no correction. */
    public boolean onTarget(FfmpegResult verified) {
        return Math.abs(integrated(verified) - TARGET_LUFS) <= TOLERANCE_LU;
    }

    /** Gives the mix its final name. */
    public AudioTracks finished(MixPlan plan, FfmpegResult verified) {
        Loudness loudness = Ebur128.summary(verified.messages());
        try {
            Files.move(Path.of(plan.unfinished()), Path.of(plan.mix()), StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(Path.of(plan.premix()));
        } catch (IOException e) {
            throw new Failure.Resource("CANNOT_WRITE", "cannot put the mix in its place at " + plan.mix(), e);
        }
        return new AudioTracks(
                plan.mix(),
                plan.seconds(),
                plan.segments(),
                plan.musicLabel(),
                loudness,
                plan.degradations(),
                plan.musicSource(),
                null);
    }

    private static double integrated(FfmpegResult result) {
        return Ebur128.summary(result.messages()).integratedLufs();
    }

    private static FfmpegCommand command(MixPlan plan, String label, List<String> arguments) {
        Duration timeout = Duration.ofSeconds(60 + Math.round(plan.seconds()));
        return new FfmpegCommand(plan.projectId(), label, arguments, timeout, 0);
    }
}
