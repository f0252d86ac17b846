package dev.viralvideo.script.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.json.Json;
import java.util.ArrayList;
import java.util.List;

/** What a model answered, in the shape of {@code schema.json}; nothing of it has been believed yet. */
record Draft(String title, Part hook, List<Part> items, Part outro, List<String> hashtags) {
    /** @param fact from 1, or null */
    record Part(String narration, String onScreen, List<String> search, Integer fact) {}

    /** An answer that is no draft; its problems are for the model. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final transient List<String> problems;

        Unreadable(List<String> problems) {
            super(String.join("; ", problems));
            this.problems = List.copyOf(problems);
        }

        List<String> problems() {
            return problems;
        }
    }

    /** Reads an answer; thoughts before it and a code fence round it are no part of it. */
    static Draft read(String answer) throws Unreadable {
        String text = answer.replaceAll("(?s)<think>.*?(</think>|$)", "").strip();
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        if (from < 0 || to < from) {
            throw new Unreadable(List.of("there is no JSON object in it"));
        }
        try {
            return of(Json.MAPPER.readTree(text.substring(from, to + 1)));
        } catch (JsonProcessingException e) {
            throw new Unreadable(List.of("it is not valid JSON: " + e.getOriginalMessage()));
        }
    }

    private static Draft of(JsonNode json) throws Unreadable {
        List<String> problems = new ArrayList<>();
        String title = text(json, "title", "title", problems);
        Part hook = part(json.path("hook"), "hook", problems);
        List<Part> items = new ArrayList<>();
        if (!json.path("items").isArray() || json.path("items").isEmpty()) {
            problems.add("items must be an array of at least one object");
        }
        for (JsonNode item : json.path("items")) {
            items.add(part(item, "items[" + items.size() + "]", problems));
        }
        Part outro = part(json.path("outro"), "outro", problems);
        if (!problems.isEmpty()) {
            throw new Unreadable(problems);
        }
        return new Draft(title, hook, items, outro, texts(json.path("hashtags")));
    }

    private static Part part(JsonNode json, String where, List<String> problems) {
        if (!json.isObject()) {
            problems.add(where + " must be an object");
            return null;
        }
        JsonNode fact = json.path("fact");
        return new Part(
                text(json, "narration", where + ".narration", problems),
                text(json, "onScreen", where + ".onScreen", problems),
                texts(json.path("search")),
                fact.isInt() ? Integer.valueOf(fact.intValue()) : null);
    }

    private static String text(JsonNode json, String field, String where, List<String> problems) {
        JsonNode value = json.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            problems.add(where + " must be a text that is not empty");
            return "";
        }
        return value.asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> {
            if (element.isTextual() && !element.asText().isBlank()) {
                texts.add(element.asText().strip());
            }
        });
        return List.copyOf(texts);
    }
}
