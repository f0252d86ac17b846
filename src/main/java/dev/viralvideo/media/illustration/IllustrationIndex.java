package dev.viralvideo.media.illustration;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.media.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which pictures a word or phrase stands for, and how strongly (0 to 1.05). Keys are stems joined without spaces, so
 * that "honey bee" and "honeybee" meet; a key is always a whole word or phrase, never a part of one.
 */
final class IllustrationIndex {
    record Hit(Illustration picture, double strength) {}

    private static final double OWN_NAME = 1.06;
    private static final double FAMILY_FIRST = 1.05;
    private static final double FAMILY_NEXT = 0.9;
    private static final double FAMILY_STEP = 0.03;

    private final Map<String, Illustration> pictures = new LinkedHashMap<>();
    private final Map<String, Map<Illustration, Double>> hits = new HashMap<>();
    private final Map<Illustration, Set<Illustration>> relatives = new HashMap<>();

    /** @param index lines of name, group, words of the name, keywords; @param families lines of terms, pictures */
    IllustrationIndex(List<String> index, List<String> families) {
        Map<String, List<Illustration>> byKeyword = new LinkedHashMap<>();
        for (String line : index) {
            String[] field = line.split("\t", -1);
            Illustration picture = new Illustration(field[0], field[1]);
            pictures.put(field[0], picture);
            add(key(Words.stems(field[2])), picture, OWN_NAME);
            for (String keyword : new LinkedHashSet<>(List.of(field[3].split(",")))) {
                byKeyword
                        .computeIfAbsent(key(Words.stems(keyword)), k -> new ArrayList<>())
                        .add(picture);
            }
        }
        byKeyword.forEach((key, shown) -> shown.forEach(picture -> add(key, picture, commonness(shown.size()))));
        families.forEach(this::addFamily);
    }

    static IllustrationIndex bundled() {
        return new IllustrationIndex(lines("index.tsv"), lines("families.tsv"));
    }

    Illustration picture(String name) {
        return pictures.get(name);
    }

    List<Illustration> all() {
        return List.copyOf(pictures.values());
    }

    List<Hit> hits(String key) {
        return hits.getOrDefault(key, Map.of()).entrySet().stream()
                .map(hit -> new Hit(hit.getKey(), hit.getValue()))
                .toList();
    }

    /** Pictures that share a family with this one, nearest first. */
    Set<Illustration> relatives(Illustration picture) {
        return relatives.getOrDefault(picture, Set.of());
    }

    static String key(List<String> stems) {
        return String.join("", stems);
    }

    /** A keyword that many pictures carry ("animal") says little about each. */
    private static double commonness(int pictures) {
        return pictures <= 2 ? 0.8 : pictures <= 5 ? 0.6 : pictures <= 10 ? 0.35 : 0.12;
    }

    private void addFamily(String line) {
        String[] field = line.split("\t", -1);
        List<Illustration> family = new ArrayList<>();
        for (String name : field[1].split(" ")) {
            family.add(pictures.get(name));
        }
        for (String term : field[0].split(",")) {
            for (int i = 0; i < family.size(); i++) {
                add(key(Words.stems(term)), family.get(i), i == 0 ? FAMILY_FIRST : FAMILY_NEXT - FAMILY_STEP * i);
            }
        }
        // only the head of a family has relatives: the others were chosen for it, not for each other
        relatives.computeIfAbsent(family.get(0), k -> new LinkedHashSet<>()).addAll(family.subList(1, family.size()));
    }

    private void add(String key, Illustration picture, double strength) {
        if (!key.isEmpty()) {
            hits.computeIfAbsent(key, k -> new LinkedHashMap<>()).merge(picture, strength, Math::max);
        }
    }

    private static List<String> lines(String resource) {
        try (InputStream in = IllustrationIndex.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException | NullPointerException e) {
            throw new Failure.Internal("the illustrations are missing from the program: " + resource, e);
        }
    }
}
