package dev.viralvideo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What the providers answer when all is well, in the shapes of their fact sheets. */
final class StandIn {
    static final String TOPIC = "3 facts about lighthouses";
    static final String NARRATION = "The harbor wakes before the city does. Fog rolls in.";

    private StandIn() {}

    static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    /** Some providers are asked what they have before they are asked for anything; that is answered whatever else is. */
    static void serveLists(WireMockServer server) {
        server.stubFor(get(urlPathMatching(".*/models"))
                .atPriority(1)
                .willReturn(json("{\"data\":[{\"id\":\"local-model\"}]}")));
        server.stubFor(
                get(urlPathMatching(".*/voices")).atPriority(1).willReturn(json("{\"en_US-lessac-medium\":{}}")));
    }

    /** The requests that are no questions for such a list. */
    static long asked(WireMockServer server) {
        return server.getAllServeEvents().stream()
                .filter(event -> !event.getRequest().getUrl().matches(".*/(models|voices)"))
                .count();
    }

    /** A script that fits the topic {@link #TOPIC}. */
    static ObjectNode draft() {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.put("title", "Keepers of Light");
        draft.set("hook", part("Three things that lighthouse keepers never told you.", "Keepers of Light"));
        ArrayNode items = draft.putArray("items");
        items.add(part("Keepers carried oil up two hundred steps every single night.", "Oil and Steps"));
        items.add(part("A wick had to be trimmed every four hours until the sun rose.", "Trimmed Wicks"));
        items.add(part("Some towers were painted in stripes so that sailors knew them by day.", "Painted Towers"));
        draft.set("outro", part("Follow for more stories from the coast.", "Follow"));
        draft.putArray("hashtags").add("lighthouse");
        return draft;
    }

    private static ObjectNode part(String narration, String shown) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        part.put("narration", narration)
                .put("onScreen", shown)
                .putArray("search")
                .add("lighthouse sea");
        part.putNull("fact");
        return part;
    }

    /** A script provider's answer with this text in it. */
    static String script(String route, String text) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        switch (route) {
            case "script-anthropic" -> {
                answer.put("type", "message").put("stop_reason", "end_turn");
                answer.putArray("content").addObject().put("type", "text").put("text", text);
                answer.putObject("usage").put("input_tokens", 120).put("output_tokens", 240);
            }
            case "script-gemini" -> {
                ObjectNode candidate = answer.putArray("candidates").addObject();
                candidate
                        .put("finishReason", "STOP")
                        .putObject("content")
                        .putArray("parts")
                        .addObject()
                        .put("text", text);
                answer.putObject("usageMetadata").put("promptTokenCount", 120).put("candidatesTokenCount", 240);
            }
            case "script-wikipedia" -> {
                ObjectNode page = answer.putObject("query").putArray("pages").addObject();
                page.put("title", "Lighthouse")
                        .put("index", 1)
                        .put("fullurl", "https://en.wikipedia.org/wiki/Lighthouse");
                page.put(
                        "extract",
                        "A lighthouse (/ˈlaɪthaʊs/; from light) is a tower that helps sailors find their way at night. "
                                + "Keepers carried oil up two hundred steps every single night. "
                                + "A wick had to be trimmed every four hours until the sun rose. "
                                + "Some towers were painted in stripes so that sailors knew them by day.");
                ((ArrayNode) answer.path("query").path("pages"))
                        .addObject()
                        .put("title", "Nothing")
                        .put("missing", true);
            }
            default -> {
                ObjectNode choice = answer.put("object", "chat.completion")
                        .putArray("choices")
                        .addObject();
                choice.put("finish_reason", "stop").putNull("logprobs");
                choice.putObject("message")
                        .put("role", "assistant")
                        .put("content", text)
                        .putNull("refusal");
                answer.putObject("usage").put("prompt_tokens", 120).put("completion_tokens", 240);
            }
        }
        return answer.toString();
    }

    /** A voice's answer: type and body. */
    static Map.Entry<String, byte[]> voice(String route) {
        byte[] wav = wav(3.6);
        return switch (route) {
            case "voice-elevenlabs" ->
                Map.entry("application/json", elevenLabs(wav).getBytes());
            case "voice-kokoro" -> Map.entry("application/json", kokoro(wav).getBytes());
            case "voice-piper" -> Map.entry("text/html; charset=utf-8", wav);
            default -> Map.entry("application/octet-stream", wav);
        };
    }

    private static String elevenLabs(byte[] wav) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("audio_base64", Base64.getEncoder().encodeToString(wav));
        ObjectNode alignment = answer.putObject("alignment");
        ArrayNode characters = alignment.putArray("characters");
        ArrayNode starts = alignment.putArray("character_start_times_seconds");
        ArrayNode ends = alignment.putArray("character_end_times_seconds");
        double each = 3.4 / NARRATION.length();
        for (int i = 0; i < NARRATION.length(); i++) {
            characters.add(NARRATION.substring(i, i + 1));
            starts.add(0.1 + i * each);
            ends.add(0.1 + (i + 1) * each);
        }
        answer.putNull("normalized_alignment");
        return answer.toString();
    }

    private static String kokoro(byte[] wav) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("audio", Base64.getEncoder().encodeToString(wav)).put("audio_format", "audio/wav");
        ArrayNode times = answer.putArray("timestamps");
        double at = 0.1;
        for (String word :
                List.of("The", "harbor", "wakes", "before", "the", "city", "does", ".", "Fog", "rolls", "in", ".")) {
            times.addObject().put("word", word).put("start_time", at).put("end_time", at + 0.28);
            at += 0.28;
        }
        return answer.toString();
    }

    /** A tone that swells like syllables do, 24 kHz mono, with a pause after two thirds. */
    static byte[] wav(double seconds) {
        int rate = 24_000;
        int samples = (int) (seconds * rate);
        ByteBuffer wav = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes())
                .putInt(36 + samples * 2)
                .put("WAVEfmt ".getBytes())
                .putInt(16);
        wav.putShort((short) 1)
                .putShort((short) 1)
                .putInt(rate)
                .putInt(rate * 2)
                .putShort((short) 2);
        wav.putShort((short) 16).put("data".getBytes()).putInt(samples * 2);
        for (int i = 0; i < samples; i++) {
            double t = i / (double) rate;
            boolean pause = t > 0.7 * seconds && t < 0.7 * seconds + 0.25 || t < 0.1 || t > seconds - 0.1;
            double swell = 0.55 + 0.45 * Math.sin(2 * Math.PI * 4 * t);
            wav.putShort((short) (pause ? 0 : 12_000 * swell * Math.sin(2 * Math.PI * 180 * t)));
        }
        return wav.array();
    }
}
