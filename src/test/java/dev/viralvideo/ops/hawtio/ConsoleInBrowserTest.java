package dev.viralvideo.ops.hawtio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees in a browser. */
class ConsoleInBrowserTest {
    private static Chromium chromium;
    private static RunningConsole console;
    private Page page;

    @BeforeAll
    static void start(@TempDir Path home) {
        chromium = Chromium.open().orElse(null);
        if (chromium == null) {
            System.err.println(
                    "SKIPPED, NOT TESTED: there is no Chromium here, so nobody looked at Hawtio in a browser;"
                            + " install the package chromium");
        }
        assumeTrue(chromium != null, "no Chromium");
        console = RunningConsole.at(home);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            console.close();
            chromium.close();
        }
    }

    @BeforeEach
    void openConsole() {
        page = chromium.page();
        page.navigate(console.url("/hawtio"));
    }

    /** What it came to see, for people who look at it. */
    @AfterEach
    void keepPicture(TestInfo test) {
        Chromium.picture(page, test.getTestMethod().orElseThrow().getName());
        page.close();
    }

    @Test
    void a_wrong_password_is_refused() {
        login("admin", "a-wrong-password");

        assertThat(page.getByText("Invalid login credentials")).isVisible();
        assertThat(tree()).hasCount(0);
    }

    @Test
    void the_tree_reads_as_the_pipeline() {
        login("admin", console.adminPassword());
        expandTree();

        for (String name : List.of(
                "intake",
                "intake-edge",
                "script",
                "script-writer",
                "media",
                "media-provider",
                "audio",
                "voice",
                "video")) {
            assertThat(inTree(name).first()).isVisible();
        }
        assertThat(inTree("media-pexels")).isVisible();
    }

    private void login(String name, String password) {
        page.fill("input[type=text]", name);
        page.fill("input[type=password]", password);
        page.click("button[type=submit]");
    }

    private void expandTree() {
        page.getByLabel("Expand Collapse").click();
    }

    private Locator tree() {
        return page.locator("#camel-tree-view");
    }

    private Locator inTree(String name) {
        return tree().getByText(Pattern.compile("^" + name + "$"));
    }
}
