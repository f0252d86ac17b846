package dev.viralvideo;

import dev.viralvideo.audio.AudioMix;
import dev.viralvideo.audio.EspeakVoice;
import dev.viralvideo.audio.MaryVoice;
import dev.viralvideo.audio.RecordedSpeech;
import dev.viralvideo.config.AudioSettings;
import dev.viralvideo.pipeline.Narrator;
import dev.viralvideo.pipeline.Plugins;
import dev.viralvideo.pipeline.VoiceChain;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** Makes the voices and what mixes them with music. */
final class AudioWiring {
    private AudioWiring() {}

    /**
     * The voice takes as long to load as all the rest to start, and half a machine would be idle meanwhile. A voice that
     * does not load says so when it is to speak.
     */
    static void warm(MaryVoice voice) {
        Thread warming = new Thread(voice::warm, "voice-warm");
        warming.setDaemon(true);
        warming.setUncaughtExceptionHandler((thread, problem) -> {});
        warming.start();
    }

    static void bind(Wiring wiring, Plugins plugins, ProducerTemplate template) {
        Main camel = wiring.camel;
        AudioSettings settings = wiring.settings.audio();
        AudioMix mix = new AudioMix(wiring.music);
        camel.bind("maryVoice", wiring.voice);
        camel.bind("hostedVoice", wiring.providers.hostedVoice(wiring.ffmpeg));
        camel.bind("espeakVoice", new EspeakVoice("espeak-ng", new RecordedSpeech(wiring.ffmpeg)));
        camel.bind("audioMix", mix);
        camel.bind(
                "narrator",
                new Narrator(
                        new VoiceChain(() -> wiring.voices, settings.voiceFallbacks()),
                        plugins,
                        wiring.providers.files,
                        template,
                        mix,
                        wiring.progress));
        wiring.pools.pool("audio-pool", settings.parallel());
    }
}
