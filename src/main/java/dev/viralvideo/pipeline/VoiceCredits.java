package dev.viralvideo.pipeline;

import dev.viralvideo.pipeline.provider.ProviderFile;
import dev.viralvideo.pipeline.provider.ProviderFiles;
import dev.viralvideo.stock.Licence;
import dev.viralvideo.video.output.Credit;
import java.util.Optional;

/** What a voice's provider wants said where it is heard, as its file says. */
public final class VoiceCredits {
    private final ProviderFiles files;

    public VoiceCredits(ProviderFiles files) {
        this.files = files;
    }

    /** @param voice its name, such as {@code elevenlabs} or {@code openai-speech:nova} */
    Optional<Credit> of(String voice) {
        String route = "voice-" + voice.replaceFirst(":.*$", "");
        return Optional.of(route)
                .filter(files::has)
                .map(files::get)
                .filter(file -> file.has("credit"))
                .map(file -> new Credit("voice", voice, file.name(), licence(file)));
    }

    private static Licence licence(ProviderFile file) {
        return new Licence("voice", "the provider's terms", null, null, null, null, null, file.text("credit"));
    }
}
