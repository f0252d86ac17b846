package dev.viralvideo.audio;

import java.util.List;
import java.util.Map;

/**
 * How a synthesised music bed feels, read from one YAML file in {@code styles/moods/}. A part with steps plays a
 * rhythm of one bar in sixteen steps: {@code x} a note, {@code o} a soft one, {@code .} none.
 *
 * @param tempo       beats a minute, 50 to 180; four beats a bar
 * @param key         {@code C} to {@code B} with {@code #} or {@code b}
 * @param progression one degree of the scale (1 to 7) a bar, repeated
 * @param brightness  0 (muffled) to 1 (glassy)
 * @param density     0 (few plucked notes) to 1 (all sixteen steps)
 * @param swing       0 (straight) to 0.6: how late every second sixteenth comes
 * @param echo        0 to 1
 */
public record Mood(
        String name,
        String description,
        double tempo,
        String key,
        Scale scale,
        List<Integer> progression,
        double brightness,
        double density,
        double swing,
        double echo,
        double pad,
        double pluck,
        Part bass,
        Part kick,
        Part hat,
        Part clap) {
    private static final Map<String, Integer> KEYS = Map.ofEntries(
            Map.entry("C", 0),
            Map.entry("C#", 1),
            Map.entry("Db", 1),
            Map.entry("D", 2),
            Map.entry("D#", 3),
            Map.entry("Eb", 3),
            Map.entry("E", 4),
            Map.entry("F", 5),
            Map.entry("F#", 6),
            Map.entry("Gb", 6),
            Map.entry("G", 7),
            Map.entry("G#", 8),
            Map.entry("Ab", 8),
            Map.entry("A", 9),
            Map.entry("A#", 10),
            Map.entry("Bb", 10),
            Map.entry("B", 11));

    /** The seven notes of a scale in semitones over its key. */
    public enum Scale {
        MAJOR(0, 2, 4, 5, 7, 9, 11),
        MINOR(0, 2, 3, 5, 7, 8, 10),
        DORIAN(0, 2, 3, 5, 7, 9, 10),
        LYDIAN(0, 2, 4, 6, 7, 9, 11),
        MIXOLYDIAN(0, 2, 4, 5, 7, 9, 10);

        private final int[] semitones;

        Scale(int... semitones) {
            this.semitones = semitones;
        }

        /** @param degree from 0; 7 is the octave */
        int semitones(int degree) {
            return 12 * Math.floorDiv(degree, 7) + semitones[Math.floorMod(degree, 7)];
        }
    }

    /**
     * A part of the band.
     *
     * @param level 0 (silent) to 1
     */
    public record Part(double level, String steps) {
        public Part {
            range("level", level, 0, 1);
            if (steps == null || !steps.matches("[xo.]{16}")) {
                throw new IllegalArgumentException("steps must be sixteen of x, o and ., is " + steps);
            }
        }

        /** 0 for a rest. */
        double velocity(int step) {
            return switch (steps.charAt(step)) {
                case 'x' -> level;
                case 'o' -> 0.55 * level;
                default -> 0;
            };
        }
    }

    public Mood {
        required("name", name);
        required("scale", scale);
        required("bass", bass);
        required("kick", kick);
        required("hat", hat);
        required("clap", clap);
        range("tempo", tempo, 50, 180);
        range("brightness", brightness, 0, 1);
        range("density", density, 0, 1);
        range("swing", swing, 0, 0.6);
        range("echo", echo, 0, 1);
        range("pad", pad, 0, 1);
        range("pluck", pluck, 0, 1);
        if (!KEYS.containsKey(String.valueOf(key))) {
            throw new IllegalArgumentException("key must be a note such as C, F# or Bb, is " + key);
        }
        progression = progression == null ? List.of() : List.copyOf(progression);
        if (progression.isEmpty() || progression.stream().anyMatch(degree -> degree < 1 || degree > 7)) {
            throw new IllegalArgumentException("progression must be degrees from 1 to 7, is " + progression);
        }
    }

    /** Semitones over C. */
    int root() {
        return KEYS.get(key);
    }

    private static void range(String field, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw new IllegalArgumentException(field + " must be " + from + " to " + to + ", is " + value);
        }
    }

    private static void required(String field, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }
}
