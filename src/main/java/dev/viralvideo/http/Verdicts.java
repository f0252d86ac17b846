package dev.viralvideo.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.viralvideo.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what an answer means: the provider's own rules first, in order, then what the status usually means. */
public final class Verdicts {
    /** For a service without traps. */
    public static final Verdicts STANDARD = new Verdicts(List.of(), null);

    private static final List<VerdictRule> USUAL = Stream.of(
                    "* body ~ (?i)<title>\\s*just a moment => BLOCKED",
                    "2xx => OK",
                    "401,403,407 => AUTH",
                    "402 => QUOTA",
                    "404,410 => NOT_FOUND",
                    "408,409,423,425 => TRANSIENT",
                    "429 => RATE_LIMITED",
                    "451 => CONTENT_REFUSED",
                    "4xx => INVALID_REQUEST",
                    "5xx => TRANSIENT",
                    "* => INVALID_OUTPUT")
            .map(VerdictRule::parse)
            .toList();

    private final List<VerdictRule> rules;
    private final Pattern retryAfterInBody;

    private Verdicts(List<VerdictRule> rules, Pattern retryAfterInBody) {
        this.rules = rules;
        this.retryAfterInBody = retryAfterInBody;
    }

    /**
     * @param lines            one rule each, see {@link VerdictRule}; empty lines and {@code #} comments are skipped
     * @param retryAfterInBody group 1 is a number of seconds; null when the body never says
     * @throws dev.viralvideo.failure.Failure.Configuration naming the line that cannot be read
     */
    public static Verdicts parse(List<String> lines, String retryAfterInBody) {
        List<VerdictRule> rules = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(VerdictRule::parse)
                .toList();
        return new Verdicts(rules, retryAfterInBody == null ? null : Pattern.compile(retryAfterInBody));
    }

    /** @param wantsJson what is no JSON then comes from something on the way that may pass, whatever its status */
    public Verdict of(Reply reply, boolean wantsJson, Instant now) {
        Memo json = new Memo(reply);
        VerdictRule rule = Stream.concat(rules.stream(), USUAL.stream())
                .filter(candidate -> candidate.matches(reply, json))
                .findFirst()
                .orElseThrow();
        if (rule.kind() == null) {
            boolean usable = !wantsJson || !json.get().isMissingNode();
            return usable ? Verdict.OK : new Verdict(ErrorKind.TRANSIENT, null, true);
        }
        boolean mayRetry = !reply.header("x-should-retry").orElse("").equals("false");
        return new Verdict(rule.kind(), retryAfter(reply, now).orElse(null), mayRetry);
    }

    private Optional<Duration> retryAfter(Reply reply, Instant now) {
        return RetryHints.retryAfter(reply, now).or(() -> Optional.ofNullable(retryAfterInBody)
                .map(pattern -> pattern.matcher(reply.start(1 << 16)))
                .filter(java.util.regex.Matcher::find)
                .flatMap(found -> RetryHints.seconds(found.group(1))));
    }

    /** Reads the body as JSON at most once; anything that is none is a missing node. */
    private static final class Memo implements Supplier<JsonNode> {
        private final Reply reply;
        private JsonNode json;

        Memo(Reply reply) {
            this.reply = reply;
        }

        @Override
        public JsonNode get() {
            if (json == null) {
                json = read();
            }
            return json;
        }

        private JsonNode read() {
            try {
                return Json.MAPPER.readTree(reply.body());
            } catch (IOException e) {
                return MissingNode.getInstance();
            }
        }
    }
}
