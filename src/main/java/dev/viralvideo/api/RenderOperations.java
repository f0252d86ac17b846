package dev.viralvideo.api;

import dev.viralvideo.api.ProjectView.Links;
import dev.viralvideo.intake.Request;
import dev.viralvideo.intake.RequestRules;
import dev.viralvideo.json.Json;
import dev.viralvideo.project.Pipeline;
import dev.viralvideo.script.Script;
import dev.viralvideo.script.ScriptValidator;
import dev.viralvideo.script.SpeakingRate;
import dev.viralvideo.script.Template;
import dev.viralvideo.script.Templates;
import java.util.Map;

/** {@code /renders}: a composition becomes a project whose script is written already. */
final class RenderOperations {
    private final Creation creation;
    private final Pipeline pipeline;
    private final Packages packages;
    private final Templates templates;
    private final SpeakingRate rate;
    private final Links links;

    RenderOperations(
            Creation creation,
            Pipeline pipeline,
            Packages packages,
            Templates templates,
            SpeakingRate rate,
            Links links) {
        this.creation = creation;
        this.pipeline = pipeline;
        this.packages = packages;
        this.templates = templates;
        this.rate = rate;
        this.links = links;
    }

    Map<String, Endpoint> endpoints() {
        return Map.of("createRender", this::create, "getRender", this::get, "getRenderOutput", this::output);
    }

    private Answer create(Call call) {
        Composition composition = Json.MAPPER.convertValue(call.body(), Composition.class);
        Request request = creation.filled(RequestRules.check(composition.request()));
        Template template = templates.get(request.template());
        Script script = composition.script(request);
        new ScriptValidator(rate).check(script, template, rate.seconds(script, template.pacing()));
        return creation.answer(creation.written(request, script, call), links);
    }

    private Answer get(Call call) {
        return Answer.ok(ProjectView.of(pipeline.getProjectStatus(call.parameter("id")), links));
    }

    private Answer output(Call call) {
        return FileAnswer.of(packages.video(call.parameter("id")), call);
    }
}
