package dev.viralvideo.project;

import java.util.Set;

/** The stages of a project; media and audio need only the script and run in parallel, video needs both. */
public enum Stage {
    SCRIPT("script", 0.05),
    MEDIA("media_assets", 0.15, SCRIPT),
    AUDIO("audio_tracks", 0.20, SCRIPT),
    VIDEO("output_path", 0.60, MEDIA, AUDIO);

    private final String column;
    private final double weight;
    private final Set<Stage> needs;

    Stage(String column, double weight, Stage... needs) {
        this.column = column;
        this.weight = weight;
        this.needs = Set.of(needs);
    }

    /** Column of {@code project_state} that holds this stage's checkpoint. */
    String column() {
        return column;
    }

    /** Share of the whole work, all stages together 1; only for showing progress. */
    double weight() {
        return weight;
    }

    /** Stages that must be done before this one may start. */
    public Set<Stage> needs() {
        return needs;
    }

    /** Whether this stage's result is made from that one's, directly or not. */
    boolean dependsOn(Stage other) {
        return needs.contains(other) || needs.stream().anyMatch(need -> need.dependsOn(other));
    }
}
