package dev.viralvideo.pipeline;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.intake.RejectedRows;
import dev.viralvideo.intake.TopicRow;
import dev.viralvideo.project.IntakeFiles;
import dev.viralvideo.project.IntakeFiles.Drop;
import dev.viralvideo.project.Submission;
import java.util.ArrayList;
import java.util.List;

/** The rows of one topic file on their way into the database, a few hundred at a time. */
final class FolderBatches {
    private static final int SIZE = 200;

    private final Intake intake;
    private final IntakeFiles files;
    private final Drop drop;
    private final RejectedRows rejected;
    private final List<Submission> batch = new ArrayList<>(SIZE);
    private int rows;
    private int taken;

    FolderBatches(Intake intake, IntakeFiles files, Drop drop, RejectedRows rejected) {
        this.intake = intake;
        this.files = files;
        this.drop = drop;
        this.rejected = rejected;
    }

    void add(TopicRow row) {
        int number = rows++;
        if (row instanceof TopicRow.Rejected bad) {
            rejected.add(bad.message());
        } else if (row instanceof TopicRow.Accepted good) {
            try {
                add(new Submission(intake.fill(good.request()), drop.key(number), "folder", null, null), number);
            } catch (Failure.Validation | Failure.Configuration e) {
                rejected.add(good.position() + ": " + e.getMessage());
            }
        }
    }

    /** What an earlier reading of the same drop has stored need not be stored again. */
    private void add(Submission submission, int number) {
        if (number >= drop.topics()) {
            batch.add(submission);
        } else {
            taken++;
        }
    }

    boolean isFull() {
        return batch.size() >= SIZE;
    }

    void store() {
        if (!batch.isEmpty()) {
            intake.accept(batch);
            taken += batch.size();
            batch.clear();
        }
    }

    /** After a store: everything up to here is safe. */
    void remember() {
        files.reached(drop, rows);
    }

    int rows() {
        return rows;
    }

    int taken() {
        return taken;
    }
}
