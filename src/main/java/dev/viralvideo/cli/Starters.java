package dev.viralvideo.cli;

import dev.viralvideo.config.Settings;
import dev.viralvideo.ops.Service;
import dev.viralvideo.pipeline.Engine;
import java.util.function.Function;

/** How the pipeline is started: for a command that makes its own videos, or as a service. */
public record Starters(Function<Settings, Engine> command, Function<Settings, Service> service) {}
