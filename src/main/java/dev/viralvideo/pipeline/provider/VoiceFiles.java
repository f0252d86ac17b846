package dev.viralvideo.pipeline.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.viralvideo.audio.EspeakVoice;
import dev.viralvideo.audio.Voice;
import dev.viralvideo.audio.Voices;
import dev.viralvideo.config.Settings;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The voices that the files in {@code routes/voice} offer, read without starting a route: a file's own name stands for
 * its default voice, {@code elevenlabs}; {@code elevenlabs:ID} for any other that the provider has.
 */
public final class VoiceFiles {
    private static final YAMLMapper YAML = new YAMLMapper();

    private VoiceFiles() {}

    public static Voices voices(Settings settings) {
        List<Voice> voices = new ArrayList<>(List.of(Voices.EMBEDDED));
        read(settings).forEach(file -> voices.addAll(of(file)));
        String espeak = EspeakVoice.installed("espeak-ng") ? "installed" : "not installed";
        voices.add(new Voice(
                "espeak",
                "multi",
                "neutral",
                "espeak",
                "espeak-ng, plain, a hundred languages (" + espeak + ")",
                true));
        return new Voices(voices);
    }

    /** The voice files with the parameters that they state themselves, sorted by name. */
    public static List<ProviderFile> read(Settings settings) {
        Path folder = settings.folders().install().resolve("routes/voice");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<ProviderFile> files = new ArrayList<>();
            for (Path path : entries.filter(entry -> entry.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .toList()) {
                for (JsonNode element : YAML.readTree(path.toFile())) {
                    if (element.has("templatedRoute")) {
                        files.add(file(element.path("templatedRoute"), settings));
                    }
                }
            }
            return files;
        } catch (IOException e) {
            throw new Failure.Configuration("BAD_FILE", folder + " cannot be read: " + IoReason.of(e), e);
        }
    }

    private static ProviderFile file(JsonNode route, Settings settings) {
        String id = route.path("routeId").asText();
        String name = id.substring(id.indexOf('-') + 1);
        Map<String, String> parameters = new TreeMap<>();
        for (JsonNode parameter : route.path("parameters")) {
            parameters.put(
                    parameter.path("name").asText(), parameter.path("value").asText());
        }
        for (String own :
                List.of("model", "replaces", "enabled", "voice", "voices", "languages", "needsKey", "billing")) {
            settings.provider(name, own).ifPresent(value -> parameters.put(own, value));
        }
        return new ProviderFile(id, parameters);
    }

    private static List<Voice> of(ProviderFile file) {
        boolean key = !file.text("needsKey").equals("false");
        List<Voice> voices = new ArrayList<>();
        voices.add(new Voice(
                file.name(),
                file.has("languages") ? file.text("languages") : "en",
                "neutral",
                file.name(),
                file.text("about") + " (default: " + file.text("voice") + ")",
                key));
        for (String line : file.lines("voices")) {
            String[] parts = line.split("\\s*\\|\\s*", 4);
            if (parts.length != 4) {
                throw file.bad("voices", "must be one 'ID | language | gender | description' a line");
            }
            voices.add(new Voice(file.name() + ":" + parts[0], parts[1], parts[2], file.name(), parts[3], key));
        }
        return voices;
    }
}
