package dev.viralvideo.pipeline;

import dev.viralvideo.project.Claims;
import dev.viralvideo.project.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which hints are worth sending from here, and which are missing: a hint may be lost, work may not. */
public final class Hints {
    private static final Logger LOG = LoggerFactory.getLogger(Hints.class);

    private final Claims claims;
    private final Set<Stage> here;
    private final boolean shared;
    private final BooleanSupplier reachable;
    private final int atOnce;

    /**
     * @param stages names of the stages that this node works on
     * @param shared whether the queues are on a broker, so that a hint may reach another node
     * @param reachable whether the queues can be reached now
     * @param atOnce how many due projects of a stage are hinted at in one sweep
     */
    public Hints(Claims claims, List<String> stages, boolean shared, BooleanSupplier reachable, int atOnce) {
        this.claims = claims;
        this.here = stages.stream()
                .map(name -> Stage.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        this.shared = shared;
        this.reachable = reachable;
        this.atOnce = atOnce;
    }

    /**
     * Without a broker a hint at a stage of another node would wait here for ever; that node's sweep finds the work. So
     * does every sweep after the broker was away.
     */
    public List<Hint> deliverable(List<Hint> hints) {
        if (shared) {
            return reachable.getAsBoolean() ? hints : List.of();
        }
        return hints.stream().filter(hint -> here.contains(hint.stage())).toList();
    }

    /** A hint that cannot be sent is no harm: the sweep sends another. */
    public void lost(String reason) {
        LOG.debug("a hint was lost: {}", reason);
    }

    /** The most urgent work that is due on this node's stages. */
    public List<Hint> due() {
        if (!claims.anythingReady()) {
            return List.of();
        }
        List<Hint> hints = new ArrayList<>();
        for (Stage stage : here) {
            claims.due(stage, atOnce).forEach(id -> hints.add(new Hint(id, stage)));
        }
        return hints;
    }

    /** One more for a stage of which more is due: a worker that is done asks for the next. */
    List<Hint> next(Stage stage) {
        return shared
                ? List.of()
                : claims.due(stage, 1).stream().map(id -> new Hint(id, stage)).toList();
    }
}
