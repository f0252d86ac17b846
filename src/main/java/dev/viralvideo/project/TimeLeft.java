package dev.viralvideo.project;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Estimates how much longer a project takes, from its own progress and from how long stages took of late. */
record TimeLeft(Map<Stage, Duration> typical, Instant now) {
    /** Before that much is done a stage's own speed says little. */
    private static final double ENOUGH = 0.05;

    /** Null when there is nothing to go by. */
    Duration of(List<StageProgress> stages) {
        double script = 0;
        double media = 0;
        double audio = 0;
        double video = 0;
        for (StageProgress stage : stages) {
            Double seconds = seconds(stage);
            if (seconds == null) {
                return null;
            }
            switch (stage.stage()) {
                case SCRIPT -> script = seconds;
                case MEDIA -> media = seconds;
                case AUDIO -> audio = seconds;
                case VIDEO -> video = seconds;
            }
        }
        return Duration.ofMillis(Math.round(1000 * (script + Math.max(media, audio) + video)));
    }

    private Double seconds(StageProgress stage) {
        if (stage.state() == StageState.DONE) {
            return 0.0;
        }
        double elapsed = stage.state() == StageState.CLAIMED ? since(stage.startedAt()) : 0;
        if (stage.fraction() >= ENOUGH && elapsed > 0) {
            return elapsed * (1 - stage.fraction()) / stage.fraction();
        }
        Duration usual = typical.get(stage.stage());
        return usual == null ? null : Double.valueOf(Math.max(0, usual.toMillis() / 1000.0 - elapsed));
    }

    private double since(Instant start) {
        return Math.max(0, Duration.between(start, now).toMillis() / 1000.0);
    }
}
