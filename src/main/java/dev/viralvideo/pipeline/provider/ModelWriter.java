package dev.viralvideo.pipeline.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.viralvideo.cache.CacheKey;
import dev.viralvideo.costs.Unit;
import dev.viralvideo.costs.Usage;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.http.ErrorKind;
import dev.viralvideo.http.Refusal;
import dev.viralvideo.http.Reply;
import dev.viralvideo.json.Json;
import dev.viralvideo.pipeline.Order;
import dev.viralvideo.script.Script;
import dev.viralvideo.script.model.Fact;
import dev.viralvideo.script.model.ModelScript;
import dev.viralvideo.script.model.ScriptPrompt;
import dev.viralvideo.script.model.ScriptTask;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Has a language model write the script; an answer that cannot be used is asked for again, twice at most. */
public final class ModelWriter {
    private static final int TRIES = 3;
    private static final String SCHEMA = "schema";
    private static final String PLAIN = "plain";

    /** What servers and models say that take no schema, or not this one. */
    private static final Pattern ABOUT_SCHEMA =
            Pattern.compile("(?i)response.?format|schema|structured|output_config|guided|grammar");

    private final ProviderFiles files;
    private final ProviderCall call;
    private final Billing billing;
    private final ScriptPrompt prompt;
    private final ModelScript scripts;
    private final FactsWriter encyclopedias;
    private final JsonNode schema = schema();

    public ModelWriter(
            ProviderFiles files,
            ProviderCall call,
            Billing billing,
            ScriptPrompt prompt,
            ModelScript scripts,
            FactsWriter encyclopedias) {
        this.files = files;
        this.call = call;
        this.billing = billing;
        this.prompt = prompt;
        this.scripts = scripts;
        this.encyclopedias = encyclopedias;
    }

    /** @throws Failure.ExternalService when the provider refuses, or its answers stay unusable */
    public Script write(String route, Order order) {
        ProviderFile file = files.get(route);
        List<String> degradations = new ArrayList<>();
        List<Fact> facts = encyclopedias.grounding(order.request(), degradations);
        ScriptTask task = new ScriptTask(order.request(), order.template(), order.seconds(), facts);
        String text = prompt.of(task);
        // by the model as it is configured: which one a server calls its first is not asked for what is known
        CacheKey key = new CacheKey(file.name(), "script " + file.text("model") + "\n" + text);
        String known = call.remembered(key);
        if (known != null) {
            billing.cached(order.projectId(), file, usage(file, file.text("model"), 0, 0), "script");
            return Json.read(known, Script.class).degraded(degradations);
        }
        String model = call.model(file);
        Script script = new Conversation(file, order.projectId(), model, text).write(task);
        call.remember(key, Json.write(script), file.time("cache"));
        return script.degraded(degradations);
    }

    private static Usage usage(ProviderFile file, String model, long input, long output) {
        return new Usage(file.provider(), model, Map.of(Unit.INPUT_TOKENS, input, Unit.OUTPUT_TOKENS, output));
    }

    private static JsonNode schema() {
        try (InputStream in = ScriptTask.class.getResourceAsStream("schema.json")) {
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new Failure.Internal("the script schema cannot be read", e);
        }
    }

    /** What was said so far about one script. */
    private final class Conversation {
        private final ProviderFile file;
        private final String project;
        private final String model;
        private final ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        private String mode;

        Conversation(ProviderFile file, String project, String model, String text) {
            this.file = file;
            this.project = project;
            this.model = model;
            this.mode = file.has("mode") ? file.text("mode") : SCHEMA;
            say("user", text);
        }

        Script write(ScriptTask task) {
            List<String> problems = List.of();
            for (int i = 1; i <= TRIES; i++) {
                Optional<String> answer = ask(i);
                if (answer.isEmpty()) {
                    problems = List.of("it was cut off or no valid JSON; write a shorter one");
                    say("user", ScriptPrompt.repair(problems));
                    continue;
                }
                ModelScript.Result result = scripts.of(answer.get(), task, file.name(), file.name() + " " + model);
                if (result.script() != null) {
                    return result.script();
                }
                problems = result.problems();
                say("assistant", answer.get());
                say("user", ScriptPrompt.repair(problems));
            }
            throw new Failure.ExternalService(
                    "PROVIDER_INVALID_OUTPUT",
                    false,
                    file.name() + " (" + model + ") gave no usable script in " + TRIES + " tries: "
                            + String.join("; ", problems),
                    null);
        }

        /** Empty when the answer was cut off, or the server itself found it wanting. A server that knows no schema is asked in words instead. */
        private Optional<String> ask(int attempt) {
            try {
                return answer(attempt);
            } catch (Failure.ExternalService e) {
                Refusal refusal = Refusal.in(e).orElseThrow(() -> e);
                boolean unusable = refusal.kind() == ErrorKind.INVALID_OUTPUT;
                boolean noSchema = refusal.kind() == ErrorKind.INVALID_REQUEST
                        && mode.equals(SCHEMA)
                        && ABOUT_SCHEMA.matcher(refusal.getMessage()).find();
                if (unusable && attempt < TRIES) {
                    return Optional.empty();
                }
                if (!noSchema) {
                    throw e;
                }
                mode = PLAIN;
                return answer(attempt);
            }
        }

        private Optional<String> answer(int attempt) {
            ObjectNode asked = asked();
            Usage most = usage(file, model, asked.toString().length() / 2, file.number("maxTokens"));
            Reply reply = billing.charged(
                    project,
                    file,
                    most,
                    attempt == 1 ? "script" : "script, repair " + (attempt - 1),
                    () -> call.reply(file.route(), asked),
                    this::used);
            String text = call.mapped(file, reply).path("text").asText("");
            return text.isBlank() ? Optional.empty() : Optional.of(text);
        }

        private Usage used(Reply reply) {
            JsonNode answer = call.mapped(file, reply);
            return usage(
                    file,
                    model,
                    answer.path("input").asLong(0),
                    answer.path("output").asLong(0));
        }

        private ObjectNode asked() {
            ObjectNode asked = JsonNodeFactory.instance.objectNode();
            asked.put("model", model).put("mode", mode).put("maxTokens", file.number("maxTokens"));
            asked.put(
                    "system",
                    mode.equals(PLAIN)
                            ? ScriptPrompt.withSchema(ScriptPrompt.SYSTEM, schema.toString())
                            : ScriptPrompt.SYSTEM);
            asked.set("messages", messages);
            asked.set("schema", schema);
            return asked;
        }

        private void say(String role, String content) {
            messages.addObject().put("role", role).put("content", content);
        }
    }
}
