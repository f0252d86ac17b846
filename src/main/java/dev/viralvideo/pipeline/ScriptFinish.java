package dev.viralvideo.pipeline;

import dev.viralvideo.script.Script;
import dev.viralvideo.script.ScriptEnhancer;
import dev.viralvideo.script.ScriptValidator;

/** What every script goes through, whoever wrote it: tightened to the target length, then checked. */
public final class ScriptFinish {
    private final ScriptEnhancer enhancer;
    private final ScriptValidator validator;

    public ScriptFinish(ScriptEnhancer enhancer, ScriptValidator validator) {
        this.enhancer = enhancer;
        this.validator = validator;
    }

    public Script finish(Order order, Script draft) {
        Script script = enhancer.enhance(draft, order.template(), order.seconds());
        validator.check(script, order.template(), order.seconds());
        return script;
    }
}
