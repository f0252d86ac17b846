package dev.viralvideo.pipeline;

import dev.viralvideo.audio.AudioMix;
import dev.viralvideo.audio.MixPlan;
import dev.viralvideo.audio.Speech;
import dev.viralvideo.audio.SpeechRequest;
import dev.viralvideo.audio.Voices;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.project.Stage;
import dev.viralvideo.script.Segment;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/** Has every segment spoken by the project's voice and plans the mix. */
public final class Narrator {
    private final Voices voices;
    private final Plugins plugins;
    private final ProducerTemplate template;
    private final AudioMix mix;
    private final ProgressBoard progress;

    public Narrator(Voices voices, Plugins plugins, ProducerTemplate template, AudioMix mix, ProgressBoard progress) {
        this.voices = voices;
        this.plugins = plugins;
        this.template = template;
        this.mix = mix;
        this.progress = progress;
    }

    public List<SpeechRequest> requests(Order order) {
        List<Segment> segments = order.script().segments();
        progress.expect(order.projectId(), Stage.AUDIO, segments.size() + 2.0);
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
        String route = "voice-" + voices.find(request.voice()).provider();
        String endpoint = plugins.endpoint(route);
        if (endpoint == null) {
            throw new Failure.Configuration(
                    "VOICE_NOT_RUNNING",
                    "the voice '" + request.voice() + "' needs the route " + route
                            + ", which is not running; start it or choose another with --voice");
        }
        try {
            Speech speech = template.requestBody(endpoint, request, Speech.class);
            progress.reached(request.projectId(), Stage.AUDIO, "speech " + request.index(), 1);
            return speech;
        } catch (CamelExecutionException e) {
            throw Failures.of(e);
        }
    }

    public MixPlan plan(Order order, List<Speech> speeches) {
        String music = order.request().music();
        return mix.prepare(
                order.projectId(),
                speeches,
                order.template().pacing(),
                music == null ? order.template().music() : music,
                order.seed(),
                order.work());
    }
}
