package dev.viralvideo.audio;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.AudioInputStream;
import marytts.LocalMaryInterface;
import marytts.exceptions.MaryConfigurationException;
import marytts.exceptions.SynthesisException;
import marytts.util.dom.DomUtils;
import org.w3c.dom.Document;

/**
 * The embedded voice: MaryTTS 5.2.1 in this JVM. Safe for concurrent calls: each gets an interface of its own, since
 * that keeps its input and output type as state. A pure function of text, voice and settings into a file.
 */
public final class MaryVoice {
    /** More than a segment ever has; a slip such as a whole book must not occupy the voice for minutes. */
    static final int LONGEST_TEXT = 5_000;

    private static final double PITCH_RANGE = 1.25;

    private final SpokenEnglish english = new SpokenEnglish(Lexicon.english());
    private final MaryProsody prosody;
    private volatile boolean loaded;
    private volatile Failure.Configuration notLoaded;

    /** @param rate 1 is the voice's own pace; 0.5 to 2 */
    public MaryVoice(double rate) {
        this.prosody = new MaryProsody(rate, PITCH_RANGE);
    }

    /** Loads the voice (about two seconds, once per JVM), so that the first {@link #speak} need not wait for it. */
    public void warm() {
        voice("RAWMARYXML", "ACOUSTPARAMS");
    }

    /** @throws Failure.Configuration VOICE_NOT_LOADED when the last try to load it failed */
    public boolean isLoaded() {
        if (notLoaded != null) {
            throw notLoaded;
        }
        return loaded;
    }

    /**
     * Speaks a text into its file, a mono 48 kHz 16-bit WAV, with the time of every word as it is written.
     *
     * @throws Failure.Validation when there is nothing to speak or too much
     */
    public Speech speak(SpeechRequest request) {
        String text = checked(request);
        List<SpokenWord> words = english.read(text);
        try {
            Document acoustics = voice("RAWMARYXML", "ACOUSTPARAMS").generateXML(parsed(MaryMarkup.of(words)));
            prosody.apply(acoustics);
            AudioInputStream audio = voice("ACOUSTPARAMS", "AUDIO").generateAudio(acoustics);
            double spoken = audio.getFrameLength() / (double) WavWriter.RATE;
            double seconds = SpokenAudio.write(audio, Path.of(request.file()));
            List<WordTiming> timings = MaryTimings.of(acoustics, words, spoken, SpokenAudio.LEAD_SECONDS);
            return new Speech(request.file(), seconds, timings, false, request.voice());
        } catch (SynthesisException e) {
            throw new Failure.Processing(
                    "VOICE_FAILED", true, "the embedded voice could not speak segment " + request.index(), e);
        } catch (IOException e) {
            throw new Failure.Resource("CANNOT_WRITE", "cannot write the narration to " + request.file(), e);
        }
    }

    private static String checked(SpeechRequest request) {
        String text = request.text() == null ? "" : request.text();
        String language = request.language();
        if (language != null
                && !language.isBlank()
                && !language.toLowerCase(Locale.ROOT).startsWith("en")) {
            throw new Failure.Validation(
                    "LANGUAGE_NOT_SPOKEN",
                    "the embedded voice speaks English, not '" + language + "'; choose a voice for that language");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Failure.Validation(
                    "SPEECH_TOO_LONG",
                    "segment " + (request.index() + 1) + " has " + text.length() + " characters of narration, at most "
                            + LONGEST_TEXT + " can be spoken; split it into several points");
        }
        return text;
    }

    private LocalMaryInterface voice(String input, String output) {
        try {
            LocalMaryInterface mary = new LocalMaryInterface();
            mary.setVoice(Voices.EMBEDDED.name());
            mary.setInputType(input);
            mary.setOutputType(output);
            loaded = true;
            notLoaded = null;
            return mary;
        } catch (MaryConfigurationException | RuntimeException e) {
            notLoaded = new Failure.Configuration(
                    "VOICE_NOT_LOADED", "the embedded voice (MaryTTS) does not load: " + e, e);
            throw notLoaded;
        }
    }

    private static Document parsed(String xml) throws SynthesisException {
        try {
            return DomUtils.parseDocument(xml);
        } catch (Exception e) {
            throw new SynthesisException("cannot parse our own markup", e);
        }
    }
}
