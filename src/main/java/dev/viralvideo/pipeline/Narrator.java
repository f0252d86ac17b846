package dev.viralvideo.pipeline;

import dev.viralvideo.audio.AudioMix;
import dev.viralvideo.audio.FoundMusic;
import dev.viralvideo.audio.MixPlan;
import dev.viralvideo.audio.Speech;
import dev.viralvideo.audio.SpeechRequest;
import dev.viralvideo.audio.Voice;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.pipeline.provider.ProviderFiles;
import dev.viralvideo.project.Stage;
import dev.viralvideo.script.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has every segment spoken and plans the mix. A voice that fails for one segment is given up for the whole video: the
 * next in the chain speaks all of it, last of all the embedded one.
 */
public final class Narrator {
    private static final Logger LOG = LoggerFactory.getLogger(Narrator.class);

    private final VoiceChain chain;
    private final Plugins plugins;
    private final ProviderFiles files;
    private final ProducerTemplate template;
    private final AudioMix mix;
    private final ProgressBoard progress;

    public Narrator(
            VoiceChain chain,
            Plugins plugins,
            ProviderFiles files,
            ProducerTemplate template,
            AudioMix mix,
            ProgressBoard progress) {
        this.chain = chain;
        this.plugins = plugins;
        this.files = files;
        this.template = template;
        this.mix = mix;
        this.progress = progress;
    }

    public List<SpeechRequest> requests(Order order) {
        List<Segment> segments = order.script().segments();
        progress.expect(order.projectId(), Stage.AUDIO, segments.size() + 2.0);
        chain.begin(order.projectId(), order.request().voice());
        return requests(order, segments);
    }

    private static List<SpeechRequest> requests(Order order, List<Segment> segments) {
        return segments.stream()
                .map(segment -> new SpeechRequest(
                        order.projectId(),
                        segment.index(),
                        segment.narration(),
                        order.request().voice(),
                        order.request().language(),
                        order.work()
                                .resolve("speech-" + segment.index() + ".wav")
                                .toString()))
                .toList();
    }

    public Speech speak(SpeechRequest request) {
        Speech speech = spoken(request);
        progress.reached(request.projectId(), Stage.AUDIO, "speech " + request.index(), 1);
        return speech;
    }

    /** By the first voice of the chain that does not fail. */
    private Speech spoken(SpeechRequest request) {
        while (true) {
            Voice voice = chain.current(request.projectId());
            try {
                return spoken(request, voice);
            } catch (Failure failure) {
                if (!chain.giveUp(request.projectId(), voice, failure)) {
                    throw chain.first(request.projectId(), failure);
                }
                LOG.warn("voice {}: {}", voice.name(), failure.getMessage());
            }
        }
    }

    private Speech spoken(SpeechRequest request, Voice voice) {
        String route = "voice-" + voice.provider();
        String endpoint = plugins.endpoint(route);
        if (endpoint == null) {
            throw new Failure.Configuration(
                    "VOICE_NOT_RUNNING",
                    "the voice '" + voice.name() + "' needs the route " + route
                            + ", which is not running; start it or choose another with --voice");
        }
        SpeechRequest asked = new SpeechRequest(
                request.projectId(), request.index(), request.text(), voice.name(), request.language(), request.file());
        try {
            return template.requestBody(endpoint, asked, Speech.class);
        } catch (CamelExecutionException e) {
            throw Failures.of(e);
        }
    }

    public MixPlan plan(Order order, List<Speech> speeches, FoundMusic music) {
        List<Speech> uniform = uniform(order, speeches);
        Voice voice = chain.current(order.projectId());
        List<String> degradations = new ArrayList<>(chain.end(order.projectId()));
        if (uniform.stream().anyMatch(Speech::estimated)) {
            degradations.add("captions: the voice '" + voice.name()
                    + "' told no word times that can be used; they are estimated from the sound");
        }
        replaced("voice-" + voice.provider()).ifPresent(degradations::add);
        return mix.prepare(order.projectId(), uniform, order.template().pacing(), music, order.seed(), order.work())
                .degraded(degradations);
    }

    /** A model that is gone was configured: another speaks, and that is told. */
    private Optional<String> replaced(String route) {
        return Optional.of(route)
                .filter(files::has)
                .map(files::get)
                .filter(file -> !file.replaced("model").equals(file.text("model")))
                .map(file -> "voice: the model " + file.text("model") + " is deprecated, " + file.replaced("model")
                        + " was used; set vvg.provider." + file.name() + ".model");
    }

    /** Segments that an earlier voice spoke before it failed are spoken again by the one that held. */
    private List<Speech> uniform(Order order, List<Speech> speeches) {
        List<Speech> same = new ArrayList<>(speeches);
        List<SpeechRequest> requests = requests(order, order.script().segments());
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int i = 0; i < same.size(); i++) {
                String voice = chain.current(order.projectId()).name();
                if (!same.get(i).voice().equals(voice)) {
                    same.set(i, spoken(requests.get(i)));
                    changed = true;
                }
            }
        }
        return same;
    }
}
