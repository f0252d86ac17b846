package dev.viralvideo.http;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Turns what can go wrong on the wire into failures that say what happened, with codes of their own. */
final class Faults {
    static final String UNREACHABLE = "HTTP_UNREACHABLE";
    static final String TIMEOUT = "HTTP_TIMEOUT";
    static final String CUT = "HTTP_CUT";

    private Faults() {}

    static Failure badUrl(String what) {
        return of("BAD_URL", ErrorKind.NOT_FOUND, 0, true, "a URL that was given " + what, null);
    }

    static Failure tooLarge(URI url, long maxBytes) {
        String message = Urls.shown(url) + " is larger than the " + maxBytes + " bytes allowed";
        return of("HTTP_TOO_LARGE", ErrorKind.INVALID_OUTPUT, 0, true, message, null);
    }

    static Failure redirect(URI url, int status, String what) {
        return of("HTTP_REDIRECT", ErrorKind.INVALID_OUTPUT, status, true, Urls.shown(url) + " " + what, null);
    }

    static Failure timeout(URI url, Duration limit, Throwable cause) {
        String message = Urls.shown(url) + " did not answer completely within " + seconds(limit);
        return of(TIMEOUT, ErrorKind.TRANSIENT, 0, false, message, cause);
    }

    static Failure interrupted(Throwable cause) {
        Thread.currentThread().interrupt();
        return new Failure.Processing("INTERRUPTED", true, "interrupted while waiting for a remote service", cause);
    }

    /** A media host that answers, but not with media. */
    static Failure status(Http.Answer answer) throws IOException {
        Reply reply = new Reply(answer.status(), answer.headers(), answer.body().readNBytes(4096), answer.from());
        Verdict verdict = Verdicts.STANDARD.of(reply, false, java.time.Instant.now());
        String message = Urls.shown(answer.from()) + " answered " + answer.status();
        Refusal refusal = new Refusal(
                verdict.kind() == null ? ErrorKind.INVALID_OUTPUT : verdict.kind(),
                answer.status(),
                verdict.retryAfter(),
                true,
                message,
                null);
        return new Failure.ExternalService("DOWNLOAD_REFUSED", refusal.kind().retryable(), message, refusal);
    }

    static Failure wire(URI url, IOException e) {
        String where = Urls.shown(url);
        if (e instanceof GuardedDns.AddressRefused) {
            String message = where + " leads to a private or special address, which is refused; if you trust it, add "
                    + url.getHost() + " to vvg.http.allow";
            return of("ADDRESS_REFUSED", ErrorKind.NOT_FOUND, 0, true, message, null);
        }
        if (e instanceof UnknownHostException) {
            return of(UNREACHABLE, ErrorKind.TRANSIENT, 0, false, where + ": no such host, or no network", e);
        }
        if (e instanceof ConnectTimeoutException
                || e instanceof ConnectException
                || e instanceof NoRouteToHostException) {
            return of(UNREACHABLE, ErrorKind.TRANSIENT, 0, false, where + " cannot be reached", e);
        }
        if (e instanceof SSLException) {
            String message = where + ": no secure connection (" + e.getMessage() + ")";
            return of("HTTP_TLS", ErrorKind.CONFIG, 0, false, message, e);
        }
        if (e instanceof InterruptedIOException) {
            return of(TIMEOUT, ErrorKind.TRANSIENT, 0, false, where + " was silent for too long", e);
        }
        return of(CUT, ErrorKind.TRANSIENT, 0, false, where + ": the connection broke off", e);
    }

    static Failure of(String code, ErrorKind kind, int status, boolean answered, String message, Throwable cause) {
        Refusal refusal = new Refusal(kind, status, null, answered, message, cause);
        return new Failure.ExternalService(code, kind.retryable(), message, refusal);
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
