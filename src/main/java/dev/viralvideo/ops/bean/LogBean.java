package dev.viralvideo.ops.bean;

import dev.viralvideo.failure.Failure;
import java.util.List;
import java.util.Locale;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;

/** How much the log tells. */
@ManagedResource(description = "The log")
public final class LogBean {
    private static final String OURS = "dev.viralvideo";
    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug");

    @ManagedAttribute(description = "error, warn, info or debug")
    public String getLevel() {
        return LogManager.getLogger(OURS).getLevel().name().toLowerCase(Locale.ROOT);
    }

    @ManagedOperation(description = "Changes the level until the next restart: error, warn, info or debug")
    public void changeLevel(String level) {
        String wanted = level.strip().toLowerCase(Locale.ROOT);
        if (!LEVELS.contains(wanted)) {
            throw new Failure.Validation("BAD_LEVEL", "the level is one of " + LEVELS + ", not " + level);
        }
        Configurator.setAllLevels(OURS, Level.valueOf(wanted));
    }
}
