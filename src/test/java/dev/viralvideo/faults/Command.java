package dev.viralvideo.faults;

import dev.viralvideo.Wiring;
import dev.viralvideo.cli.Starters;
import dev.viralvideo.cli.Vvg;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A short command of {@code vvg} on a home whose service is another process; run in this JVM. */
record Command(int exitCode, String output) {
    static Command vvg(Path home, String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of("--home", home.toString()));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream caught = new PrintStream(output, true, StandardCharsets.UTF_8);
        System.setOut(caught);
        System.setErr(caught);
        try {
            int exit = Vvg.run(new Starters(Wiring::command, Wiring::serve), line.toArray(String[]::new));
            return new Command(exit, output.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
