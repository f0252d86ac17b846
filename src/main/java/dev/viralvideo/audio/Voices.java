package dev.viralvideo.audio;

import dev.viralvideo.failure.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The voices that are known, the default one first. */
public record Voices(List<Voice> all) {
    /** What the build brings: speaks without a key, a network or a program. */
    public static final Voice EMBEDDED = new Voice(
            "cmu-slt-hsmm",
            "en-US",
            "female",
            "marytts",
            "American English, embedded (MaryTTS, hidden semi-Markov model)",
            false);

    public Voices {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("at least one voice must be known");
        }
    }

    public static Voices embedded() {
        return new Voices(List.of(EMBEDDED));
    }

    /** What a name says after its provider: {@code elevenlabs:ID} gives {@code ID}, {@code elevenlabs} nothing. */
    public static String own(String name) {
        return name.contains(":") ? name.substring(name.indexOf(':') + 1) : "";
    }

    /** @param name null or blank for the default voice; a provider's voice need not be listed, {@code provider:ID} */
    public Voice find(String name) {
        if (name == null || name.isBlank()) {
            return all.get(0);
        }
        return all.stream()
                .filter(voice -> voice.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .or(() -> unlisted(name.strip()))
                .orElseThrow(() -> new Failure.Validation(
                        "UNKNOWN_VOICE",
                        "voice '" + name + "' is not known; use one of "
                                + all.stream().map(Voice::name).collect(Collectors.joining(", "))));
    }

    private Optional<Voice> unlisted(String name) {
        String own = own(name);
        if (!own.matches("[\\w.+()-]{1,120}")) {
            return Optional.empty();
        }
        return all.stream()
                .filter(voice -> voice.name().equalsIgnoreCase(name.substring(0, name.indexOf(':'))))
                .filter(voice -> voice.name().equals(voice.provider()))
                .findFirst()
                .map(voice -> new Voice(
                        voice.provider() + ":" + own,
                        voice.language(),
                        voice.gender(),
                        voice.provider(),
                        voice.description(),
                        voice.needsKey()));
    }
}
