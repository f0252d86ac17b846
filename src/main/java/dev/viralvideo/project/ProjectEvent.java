package dev.viralvideo.project;

import java.util.Locale;

/** What happens to a project, told to the outside; the name is also the routing key. */
public enum ProjectEvent {
    PROJECT_CREATED,
    SCRIPT_GENERATED,
    MEDIA_SOURCED,
    AUDIO_PROCESSED,
    VIDEO_COMPOSED,
    RENDERING_STARTED,
    RENDERING_COMPLETED,
    PROJECT_COMPLETED,
    ERROR_OCCURRED;

    private final String eventName = name().toLowerCase(Locale.ROOT).replace('_', '.');

    /** For example {@code script.generated}. */
    public String eventName() {
        return eventName;
    }
}
