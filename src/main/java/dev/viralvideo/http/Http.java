package dev.viralvideo.http;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client: follows redirects itself, one at a time, so that credentials stay at the host they are for;
 * connects only where its {@link AddressPolicy} lets it; keeps to time and size limits. It has no cookies, no retries
 * and no proxy of its own. Safe for many threads.
 */
public final class Http implements AutoCloseable {
    private static final int MAX_REDIRECTS = 5;

    private final HttpSettings settings;
    private final AddressPolicy policy;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;

    public Http(HttpSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    Http(HttpSettings settings, GuardedDns.Lookup lookup) {
        this.settings = settings;
        this.policy = AddressPolicy.publicOnly().allowing(settings.allow());
        this.client = Connections.client(settings, new GuardedDns(policy, lookup));
        this.deadlines = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "http-deadlines");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Lets calls reach a service that the operator configured, also where it is in a private network. */
    void trust(URI url) {
        policy.trust(url.getHost(), Urls.port(url));
    }

    /**
     * Sends the call and reads its answer, whatever the status.
     *
     * @throws Failure.ExternalService when there is no complete answer within the limits
     */
    public Reply send(Call call) {
        return exchange(call, answer -> {
            byte[] body = answer.body().readNBytes((int) Math.min(call.maxBytes() + 1, Integer.MAX_VALUE - 8));
            if (body.length > call.maxBytes()) {
                throw Faults.tooLarge(answer.from(), call.maxBytes());
            }
            return new Reply(answer.status(), answer.headers(), body, answer.from());
        });
    }

    /** Sends the call and lets the reader stream the final answer; a reader that throws breaks the connection off. */
    <T> T exchange(Call call, AnswerReader<T> reader) {
        Hop hop = new Hop(call.method(), call.url(), call.headers(), call.body());
        long end = System.nanoTime() + call.deadline().toNanos();
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            Step<T> step = step(hop, call, end, reader);
            if (step.next == null) {
                return step.value;
            }
            hop = step.next;
        }
        throw Faults.redirect(call.url(), 0, "redirects more than " + MAX_REDIRECTS + " times");
    }

    private <T> Step<T> step(Hop hop, Call call, long end, AnswerReader<T> reader) {
        HttpUriRequestBase request = request(hop, call);
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                Math.max(1, end - System.nanoTime()),
                TimeUnit.NANOSECONDS);
        try {
            return read(hop, client.executeOpen(host(hop.url()), request, null), request, reader);
        } catch (IOException | IllegalStateException e) {
            throw explained(hop.url(), call, late.get(), e);
        } finally {
            alarm.cancel(false);
        }
    }

    private static <T> Step<T> read(
            Hop hop, ClassicHttpResponse response, HttpUriRequestBase request, AnswerReader<T> reader)
            throws IOException {
        boolean whole = false;
        try {
            Answer answer = Answer.of(hop.url(), response);
            Step<T> step = Hop.isRedirect(answer.status())
                    ? new Step<>(null, hop.next(answer.status(), answer.location()))
                    : new Step<>(reader.read(answer), null);
            whole = step.next == null;
            return step;
        } finally {
            if (!whole) {
                request.cancel(); // else closing would first read the rest of a body that nobody wants
            }
            closeQuietly(response);
        }
    }

    /** Closing a connection that was broken off complains about just that. */
    private static void closeQuietly(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            // the answer was read, or the failure that matters is on its way already
        }
    }

    private static RuntimeException explained(URI url, Call call, boolean late, Exception e) {
        if (late) {
            return Faults.timeout(url, call.deadline(), e);
        }
        if (Thread.currentThread().isInterrupted()) {
            return Faults.interrupted(e);
        }
        return e instanceof IOException io ? Faults.wire(url, io) : (RuntimeException) e;
    }

    private HttpUriRequestBase request(Hop hop, Call call) {
        HttpUriRequestBase request = new HttpUriRequestBase(hop.method(), hop.url());
        hop.headers().forEach(request::setHeader);
        request.setHeader("User-Agent", settings.userAgent());
        if (hop.body() != null) {
            String type = hop.headers().getOrDefault("Content-Type", "application/octet-stream");
            request.removeHeaders("Content-Type");
            request.setEntity(new ByteArrayEntity(hop.body(), ContentType.parse(type)));
        }
        Duration wait = call.deadline();
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(call.readLimit()))
                .setConnectionRequestTimeout(Timeout.of(wait))
                .setRedirectsEnabled(false)
                .build());
        return request;
    }

    private static HttpHost host(URI url) {
        return new HttpHost(url.getScheme(), url.getHost(), url.getPort());
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }

    /** Reads a final answer while it arrives. */
    interface AnswerReader<T> {
        T read(Answer answer) throws IOException;
    }

    /** Either the value of the final answer or where to go next. */
    private record Step<T>(T value, Hop next) {}

    /** An answer whose body is still on its way. */
    record Answer(int status, java.util.Map<String, java.util.List<String>> headers, InputStream body, URI from) {
        static Answer of(URI from, ClassicHttpResponse response) throws IOException {
            java.util.Map<String, java.util.List<String>> headers = new java.util.TreeMap<>();
            for (var header : response.getHeaders()) {
                headers.computeIfAbsent(
                                header.getName().toLowerCase(java.util.Locale.ROOT),
                                name -> new java.util.ArrayList<>())
                        .add(header.getValue());
            }
            InputStream body = response.getEntity() == null
                    ? InputStream.nullInputStream()
                    : response.getEntity().getContent();
            return new Answer(response.getCode(), headers, body, from);
        }

        java.util.Optional<String> header(String name) {
            return headers.getOrDefault(name, java.util.List.of()).stream().findFirst();
        }

        String location() {
            return header("location")
                    .orElseThrow(() -> Faults.redirect(from, status, "redirects without saying where to"));
        }
    }
}
