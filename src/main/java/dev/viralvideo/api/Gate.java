package dev.viralvideo.api;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.http.Rate;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;

/** Lets in who has a token with the right scope, no faster than its rate. Safe for many threads. */
public final class Gate {
    /** How long a verified token is not looked up again: a revoked one may work that much longer. */
    static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final String SCHEME = "Bearer ";
    private static final int MOST = 10_000;

    private final boolean open;
    private final LoadingCache<String, Optional<Token>> known;
    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param open whether everybody is let in without a token
     * @param rate for each token; for each address where no token is needed
     */
    public Gate(Tokens tokens, boolean open, Rate rate) {
        this.open = open;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST)
                .build(tokens::verify);
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(rate.per())
                .maximumSize(MOST)
                .build(caller -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(rate.requests()).refillGreedy(rate.requests(), rate.per()))
                        .build());
    }

    /** @throws Failure.Validation NO_TOKEN, BAD_TOKEN, SCOPE_MISSING or TOO_MANY_REQUESTS */
    Caller admit(HttpServletRequest request, Scope needed) {
        Caller caller = caller(request);
        if (!caller.scope().covers(needed)) {
            throw new Failure.Validation(
                    "SCOPE_MISSING", "this needs a token with the scope write; `vvg tokens create --scope write`");
        }
        if (!buckets.get(caller.id()).tryConsume(1)) {
            throw new Failure.Validation(
                    "TOO_MANY_REQUESTS", "the token's rate is used up (vvg.api.rate); wait and go on more slowly");
        }
        return caller;
    }

    /** Whether this request may see health and metrics. */
    public boolean mayRead(HttpServletRequest request) {
        return open || token(request).flatMap(known::get).isPresent();
    }

    private Caller caller(HttpServletRequest request) {
        if (open) {
            return new Caller(request.getRemoteAddr(), Scope.WRITE);
        }
        String text = token(request)
                .orElseThrow(() -> new Failure.Validation(
                        "NO_TOKEN",
                        "send an API token: Authorization: Bearer vvg_…; `vvg tokens create NAME` makes one"));
        Token token = known.get(text)
                .orElseThrow(() -> new Failure.Validation(
                        "BAD_TOKEN", "the API token is not known, revoked or expired; `vvg tokens list` shows them"));
        return new Caller(token.id(), token.scope());
    }

    private static Optional<String> token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && header.length() < 200
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
