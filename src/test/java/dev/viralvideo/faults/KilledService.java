package dev.viralvideo.faults;

import dev.viralvideo.Wiring;
import dev.viralvideo.cli.Starters;
import dev.viralvideo.cli.Vvg;
import java.sql.SQLException;

/** The real program, as {@code App} starts it, which may end itself at a {@link KillPoint}. */
final class KilledService {
    private KilledService() {}

    public static void main(String[] arguments) throws SQLException {
        KillPoint kill = KillPoint.here();
        if (kill != null) {
            Commits.killAt(kill);
        }
        System.exit(Vvg.run(new Starters(Wiring::command, Wiring::serve), arguments));
    }
}
