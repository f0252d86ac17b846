package dev.viralvideo.audio;

/**
 * One sound of a music bed.
 *
 * @param start    frame (48 kHz) from the beginning
 * @param frames   how long it is held
 * @param pitch    MIDI note, 60 is middle C; 0 for drums
 * @param velocity 0 to 1
 * @param pan      -1 (left) to 1
 */
record Note(Instrument instrument, long start, long frames, int pitch, double velocity, double pan) {
    enum Instrument {
        PAD,
        PLUCK,
        BASS,
        KICK,
        HAT,
        CLAP,
        SWELL
    }
}
