package dev.viralvideo.pipeline.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.viralvideo.audio.RecordedSpeech;
import dev.viralvideo.audio.Speech;
import dev.viralvideo.audio.SpeechRequest;
import dev.viralvideo.audio.TimedText;
import dev.viralvideo.audio.Voices;
import dev.viralvideo.cache.CacheKey;
import dev.viralvideo.costs.Unit;
import dev.viralvideo.costs.Usage;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.http.Reply;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has a provider speak a segment; what was spoken once is not spoken, nor paid for, again. */
public final class HostedVoice {
    private final ProviderFiles files;
    private final ProviderCall call;
    private final Readiness readiness;
    private final Billing billing;
    private final RecordedSpeech recorded;
    private final SpeechMemory memory;
    private final VoiceLists lists;

    public HostedVoice(
            ProviderFiles files,
            ProviderCall call,
            Readiness readiness,
            Billing billing,
            RecordedSpeech recorded,
            SpeechMemory memory,
            VoiceLists lists) {
        this.files = files;
        this.call = call;
        this.readiness = readiness;
        this.billing = billing;
        this.recorded = recorded;
        this.memory = memory;
        this.lists = lists;
    }

    /** @throws Failure.ExternalService when the provider refuses, or sends no usable sound */
    public Speech speak(String route, SpeechRequest request) {
        ProviderFile file = files.get(route);
        long most = file.number("maxCharacters");
        if (request.text().length() > most) {
            throw new Failure.Validation(
                    "SPEECH_TOO_LONG",
                    "segment " + (request.index() + 1) + " has "
                            + request.text().length()
                            + " characters of narration, the voice '" + request.voice() + "' takes " + most
                            + "; split it into several points");
        }
        if (request.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new Failure.Validation(
                    "NOTHING_TO_SPEAK", "segment " + (request.index() + 1) + " has no word that can be spoken");
        }
        readiness.obstacle(file).ifPresent(why -> {
            throw new Failure.Configuration(
                    "VOICE_NOT_READY", "the voice '" + request.voice() + "' was not asked: " + why);
        });
        ObjectNode asked = asked(file, request);
        CacheKey key = new CacheKey("narration", file.route() + " " + asked);
        Usage usage = usage(file, asked);
        String purpose = "narration of segment " + (request.index() + 1);
        Optional<Speech> known = memory.recall(key, request);
        if (known.isPresent()) {
            billing.cached(request.projectId(), file, usage, purpose);
            return known.get();
        }
        String voice = asked.path("voice").asText();
        if (file.flag("checksVoice") && !lists.has(file, voice)) {
            throw new Failure.Configuration(
                    "UNKNOWN_VOICE",
                    file.name() + " has no voice '" + voice + "' and would speak with another; `vvg voices "
                            + file.name() + "` lists those it has");
        }
        Reply reply = billing.charged(
                request.projectId(), file, usage, purpose, () -> call.reply(route, asked), done -> usage);
        Sound sound = sound(file, reply);
        Speech speech = recorded.of(request, sound.audio, (int) file.number("rawRate"), sound.told);
        memory.keep(key, speech, file.time("cache"));
        return speech;
    }

    private record Sound(byte[] audio, List<TimedText> told) {}

    private Sound sound(ProviderFile file, Reply reply) {
        if (!file.text("answers").equals("json")) {
            return new Sound(reply.body(), List.of());
        }
        JsonNode answer = call.mapped(file, reply);
        try {
            byte[] audio = Base64.getMimeDecoder().decode(answer.path("audio").asText(""));
            if (audio.length == 0) {
                throw noSound(file);
            }
            return new Sound(audio, told(answer.path("times")));
        } catch (IllegalArgumentException e) {
            throw noSound(file);
        }
    }

    private static Failure noSound(ProviderFile file) {
        return new Failure.ExternalService(
                "PROVIDER_INVALID_OUTPUT", false, file.name() + " answered without any sound", null);
    }

    /** Pairs of text and times; anything else is no time. */
    private static List<TimedText> told(JsonNode times) {
        List<TimedText> told = new ArrayList<>();
        for (JsonNode one : times) {
            if (!one.path("start").isNumber() || !one.path("end").isNumber()) {
                return List.of();
            }
            told.add(new TimedText(
                    one.path("text").asText(""),
                    one.path("start").asDouble(),
                    one.path("end").asDouble()));
        }
        return told;
    }

    private static ObjectNode asked(ProviderFile file, SpeechRequest request) {
        String own = Voices.own(request.voice());
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        asked.put("text", request.text());
        asked.put("voice", own.isEmpty() ? file.text("voice") : own);
        asked.put("model", file.replaced("model"));
        asked.put("lang", request.language() == null ? "en" : request.language());
        asked.put("speed", Double.parseDouble(file.text("speed")));
        return asked;
    }

    private static Usage usage(ProviderFile file, JsonNode asked) {
        String text = asked.path("text").asText();
        String model = asked.path("model").asText("*");
        return new Usage(file.provider(), model.isEmpty() ? "*" : model, Map.of(Unit.CHARACTERS, (long)
                text.codePointCount(0, text.length())));
    }

    /** For {@code estimate}. */
    public static Usage usage(ProviderFile file, String text) {
        return usage(
                file, JsonNodeFactory.instance.objectNode().put("text", text).put("model", file.replaced("model")));
    }
}
