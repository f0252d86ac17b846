package dev.viralvideo.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.viralvideo.Wiring;
import dev.viralvideo.cli.Starters;
import dev.viralvideo.cli.Vvg;
import dev.viralvideo.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of the whole command in this process: what it said and how it ended. */
record Run(int exitCode, List<String> out, List<String> err) {
    static Run vvg(Path home, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        return exactly(all.toArray(String[]::new));
    }

    static Run exactly(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stdout = System.out;
        PrintStream stderr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int exitCode = Vvg.run(new Starters(Wiring::command, Wiring::serve), arguments);
            return new Run(exitCode, lines(out), lines(err));
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
        }
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The folder that the last line names. */
    Path madePackage() {
        if (exitCode != 0) {
            throw new AssertionError("exit code " + exitCode + ": " + err);
        }
        return Path.of(out.get(out.size() - 1));
    }

    JsonNode json() {
        return Json.read(String.join("\n", out), JsonNode.class);
    }
}
