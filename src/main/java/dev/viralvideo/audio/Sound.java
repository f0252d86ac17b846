package dev.viralvideo.audio;

/** A sounding note: gives its samples one after the other. */
interface Sound {
    /** The next sample, mono, before velocity and pan. */
    double next();

    /** Whether nothing more will be heard. */
    boolean over();
}
