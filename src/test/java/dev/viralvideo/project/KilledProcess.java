package dev.viralvideo.project;

import dev.viralvideo.intake.Request;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;

/** A process that makes projects and works on them as fast as it can, and says what it was told is done. */
final class KilledProcess {
    private KilledProcess() {}

    public static void main(String[] args) {
        Database database = Database.open(args[0], args[1].isEmpty() ? null : args[1], null);
        String worker = WorkerId.ofThisProcess();
        Clock clock = Clock.systemUTC();
        Submissions submissions = new Submissions(database, new ProjectIds(clock, new Random()), clock);
        Claims claims = new Claims(database, clock);
        Checkpoints checkpoints = new Checkpoints(database, clock);
        Outbox outbox = new Outbox(database, clock, worker);
        new Sweeper(database, clock, System::nanoTime, 1000).reopenExpired();
        new Thread(() -> {
                    for (int i = 0; i < 60; i++) {
                        say("created "
                                + submissions
                                        .create(Submission.of(Request.of("Topic " + i), (String) null))
                                        .projectId());
                    }
                })
                .start();
        new Thread(() -> {
                    while (true) {
                        outbox.relayBatch(50, event -> say("event " + event.projectId() + " " + event.name()));
                    }
                })
                .start();
        for (Stage stage : Stage.values()) {
            new Thread(() -> work(claims, checkpoints, stage, worker)).start();
        }
    }

    private static void work(Claims claims, Checkpoints checkpoints, Stage stage, String worker) {
        while (true) {
            Optional<Claim> claim = claims.claimNext(stage, worker, Node.LEASE);
            claim.ifPresent(c -> {
                checkpoints.commit(c, "{}");
                say("done " + c.projectId() + " " + stage);
            });
        }
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
