package dev.viralvideo.pipeline.provider;

import dev.viralvideo.failure.Failure;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file in {@code routes/script}, {@code media} or {@code voice}: a provider as its parameters, with the defaults of
 * its route template and what the settings say instead.
 *
 * @param route      id of its route, {@code media-pexels}
 * @param parameters by name; what a parameter means stands in {@code docs/guides/providers.md}
 */
public record ProviderFile(String route, Map<String, String> parameters) {
    static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
    static final Pattern KEY = Pattern.compile("\\{key:([a-z][a-z0-9-]*)}");
    private static final List<String> MANNERS = List.of(
            "rates",
            "concurrency",
            "attempts",
            "backoff",
            "maxWait",
            "breakerWindow",
            "stopFor",
            "rateHeaders",
            "verdicts",
            "retryAfterInBody");

    public ProviderFile {
        parameters = Map.copyOf(parameters);
    }

    /** Without the kind: {@code pexels}. */
    public String name() {
        return route.substring(route.indexOf('-') + 1);
    }

    /** {@code script}, {@code media} or {@code voice}. */
    public String kind() {
        return route.substring(0, route.indexOf('-'));
    }

    /** Whose limits count: sites that share limits name the same provider. */
    public String provider() {
        return has("provider") ? text("provider") : name();
    }

    /** An address, with {@code {base}} and the like filled by the file's own parameters, what else is open by an x. */
    String filled(String parameter) {
        return PLACE.matcher(filledByOwn(text(parameter), name -> true)).replaceAll("x");
    }

    /** A parameter may name others: {@code {base}}, and in it {@code {region}}. */
    String filledByOwn(String text, Predicate<String> wanted) {
        String filled = text;
        for (int depth = 0; depth < 3; depth++) {
            filled = PLACE.matcher(filled).replaceAll(place -> {
                String name = place.group(1);
                return Matcher.quoteReplacement(wanted.test(name) && has(name) ? text(name) : place.group());
            });
        }
        return filled;
    }

    /** Empty when the file does not say. */
    public String text(String parameter) {
        return parameters.getOrDefault(parameter, "").strip();
    }

    public boolean has(String parameter) {
        return !text(parameter).isEmpty();
    }

    /**
     * One file for each of the addresses in {@code url}: one a line, {@code {base}} for what {@code base} says, before
     * it if need be a word that jq mappings find as {@code .search}.
     */
    public List<ProviderFile> addresses() {
        return lines("url").stream().map(this::at).toList();
    }

    /** As it is, but for this one address without parameters of its own, and nothing remembered. */
    public ProviderFile plain(String url) {
        Map<String, String> own = new TreeMap<>(parameters);
        own.putAll(Map.of("url", url, "query", "", "body", "", "answer", "", "cache", "0s"));
        return new ProviderFile(route, own);
    }

    /** As it is, but asked for its voices. */
    ProviderFile listing() {
        Map<String, String> own = new TreeMap<>(parameters);
        own.putAll(Map.of("url", text("voicesUrl"), "query", "", "body", "", "answers", "json", "cache", "1h"));
        own.put("answer", text("voicesAnswer"));
        return new ProviderFile(route, own);
    }

    private ProviderFile at(String line) {
        String[] parts = line.replace("{base}", text("base")).split("\\s+", 2);
        Map<String, String> own = new TreeMap<>(parameters);
        own.put("search", parts.length == 2 ? parts[0] : "");
        own.put("url", parts[parts.length - 1]);
        return new ProviderFile(route, own);
    }

    public boolean flag(String parameter) {
        return text(parameter).equals("true");
    }

    public List<String> lines(String parameter) {
        return Arrays.stream(text(parameter).split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public long number(String parameter) {
        try {
            return Long.parseLong(text(parameter));
        } catch (NumberFormatException e) {
            throw bad(parameter, "must be a whole number");
        }
    }

    /** A value that may be outdated, as the file's {@code replaces} says: one {@code old => new} a line. */
    public String replaced(String parameter) {
        for (String line : lines("replaces")) {
            String[] parts = line.split("\\s*=>\\s*", 2);
            if (parts.length == 2 && parts[0].equals(text(parameter))) {
                return parts[1];
            }
        }
        return text(parameter);
    }

    /** Such as {@code 30s}, {@code 15m}, {@code 24h}; zero when the file does not say. */
    public Duration time(String parameter) {
        if (!has(parameter)) {
            return Duration.ZERO;
        }
        Matcher parts = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)").matcher(text(parameter));
        if (!parts.matches()) {
            throw bad(parameter, "must be a time such as 500ms, 30s, 15m, 24h or 30d");
        }
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** The names of the keys that its requests carry. */
    public Set<String> keys() {
        Set<String> names = new TreeSet<>();
        for (String parameter : List.of("url", "headers", "query", "body")) {
            KEY.matcher(text(parameter)).results().forEach(place -> names.add(place.group(1)));
        }
        return names;
    }

    /** What is said of limits, waits and misleading statuses, in the form of {@link dev.viralvideo.http.Manners#of}. */
    public Map<String, String> manners() {
        Map<String, String> manners = new LinkedHashMap<>();
        MANNERS.stream().filter(this::has).forEach(name -> manners.put(name, text(name)));
        return manners;
    }

    Failure.Configuration bad(String parameter, String rule) {
        return new Failure.Configuration(
                "BAD_PROVIDER",
                "provider " + route + ", parameter '" + parameter + "' = '" + text(parameter) + "': " + rule);
    }
}
