package dev.viralvideo.intake;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects a request's fields by name, as texts, whatever format they come in. Refuses unknown and repeated fields and
 * values of the wrong kind, always naming the field.
 */
final class RequestFields {
    private static final List<String> SINGLE = List.of(
            "topic",
            "template",
            "language",
            "voice",
            "aspect",
            "duration",
            "music",
            "captions",
            "priority",
            "callback",
            "seed");
    private static final Set<String> LISTS = Set.of("points", "script", "media");
    static final List<String> NAMES = names();

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();

    static boolean isList(String name) {
        return LISTS.contains(name);
    }

    /** @return the name itself */
    static String known(String name) {
        if (NAMES.contains(name)) {
            return name;
        }
        String hint = Spelling.nearest(name, NAMES, 2)
                .map(meant -> "did you mean '" + meant + "'?")
                .orElseGet(() -> "known are " + String.join(", ", NAMES));
        throw new Failure.Validation(
                "UNKNOWN_FIELD",
                "field '" + (name.length() > 40 ? name.substring(0, 40) + "…" : name) + "' is not known; " + hint);
    }

    void put(String name, String value) {
        refuseRepeated(name);
        if (isList(name)) {
            lists.put(name, List.of(value));
        } else {
            values.put(name, value);
        }
    }

    void put(String name, List<String> entries) {
        refuseRepeated(name);
        if (!isList(name)) {
            throw new Failure.Validation("BAD_FIELD", name + " must be one value, is a list");
        }
        lists.put(name, entries);
    }

    boolean isEmpty() {
        return values.isEmpty() && lists.isEmpty();
    }

    RequestFields copy() {
        RequestFields copy = new RequestFields();
        copy.values.putAll(values);
        copy.lists.putAll(lists);
        return copy;
    }

    /** @throws Failure.Validation when a rule of {@link RequestRules} is broken or the topic is missing */
    Request request() {
        if (!values.containsKey("topic")) {
            throw new Failure.Validation("TOPIC_MISSING", "field 'topic' is missing; every entry needs one");
        }
        String aspect = values.get("aspect");
        return RequestRules.check(new Request(
                values.get("topic"),
                values.get("template"),
                values.get("language"),
                values.get("voice"),
                aspect == null ? null : Aspect.of(aspect.strip()),
                decimal("duration"),
                values.get("music"),
                values.get("captions"),
                lists.get("points"),
                lists.get("script"),
                lists.get("media"),
                priority(),
                values.get("callback"),
                whole("seed")));
    }

    private void refuseRepeated(String name) {
        if (values.containsKey(name) || lists.containsKey(name)) {
            throw new Failure.Validation("BAD_FIELD", name + " is given twice; keep one of them");
        }
    }

    private Double decimal(String name) {
        String value = values.get(name);
        try {
            return value == null ? null : Double.valueOf(value.strip());
        } catch (NumberFormatException e) {
            throw new Failure.Validation("BAD_FIELD", name + " must be a number, is '" + cut(value) + "'");
        }
    }

    private Integer priority() {
        Long value = whole("priority");
        return value == null ? null : (int) Math.max(-1, Math.min(10, value));
    }

    private Long whole(String name) {
        String value = values.get(name);
        try {
            return value == null ? null : Long.valueOf(value.strip());
        } catch (NumberFormatException e) {
            throw new Failure.Validation("BAD_FIELD", name + " must be a whole number, is '" + cut(value) + "'");
        }
    }

    private static String cut(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(SINGLE.subList(0, 8));
        names.addAll(List.of("points", "script", "media"));
        names.addAll(SINGLE.subList(8, SINGLE.size()));
        return List.copyOf(names);
    }
}
