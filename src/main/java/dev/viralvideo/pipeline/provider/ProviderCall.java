package dev.viralvideo.pipeline.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.cache.Cache;
import dev.viralvideo.cache.CacheEntry;
import dev.viralvideo.cache.CacheKey;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.http.Provider;
import dev.viralvideo.http.Providers;
import dev.viralvideo.http.Reply;
import dev.viralvideo.json.Json;
import dev.viralvideo.keys.Secrets;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** Calls a provider as its file says; the bean {@code providerCall} of the route templates. */
public final class ProviderCall {
    private final ProviderFiles files;
    private final Online online;
    private final Secrets secrets;
    private final Cache cache;
    private final Jq jq;
    private final Clock clock;

    public ProviderCall(ProviderFiles files, Online online, Secrets secrets, Cache cache, Jq jq, Clock clock) {
        this.files = files;
        this.online = online;
        this.secrets = secrets;
        this.cache = cache;
        this.jq = jq;
        this.clock = clock;
    }

    /**
     * Asks by the file's {@code url}, {@code headers}, {@code query} and {@code body}, and gives what its {@code answer}
     * makes of the JSON that comes back. Remembered for the file's {@code cache} time.
     *
     * @throws Failure.ExternalService with a {@link dev.viralvideo.http.Refusal}
     */
    public JsonNode answer(String route, JsonNode asked) {
        return answer(files.get(route), asked);
    }

    /** @see #answer(String, JsonNode) */
    public JsonNode answer(ProviderFile file, JsonNode asked) {
        RequestForm form = RequestForm.of(file, asked, jq);
        Duration kept = file.time("cache");
        if (kept.isZero()) {
            return mapped(file, json(send(file, form)));
        }
        CacheKey key = new CacheKey(file.provider(), file.route() + " " + form.identity());
        return mapped(
                file, tree(cache.text(key, kept, () -> json(send(file, form)).toString())));
    }

    /** The answer as it came, never a remembered one: for what is no JSON, and for what is paid for. */
    public Reply reply(String route, JsonNode asked) {
        ProviderFile file = files.get(route);
        return send(file, RequestForm.of(file, asked, jq));
    }

    /** What the file's {@code answer} makes of an answer that was asked for as JSON. */
    public JsonNode mapped(ProviderFile file, Reply reply) {
        return mapped(file, json(reply));
    }

    /** What the file's {@code answer} makes of a JSON answer. */
    public JsonNode mapped(ProviderFile file, JsonNode answer) {
        return file.has("answer") ? jq.apply(file.route() + ": answer", file.text("answer"), answer) : answer;
    }

    /** Something of ours that is remembered beside the answers, such as a checked script; null when it is not. */
    public String remembered(CacheKey key) {
        return cache.get(key).map(CacheEntry::body).orElse(null);
    }

    public void remember(CacheKey key, String body, Duration kept) {
        cache.set(CacheEntry.of(key, body, clock.instant(), kept));
    }

    /** The provider behind a file, with the limits that the file declares. */
    public Provider provider(ProviderFile file) {
        Providers providers = online.apis();
        providers.trust(file.filled("url"));
        return providers.declare(file.provider(), file.manners());
    }

    /** The model that the file names; with {@code auto} the first that the server itself names at {@code modelsUrl}. */
    public String model(ProviderFile file) {
        if (!file.text("model").equals("auto")) {
            return file.text("model");
        }
        RequestForm list = RequestForm.get(file, file.filled("modelsUrl"));
        JsonNode models = json(provider(file).call(list.call(secrets)));
        String first = models.path("data").path(0).path("id").asText("");
        if (first.isEmpty()) {
            throw new Failure.ExternalService(
                    "PROVIDER_CONFIG",
                    false,
                    file.name() + " has no model; pull or load one there, or name it with vvg.provider." + file.name()
                            + ".model",
                    null);
        }
        return first;
    }

    private Reply send(ProviderFile file, RequestForm form) {
        try {
            return provider(file).call(form.call(secrets));
        } catch (Failure.ExternalService e) {
            throw new Advice(file, online.contact()).on(e);
        }
    }

    private static JsonNode json(Reply reply) {
        try {
            return Json.MAPPER.readTree(reply.body());
        } catch (IOException e) {
            throw new Failure.Internal("an answer that was JSON cannot be read", e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Failure.Internal("a remembered answer is no JSON", e);
        }
    }
}
