package dev.viralvideo.ops;

/** The ports of a service, which may be one and the same. */
public enum WebPort {
    /** For programs: the REST API and its contract. */
    API,
    /** For operators: Hawtio, health and metrics. */
    MANAGEMENT
}
