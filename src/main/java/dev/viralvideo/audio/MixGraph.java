package dev.viralvideo.audio;

import java.util.Locale;

/** The filter graphs of the mix. They hold numbers only, never a file name or a text. */
final class MixGraph {
    /**
     * The voice, brought to the long-term average spectrum of speech (Byrne et al., 1994), which a vocoder misses by up
     * to 11 dB between 2 and 5 kHz; its loud vowels and soft endings drawn together, then its hiss taken down again, and
     * a trace of a small room.
     */
    private static final String VOICE = "highpass=f=85,"
            + "equalizer=f=240:t=q:w=0.9:g=-3.5,"
            + "equalizer=f=520:t=q:w=2:g=3,"
            + "equalizer=f=3000:t=q:w=0.7:g=9,"
            + "acompressor=threshold=-32dB:ratio=3.5:attack=6:release=140:knee=6:makeup=13dB,"
            + "equalizer=f=7000:t=q:w=1.1:g=-8,"
            + "treble=f=11000:g=1,"
            + "pan=stereo|c0=c0|c1=c0,"
            + "aecho=0.9:0.9:17|29|41:0.07|0.05|0.03";

    /** A little less where the voice is heard best. */
    private static final String MUSIC = "highpass=f=35,equalizer=f=2500:t=q:w=0.7:g=-2.5";

    /** How deep the music goes under the voice: about 11 dB. */
    private static final String DUCK = "sidechaincompress=threshold=0.018:ratio=8:attack=15:release=350";

    /** sidechaincompress drops what it still holds when an input ends, now more, now less: so none ends before the cut. */
    private static final String BEYOND_THE_END = "apad=pad_dur=2,";

    private MixGraph() {}

    /** Inputs: voice, and music if there is any. Output: {@code [mix]}, measured on its way. */
    static String premix(boolean music, double musicGain, long samples) {
        String exact = "apad=whole_len=" + samples + ",atrim=end_sample=" + samples
                + ",ebur128=peak=true:framelog=verbose[mix]";
        if (!music) {
            return "[0:a]" + BEYOND_THE_END + VOICE + "," + exact;
        }
        return "[0:a]" + BEYOND_THE_END + VOICE + ",asplit=2[voice][key];"
                + "[1:a]" + BEYOND_THE_END + "volume=" + db(musicGain) + "," + MUSIC + "[music];"
                + "[music][key]" + DUCK + "[ducked];"
                + "[voice][ducked]amix=inputs=2:normalize=0:duration=longest," + exact;
    }

    /** One gain, and a limiter that sees the peaks between the samples. */
    static String master(double gain, long samples) {
        return "volume=" + db(gain)
                + ",aresample=192000,alimiter=limit=0.841:attack=3:release=60:level=disabled:latency=1,aresample=48000,"
                + "apad=whole_len=" + samples + ",atrim=end_sample=" + samples;
    }

    private static String db(double value) {
        return String.format(Locale.ROOT, "%.2fdB", value);
    }
}
