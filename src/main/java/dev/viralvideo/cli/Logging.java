package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import org.slf4j.LoggerFactory;

/** Tells log4j2.xml what to write where; must run before the first logger is made. */
final class Logging {
    private Logging() {}

    static void start(Settings settings, boolean verbose) {
        System.setProperty("vvg.log.folder", settings.folders().logs().toString());
        System.setProperty("vvg.log.level", settings.log().level());
        // what loggers let through, whose levels may be changed while a service runs
        System.setProperty("vvg.log.file", "all");
        System.setProperty("vvg.log.format", settings.log().format());
        System.setProperty("vvg.log.console", verbose ? settings.log().level() : "off");
        // a stray thread of a library must not print a stack trace between the lines that are for people
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) ->
                LoggerFactory.getLogger(Logging.class).error("thread {} ended", thread.getName(), problem));
    }
}
