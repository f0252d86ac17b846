package dev.viralvideo.pipeline.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.viralvideo.audio.Voice;
import dev.viralvideo.failure.Failure;
import java.util.ArrayList;
import java.util.List;

/** The voices that a provider has by its own account, as far as its file says where to ask. */
public final class VoiceLists {
    private final ProviderFiles files;
    private final ProviderCall call;
    private final Readiness readiness;

    public VoiceLists(ProviderFiles files, ProviderCall call, Readiness readiness) {
        this.files = files;
        this.call = call;
        this.readiness = readiness;
    }

    /**
     * @param provider name of its file
     * @throws Failure.Validation {@code NO_VOICE_LIST} when it cannot be asked for its voices at all
     * @throws Failure.Configuration {@code VOICE_NOT_READY} when it lacks its key or does not run
     */
    public List<Voice> of(String provider) {
        String route = "voice-" + provider;
        if (!files.has(route) || !files.get(route).has("voicesUrl")) {
            throw new Failure.Validation(
                    "NO_VOICE_LIST",
                    "'" + provider + "' cannot be asked for its voices; `vvg voices` shows what is known");
        }
        ProviderFile file = files.get(route);
        readiness.obstacle(file).ifPresent(why -> {
            throw new Failure.Configuration("VOICE_NOT_READY", provider + " was not asked: " + why);
        });
        return listed(file);
    }

    /** Whether it has this voice; true when it cannot be found out. */
    boolean has(ProviderFile file, String voice) {
        try {
            return listed(file).stream().anyMatch(listed -> listed.name().equals(file.name() + ":" + voice));
        } catch (Failure.ExternalService e) {
            return true; // older servers have no list
        }
    }

    private List<Voice> listed(ProviderFile file) {
        List<Voice> voices = new ArrayList<>();
        JsonNode list = call.answer(file.listing(), JsonNodeFactory.instance.objectNode());
        for (JsonNode one : list) {
            voices.add(new Voice(
                    file.name() + ":" + one.path("id").asText(),
                    one.path("language").asText("multi"),
                    one.path("gender").asText("neutral"),
                    file.name(),
                    one.path("description").asText(""),
                    file.flag("needsKey")));
        }
        return voices;
    }
}
