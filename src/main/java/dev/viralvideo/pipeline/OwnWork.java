package dev.viralvideo.pipeline;

import dev.viralvideo.project.Claims;
import dev.viralvideo.project.Sweeper;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;

/** What the sweep is to a service, for the project a command waits for: no lost lease or hint leaves it lying. */
public final class OwnWork {
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Sweeper sweeper;
    private final Claims claims;
    private final ProducerTemplate template;
    private long last = System.nanoTime();

    public OwnWork(Sweeper sweeper, Claims claims, ProducerTemplate template) {
        this.sweeper = sweeper;
        this.claims = claims;
        this.template = template;
    }

    /** May be called as often as one likes; looks once a second. */
    synchronized void look(String projectId) {
        long now = System.nanoTime();
        if (now - last < EVERY_NANOS) {
            return;
        }
        last = now;
        sweeper.reopenExpired();
        List<Hint> hints = claims.due(projectId).stream()
                .map(stage -> new Hint(projectId, stage))
                .toList();
        template.sendBody("direct:project-dispatch", hints);
    }
}
