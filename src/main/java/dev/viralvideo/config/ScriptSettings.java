package dev.viralvideo.config;

import java.util.List;

/**
 * How scripts are written.
 *
 * @param writers in the order they are asked; empty for the usual order
 */
public record ScriptSettings(List<String> writers, double wordsPerSecond) {
    static ScriptSettings of(CheckedProperties properties) {
        return new ScriptSettings(
                properties.required("vvg.script.writers").equals("auto")
                        ? List.of()
                        : properties.list("vvg.script.writers"),
                properties.number("vvg.script.words-per-second", 1, 5));
    }
}
