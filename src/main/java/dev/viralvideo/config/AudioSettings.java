package dev.viralvideo.config;

import java.util.List;

/**
 * How videos are spoken and accompanied.
 *
 * @param musicProviders asked for a mood, in this order; none: moods are synthesised
 * @param voiceFallbacks tried in this order when the chosen voice fails
 * @param parallel       segments that are spoken at once
 */
public record AudioSettings(List<String> musicProviders, List<String> voiceFallbacks, int parallel) {
    static AudioSettings of(CheckedProperties properties) {
        return new AudioSettings(
                properties.list("vvg.music.providers"),
                properties.list("vvg.voice.fallbacks"),
                properties.whole("vvg.audio.parallel", 1, 64));
    }
}
