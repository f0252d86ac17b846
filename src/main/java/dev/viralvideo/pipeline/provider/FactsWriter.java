package dev.viralvideo.pipeline.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.Request;
import dev.viralvideo.pipeline.Order;
import dev.viralvideo.script.Script;
import dev.viralvideo.script.TopicPhrase;
import dev.viralvideo.script.facts.Article;
import dev.viralvideo.script.facts.FactScript;
import dev.viralvideo.script.model.Fact;
import dev.viralvideo.script.model.ScriptTask;
import java.util.ArrayList;
import java.util.List;

/** Asks encyclopedias: for a script of what they say, and for what a language model may rely on. */
public final class FactsWriter {
    private static final String GROUP = "script-writer";
    private static final int FEWEST = 2;
    private static final int MOST_GROUNDING = 14;

    private final ProviderFiles files;
    private final ProviderCall call;
    private final Readiness readiness;

    public FactsWriter(ProviderFiles files, ProviderCall call, Readiness readiness) {
        this.files = files;
        this.call = call;
        this.readiness = readiness;
    }

    public Script write(String route, Order order) {
        int most = new ScriptTask(order.request(), order.template(), order.seconds(), List.of()).items();
        List<Fact> facts = facts(route, order.request());
        if (facts.size() < FEWEST) {
            throw new Failure.ExternalService(
                    "PROVIDER_NOT_FOUND",
                    false,
                    files.get(route).name() + " says too little about \""
                            + order.request().topic() + "\": " + facts.size() + " statements",
                    null);
        }
        return FactScript.of(
                order.request(),
                order.template(),
                order.seed(),
                files.get(route).name(),
                facts,
                most);
    }

    /** @param degradations told here when there should have been facts and are none */
    List<Fact> grounding(Request request, List<String> degradations) {
        for (ProviderFile file : files.ofGroup(GROUP)) {
            if (!file.flag("grounds") || !readiness.wanted(file)) {
                continue;
            }
            try {
                readiness.obstacle(file).ifPresent(why -> {
                    throw new Failure.Configuration("NOT_READY", why);
                });
                List<Fact> facts = facts(file.route(), request);
                if (!facts.isEmpty()) {
                    return facts.subList(0, Math.min(facts.size(), MOST_GROUNDING));
                }
                degradations.add("script: " + file.name() + " knows nothing of this, so the model relied on itself");
            } catch (Failure e) {
                degradations.add("script: " + file.name() + " could not be asked for facts (" + e.getMessage()
                        + "), so the model relied on itself");
            }
        }
        return List.of();
    }

    private List<Fact> facts(String route, Request request) {
        TopicPhrase topic = TopicPhrase.parse(request.topic());
        String language = request.language() == null ? "en" : request.language();
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        asked.put("topic", topic.named() ? topic.subject() : topic.topic());
        asked.put("lang", language.replaceFirst("[-_].*", "").toLowerCase(java.util.Locale.ROOT));
        ProviderFile file = files.get(route);
        List<Fact> facts = new ArrayList<>();
        for (JsonNode article : call.answer(route, asked)) {
            facts.addAll(new Article(
                            article.path("title").asText(""),
                            article.path("extract").asText(""),
                            article.path("url").asText(""),
                            file.text("source"),
                            file.text("licence"))
                    .facts());
        }
        return facts;
    }
}
