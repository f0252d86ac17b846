package dev.viralvideo.project;

import java.util.Map;

/** Where a project stands, as users see it; while it runs this follows from the state of its stages. */
public enum ProjectStatus {
    QUEUED,
    SCRIPTING,
    /** Media are being found; the voice may be recorded at the same time. */
    SOURCING,
    /** Media are there, the voice is not. */
    VOICING,
    RENDERING,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** No more work happens unless somebody retries. */
    public boolean terminal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }

    static ProjectStatus of(Map<Stage, StageState> stages) {
        if (stages.containsValue(StageState.FAILED)) {
            return FAILED;
        }
        if (stages.get(Stage.SCRIPT) != StageState.DONE) {
            return stages.get(Stage.SCRIPT) == StageState.CLAIMED ? SCRIPTING : QUEUED;
        }
        if (stages.get(Stage.MEDIA) != StageState.DONE) {
            return SOURCING;
        }
        if (stages.get(Stage.AUDIO) != StageState.DONE) {
            return VOICING;
        }
        return stages.get(Stage.VIDEO) == StageState.DONE ? COMPLETED : RENDERING;
    }
}
