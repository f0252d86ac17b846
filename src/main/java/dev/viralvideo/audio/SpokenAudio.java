package dev.viralvideo.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.sound.sampled.AudioInputStream;

/** What a voice gave, as the WAV the pipeline works with: headroom, a margin before, soft ends. */
final class SpokenAudio {
    /** Silence before the first sound; also what word times are shifted by. */
    static final double LEAD_SECONDS = 0.04;

    /** -3 dB: MaryTTS peaks at full scale, where any filter after it would clip. */
    private static final double HEADROOM = 0.708;

    private static final int FADE = WavWriter.RATE / 100;

    private SpokenAudio() {}

    /** @return exact length in seconds of the file written */
    static double write(AudioInputStream audio, Path file) throws IOException {
        byte[] pcm = new byte[Math.toIntExact(audio.getFrameLength() * 2)];
        short[] samples = new short[read(audio, pcm) / 2];
        ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return write(samples, file);
    }

    /**
     * @param samples mono, 48 kHz
     * @return exact length in seconds of the file written
     */
    static double write(short[] samples, Path file) throws IOException {
        int lead = (int) Math.round(LEAD_SECONDS * WavWriter.RATE);
        try (WavWriter wav = new WavWriter(file, 1, lead + samples.length)) {
            wav.silence(lead);
            for (int i = 0; i < samples.length; i++) {
                wav.write((int) Math.round(samples[i] * HEADROOM * edge(Math.min(i * 4, samples.length - 1 - i))));
            }
            wav.finish();
        }
        return (lead + samples.length) / (double) WavWriter.RATE;
    }

    /** MaryTTS's stream breaks the contract of the bulk reads (it ends early unless asked for everything at once). */
    private static int read(AudioInputStream audio, byte[] pcm) throws IOException {
        int have = 0;
        while (have < pcm.length) {
            int got = audio.read(pcm, have, pcm.length - have);
            if (got <= 0) {
                break;
            }
            have += got;
        }
        return have;
    }

    /** Fades the first 2.5 ms in and the last 10 ms out, so that no edge clicks. */
    private static double edge(int fromEdge) {
        return fromEdge >= FADE ? 1 : fromEdge / (double) FADE;
    }
}
