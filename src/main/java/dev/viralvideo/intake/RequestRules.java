package dev.viralvideo.intake;

import dev.viralvideo.failure.Failure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a whole request may be, wherever it comes from; names the field that is wrong. */
public final class RequestRules {
    /** Most points or script entries of one request. */
    public static final int MOST_ENTRIES = 100;
    /** Longest point or script entry, in code points. */
    public static final int LONGEST_ENTRY = 2_000;
    /** Longest script altogether, in code points: about ten minutes of speech. */
    public static final int LONGEST_SCRIPT = 12_000;

    private static final int MOST_MEDIA = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._ -]{0,99}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");

    private RequestRules() {}

    /**
     * @return the request with its text trimmed
     * @throws Failure.Validation {@code TOPIC_…} or {@code BAD_FIELD}
     */
    public static Request check(Request request) {
        List<String> points = entries("points", request.points());
        List<String> script = entries("script", request.script());
        checkNumbers(request);
        return new Request(
                TopicRules.check(request.topic()),
                name("template", request.template()),
                language(request.language()),
                name("voice", request.voice()),
                request.aspect(),
                request.duration(),
                name("music", request.music()),
                name("captions", request.captions()),
                points,
                script,
                media(request.media()),
                request.priority(),
                callback(request.callback()),
                request.seed());
    }

    private static void checkNumbers(Request request) {
        Double duration = request.duration();
        if (duration != null && !(duration >= 5 && duration <= 600)) {
            throw bad("duration", "must be 5 to 600 seconds, is " + number(duration));
        }
        Integer priority = request.priority();
        if (priority != null && (priority < 0 || priority > 9)) {
            throw bad("priority", "must be 0 (lowest) to 9, is " + priority);
        }
    }

    private static List<String> entries(String field, List<String> values) {
        if (values.size() > MOST_ENTRIES) {
            throw bad(field, "has " + values.size() + " entries; at most " + MOST_ENTRIES + " are allowed");
        }
        List<String> clean = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < values.size(); i++) {
            String what = field + " entry " + (i + 1);
            String value = values.get(i).strip();
            PlainText.refuseHidden("BAD_FIELD", what, value, "\n\r\t");
            int length = value.codePointCount(0, value.length());
            if (length == 0) {
                throw bad(what, "is empty; remove it or fill it in");
            }
            if (length > LONGEST_ENTRY) {
                throw bad(what, "has " + length + " characters; at most " + LONGEST_ENTRY + " are allowed: split it");
            }
            total += length;
            clean.add(value);
        }
        if (total > LONGEST_SCRIPT) {
            throw bad(field, "has " + total + " characters altogether; at most " + LONGEST_SCRIPT + " are allowed");
        }
        return clean;
    }

    private static String name(String field, String value) {
        if (value == null) {
            return null;
        }
        String name = value.strip();
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw bad(field, "must be a plain name (letters, digits, dot, dash), is '" + shown(name) + "'");
        }
        return name;
    }

    private static String language(String value) {
        if (value == null) {
            return null;
        }
        String tag = value.strip();
        if (!LANGUAGE.matcher(tag).matches()) {
            throw bad("language", "must be a language tag such as en or en-GB, is '" + shown(tag) + "'");
        }
        return Locale.forLanguageTag(tag).toLanguageTag();
    }

    /** Only names beneath the media folder or of providers: a message must not reach other files of the machine. */
    private static List<String> media(List<String> values) {
        if (values.size() > MOST_MEDIA) {
            throw bad("media", "has " + values.size() + " entries; at most " + MOST_MEDIA + " are allowed");
        }
        List<String> clean = new ArrayList<>();
        for (String value : values) {
            String entry = value.strip();
            PlainText.refuseHidden("BAD_FIELD", "media", entry, "");
            String slashes = entry.replace('\\', '/');
            boolean outside = slashes.startsWith("/")
                    || slashes.startsWith("~")
                    || slashes.contains(":")
                    || DRIVE.matcher(slashes).matches()
                    || List.of(slashes.split("/")).contains("..");
            if (entry.isEmpty() || outside) {
                throw bad(
                        "media",
                        "must name files or folders inside the media folder (no absolute path, no '..') or providers, is '"
                                + shown(entry) + "'");
            }
            clean.add(entry);
        }
        return clean;
    }

    private static String callback(String value) {
        if (value == null) {
            return null;
        }
        try {
            URI uri = new URI(value.strip());
            boolean web = uri.getScheme() != null
                    && Set.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT));
            if (web && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri.toString();
            }
        } catch (URISyntaxException e) {
            // told below, like every other wrong address
        }
        throw bad("callback", "must be an http or https address without a password, is '" + shown(value) + "'");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static String shown(String value) {
        String safe = value.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return safe.length() > 60 ? safe.substring(0, 60) + "…" : safe;
    }

    private static Failure.Validation bad(String field, String reason) {
        return new Failure.Validation("BAD_FIELD", field + " " + reason);
    }
}
