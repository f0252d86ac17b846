package dev.viralvideo.faults;

import dev.viralvideo.Wiring;
import dev.viralvideo.cli.Starters;
import dev.viralvideo.cli.Vvg;
import java.sql.SQLException;
import java.util.Optional;

/** The real program, as {@code App} starts it, which may end itself at a {@link KillPoint}. */
final class KilledService {
    private KilledService() {}

    public static void main(String[] arguments) throws SQLException {
        Optional<Record> record = Record.here();
        if (record.isPresent()) {
            Commits.watch(record.get(), KillPoint.here());
        }
        System.exit(Vvg.run(new Starters(Wiring::command, Wiring::serve), arguments));
    }
}
