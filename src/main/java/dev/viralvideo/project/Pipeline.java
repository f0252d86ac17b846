package dev.viralvideo.project;

import dev.viralvideo.intake.Request;
import java.util.Set;

/** The pipeline as programs steer it, from the command line or over REST; works while another process serves. */
public final class Pipeline {
    private final Submissions submissions;
    private final ProgressReader progress;
    private final Steering steering;

    public Pipeline(Submissions submissions, ProgressReader progress, Steering steering) {
        this.submissions = submissions;
        this.progress = progress;
        this.steering = steering;
    }

    /**
     * Stores a valid request as a project.
     *
     * @param key idempotency key, or null
     * @return the project's id, the earlier one's when the key is known
     */
    public String createProject(Request request, String key) {
        return submissions.create(Submission.of(request, key)).projectId();
    }

    public ProjectProgress getProjectStatus(String id) {
        return progress.read(id);
    }

    /** Stops a project for good, on whatever node it runs; what has ended already stays as it is. */
    public ProjectStatus cancelProject(String id) {
        return steering.cancel(id);
    }

    /**
     * Runs a failed or completed project again.
     *
     * @param fromStage the first stage to do again; null means those that are not done
     * @return the stages that are now ready
     */
    public Set<Stage> retryProject(String id, Stage fromStage) {
        return steering.retry(id, fromStage);
    }
}
