package dev.viralvideo.config;

/** Where a setting's value comes from; a later layer wins over an earlier one. */
public enum Layer {
    DEFAULT,
    FILE,
    ENVIRONMENT,
    ARGUMENT
}
