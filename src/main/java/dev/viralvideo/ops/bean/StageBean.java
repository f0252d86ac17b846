package dev.viralvideo.ops.bean;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.ops.steering.StageWorkers;
import dev.viralvideo.project.QueueDepth;
import dev.viralvideo.project.Queues;
import dev.viralvideo.project.Stage;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;

/** One stage: what waits for it, and how many work on it here. */
@ManagedResource(description = "A stage of the pipeline")
public final class StageBean {
    private final Stage stage;
    private final Queues queues;
    private final StageWorkers workers;

    public StageBean(Stage stage, Queues queues, StageWorkers workers) {
        this.stage = stage;
        this.queues = queues;
        this.workers = workers;
    }

    @ManagedAttribute(description = "Projects that wait for this stage")
    public long getWaiting() {
        return depth().ready();
    }

    @ManagedAttribute(description = "Seconds that the oldest of them waits")
    public long getOldestSeconds() {
        return depth().oldest().toSeconds();
    }

    @ManagedAttribute(description = "Projects that are worked on, on all nodes")
    public long getBusy() {
        return depth().claimed();
    }

    @ManagedAttribute(description = "Workers of this node")
    public int getWorkers() {
        return workers.count(stage);
    }

    /** @throws Failure.Validation BAD_WORKERS */
    @ManagedOperation(
            description =
                    "Sets the number of workers until the next restart; takes effect when what is at work has ended")
    public void changeWorkers(int number) throws Exception {
        workers.change(stage, number);
    }

    private QueueDepth depth() {
        return queues.depths().stream()
                .filter(depth -> depth.stage() == stage)
                .findFirst()
                .orElseThrow();
    }
}
