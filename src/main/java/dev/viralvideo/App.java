package dev.viralvideo;

import dev.viralvideo.cli.Starters;
import dev.viralvideo.cli.Vvg;

/** Entry point. */
public final class App {
    private App() {}

    public static void main(String[] arguments) {
        System.exit(Vvg.run(new Starters(Wiring::command, Wiring::serve), arguments));
    }
}
