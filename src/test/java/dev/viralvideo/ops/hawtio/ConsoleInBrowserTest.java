package dev.viralvideo.ops.hawtio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import dev.viralvideo.helpers.LogLines;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    /** Hawtio reads its table of routes every ten seconds, a request for each; on a busy machine that takes long. */
    private static final int PATIENCE_MILLIS = 120_000;

    private static Chromium chromium;
    private static RunningConsole console;
    private Page page;

    @BeforeAll
    static void start(@TempDir Path home) {
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
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
    void openPage() {
        page = chromium.page();
        page.setDefaultTimeout(PATIENCE_MILLIS);
    }

    /** What it came to see, for people who look at it. */
    @AfterEach
    void keepPicture(TestInfo test) {
        Chromium.picture(page, test.getTestMethod().orElseThrow().getName());
        page.close();
    }

    @Test
    void a_wrong_password_is_refused() {
        login("a-wrong-password");

        assertThat(page.getByText("Invalid login credentials")).isVisible();
        assertThat(tree()).hasCount(0);
    }

    @Test
    void the_tree_reads_as_the_pipeline() {
        login(console.adminPassword());
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

    /** One of each group: drawing all would take minutes. That none begins oddly is tested without a browser. */
    @Test
    void routes_have_diagrams_whichever_was_looked_at_before() throws Exception {
        Map<String, String> routes = RunningConsole.routeOfEachGroup();
        openTableOfRoutes();
        expandTree();

        for (String route : routes.values()) {
            open(route);
            assertThat(step(0)).containsText("(ID: " + RunningConsole.firstStep(route) + ")");
            assertThat(step(1)).isVisible();
        }
        assertThat(page.getByText("Error Occurred")).hasCount(0);
    }

    @Test
    void a_diagram_counts_what_went_through_while_one_looks() throws Exception {
        openTableOfRoutes();
        expandTree();
        open("media-local");
        assertThat(count(0)).hasText(RunningConsole.count("media-local"));
        String before = RunningConsole.count("media-local");

        console.search("honey bee");

        assertNotEquals(before, RunningConsole.count("media-local"));
        assertThat(count(0)).hasText(RunningConsole.count("media-local"));
    }

    @Test
    void a_provider_that_is_stopped_is_asked_again_when_it_is_started() throws Exception {
        assertEquals(List.of("local"), console.search("honey bee"));
        openTableOfRoutes();

        try (LogLines log = LogLines.of("dev.viralvideo.ops.steering")) {
            row("media-local").getByRole(AriaRole.CHECKBOX).check();
            button("Stop").click();
            assertThat(page.getByText("1 routes stopped successfully")).isVisible();
            assertEquals(List.of(), console.search("honey bee"));
            assertTrue(
                    log.all().toString().contains("media-local was stopped by an operator"),
                    log.all().toString());

            assertThat(row("media-local")).containsText("Stopped");
            button("Start").click();
            assertThat(page.getByText("1 routes started successfully")).isVisible();
            assertEquals(List.of("local"), console.search("honey bee"));
            assertTrue(
                    log.all().toString().contains("media-local was started by an operator"),
                    log.all().toString());
        }
        assertThat(row("media-local")).containsText("Started");
    }

    @Test
    void a_route_in_the_middle_of_a_stage_is_not_stopped_and_the_reason_is_shown() {
        openTableOfRoutes();

        row("media-source").getByRole(AriaRole.CHECKBOX).check();
        button("Stop").click();

        assertThat(page.getByText("stop the route that takes the work in, such as media-take"))
                .isVisible();
    }

    private void login(String password) {
        page.navigate(console.url("/hawtio"));
        page.fill("input[type=text]", "admin");
        page.fill("input[type=password]", password);
        page.click("button[type=submit]");
    }

    /** Its diagram; Hawtio shows nothing when the next is clicked before it has gone there. */
    private void open(String route) {
        inTree(route).click();
        page.waitForURL("**/camel/routeDiagram*");
    }

    /** As an admin, by its address: after a login in its page Hawtio draws the diagrams of all routes, and a busy machine is long at that. */
    private void openTableOfRoutes() {
        Map<String, String> admin = Map.of("username", "admin", "password", console.adminPassword());
        page.request()
                .post(console.url("/hawtio/auth/login"), RequestOptions.create().setData(admin));
        page.navigate(console.url("/hawtio/camel/routes"));
        assertThat(page.locator("#camel-routes-table")).isVisible();
    }

    private Locator row(String route) {
        Locator name = page.locator("td[data-label=Name]")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + route + "$")));
        return page.locator("#camel-routes-table tr").filter(new Locator.FilterOptions().setHas(name));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Of the diagram, in its order. */
    private Locator step(int number) {
        return page.getByTestId("rf__node-" + number);
    }

    private Locator count(int number) {
        return step(number).locator(".number");
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
