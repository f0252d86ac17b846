package dev.viralvideo.ops.steering;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.project.Stage;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.component.springrabbit.SpringRabbitMQEndpoint;

/** How many projects each stage may be at in this process. */
public final class StageWorkers {
    private static final int MOST = 64;

    private final CamelContext camel;
    private final RouteSteering steering;

    public StageWorkers(CamelContext camel, RouteSteering steering) {
        this.camel = camel;
        this.steering = steering;
    }

    public int count(Stage stage) {
        Endpoint queue = queue(stage);
        if (queue instanceof SedaEndpoint seda) {
            return seda.getConcurrentConsumers();
        }
        return queue instanceof SpringRabbitMQEndpoint rabbit ? rabbit.getConcurrentConsumers() : 0;
    }

    /** Until the next restart of the process; the stage starts again with them when what it is at has ended. */
    public void change(Stage stage, int number) throws Exception {
        if (number < 1 || number > MOST) {
            throw new Failure.Validation("BAD_WORKERS", "a stage has 1 to " + MOST + " workers, not " + number);
        }
        steering.restart(stage, () -> set(queue(stage), number));
    }

    private static void set(Endpoint queue, int number) {
        if (queue instanceof SedaEndpoint seda) {
            seda.setConcurrentConsumers(number);
        } else if (queue instanceof SpringRabbitMQEndpoint rabbit) {
            rabbit.setConcurrentConsumers(number);
        }
    }

    private Endpoint queue(Stage stage) {
        return camel.getRoute(stage.name().toLowerCase(Locale.ROOT) + "-take").getEndpoint();
    }
}
