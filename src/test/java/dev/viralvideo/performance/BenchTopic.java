package dev.viralvideo.performance;

import dev.viralvideo.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A topic file with a script of its own, five seconds a segment, and a media folder whose files are named after the
 * segments: clips and stills in turn.
 */
record BenchTopic(Path file, Path media) {
    private static final int SECONDS_A_SEGMENT = 5;
    private static final String[] THINGS = {
        "harbour",
        "lantern",
        "glacier",
        "orchard",
        "violin",
        "desert",
        "monsoon",
        "cathedral",
        "comet",
        "reef",
        "windmill",
        "caravan",
        "meadow",
        "volcano",
        "library",
        "ferry",
        "market",
        "canyon",
        "tundra",
        "bakery",
        "observatory",
        "vineyard",
        "railway",
        "lagoon",
        "fortress",
        "prairie",
        "workshop",
        "waterfall",
        "carnival",
        "lighthouse",
        "greenhouse",
        "archipelago",
        "foundry",
        "savanna",
        "theatre",
        "bazaar"
    };
    private static final String[] SENTENCES = {
        "The %s changes with every hour of the light, and most of all at early dawn.",
        "Nobody who has ever seen a %s in deep winter forgets how quiet it is.",
        "Every %s has a long story of its own that was never once written down.",
    };

    /** Makes what is not there yet. */
    static BenchTopic of(Path folder, BenchFootage footage, int seconds) throws IOException {
        Path media = Files.createDirectories(folder.resolve("media-" + seconds));
        List<String> script = new ArrayList<>();
        for (int i = 0; i < seconds / SECONDS_A_SEGMENT; i++) {
            script.add(String.format(Locale.ROOT, SENTENCES[i % SENTENCES.length], THINGS[i]));
            String ending = i % 2 == 0 ? ".mp4" : ".jpg";
            copy(footage.source(i), media.resolve(THINGS[i] + ending), i);
        }
        Path file = folder.resolve("topic-" + seconds + ".json");
        Map<String, Object> request =
                Map.of("topic", "places worth a journey", "duration", seconds, "seed", 7, "script", script);
        Files.writeString(file, Json.write(request));
        return new BenchTopic(file, media);
    }

    /** No picture is shown twice in a video, so each copy ends in a few bytes of its own, which decoders pass over. */
    private static void copy(Path from, Path to, int number) throws IOException {
        if (Files.exists(to)) {
            return;
        }
        byte[] content = Files.readAllBytes(from);
        byte[] marked = Arrays.copyOf(content, content.length + 12);
        byte[] freeBox = {0, 0, 0, 12, 'f', 'r', 'e', 'e', 0, 0, 0, (byte) number};
        System.arraycopy(freeBox, 0, marked, content.length, freeBox.length);
        Files.write(to, marked);
    }
}
