package dev.viralvideo.audio;

import java.util.ArrayList;
import java.util.List;

/** The chords of a mood, voiced so that each moves to the next by small steps. */
final class Harmony {
    private static final int CENTRE = 60;

    private final Mood mood;
    private List<Integer> previous = List.of();

    Harmony(Mood mood) {
        this.mood = mood;
    }

    int degree(int bar) {
        return mood.progression().get(bar % mood.progression().size()) - 1;
    }

    /** Triad with an added seventh or ninth for colour, round middle C. */
    List<Integer> chord(int degree) {
        List<Integer> tones = new ArrayList<>();
        for (int step : new int[] {0, 2, 4, degree % 7 == 0 ? 8 : 6}) {
            tones.add(nearCentre(pitch(degree + step), tones.size()));
        }
        previous = tones;
        return tones;
    }

    int pitch(int degree) {
        return 48 + mood.root() + mood.scale().semitones(degree);
    }

    /** In the octave between E2 and D#3. */
    int bass(int degree) {
        int pitch = pitch(degree);
        while (pitch >= 40 + 12) {
            pitch -= 12;
        }
        while (pitch < 40) {
            pitch += 12;
        }
        return pitch - 12 >= 33 ? pitch - 12 : pitch;
    }

    private int nearCentre(int pitch, int voice) {
        int target = previous.size() > voice ? previous.get(voice) : CENTRE + 3 * voice - 4;
        target = (2 * target + CENTRE + 3 * voice - 4) / 3;
        int moved = pitch;
        while (moved - target > 6) {
            moved -= 12;
        }
        while (target - moved > 6) {
            moved += 12;
        }
        return moved;
    }
}
