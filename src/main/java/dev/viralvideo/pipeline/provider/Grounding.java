package dev.viralvideo.pipeline.provider;

import dev.viralvideo.intake.Request;
import dev.viralvideo.script.model.Fact;
import java.util.List;

/** Finds true statements that a model can rely on. */
public interface Grounding {
    /** @param degradations told here when there should have been facts and are none */
    List<Fact> facts(Request request, List<String> degradations);
}
