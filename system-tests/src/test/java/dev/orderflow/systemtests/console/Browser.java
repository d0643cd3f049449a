package dev.orderflow.systemtests.console;

import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.parts.ProcessWatchdog;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser, controlled as its accessibility tree shows the page. Reads wait until their content appears. */
final class Browser {

    static final Duration LIMIT = Duration.ofMinutes(2);

    /** Narrower screens have two device pixels per CSS pixel. */
    private static final int PHONE = 500;

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Browser open;

    private final ChromeDriver driver;

    private Browser(Path binary, Path driverBinary) throws IOException {
        var options = new ChromeOptions();
        options.setBinary(binary.toFile());
        options.addArguments(ARGUMENTS);
        options.addArguments("--user-data-dir=" + Files.createTempDirectory("orderflow-browser"));
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driverBinary.toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
        // The driver does not stop the browser when it is stopped itself.
        ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").contains("chrom"))
                .forEach(ProcessWatchdog::register);
    }

    /**
     * Returns the browser that all test classes share. The first call starts it, and the end of the JVM stops it.
     * Skips the test if no browser is installed.
     */
    static synchronized Browser open() {
        if (open == null) {
            Path binary = executable("CHROME", "chromium", "chromium-browser", "google-chrome");
            Path driverBinary = executable("CHROMEDRIVER", "chromedriver");
            try {
                open = new Browser(binary, driverBinary);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(open.driver::quit, "close-browser"));
        }
        return open;
    }

    private static Path executable(String variable, String... names) {
        String given = System.getenv(variable);
        Optional<Path> found = given != null
                ? Optional.of(Path.of(given))
                : Arrays.stream(names)
                        .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                .map(folder -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst();
        return found.orElseGet(() -> Assumptions.abort(
                "The console is not tested: no %s on the path. Install Debian's chromium and chromium-driver, or name them as CHROME and CHROMEDRIVER."
                        .formatted(names[0])));
    }

    /** Loads a page, and forgets earlier errors. */
    void load(String url) {
        driver.get(url);
        driver.manage().logs().get(LogType.BROWSER);
    }

    /** Navigates to another view of the loaded page. */
    void view(String hash) {
        script("location.hash = arguments[0]", hash);
    }

    /** Sets the size and the light or dark theme, without animations. */
    void appear(int width, int height, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", width < PHONE ? 2 : 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    void click(String css) {
        await("click on " + css)
                .atMost(LIMIT)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> {
                    driver.findElement(By.cssSelector(css)).click();
                    return true;
                });
    }

    void type(String css, String text) {
        driver.findElement(By.cssSelector(css)).sendKeys(text);
    }

    /** Sends keys to the focused element. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Returns the text of the first such element, or an empty text. */
    String text(String css) {
        return Objects.toString(script("return document.querySelector(arguments[0])?.innerText", css), "");
    }

    int count(String css) {
        return ((Long) Objects.requireNonNull(script("return document.querySelectorAll(arguments[0]).length", css)))
                .intValue();
    }

    boolean shows(String css) {
        return count(css) > 0;
    }

    void awaitShown(String css) {
        await(css).atMost(LIMIT).until(() -> shows(css));
    }

    void awaitText(String css, String part) {
        await(css + " says " + part).atMost(LIMIT).until(() -> text(css).contains(part));
    }

    @Nullable
    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    @Nullable
    Object asyncScript(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /**
     * Returns the errors of the page since it was loaded: script errors and violations of the Content-Security-Policy.
     */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("Failed to load resource") && !message.contains("net::ERR_"))
                .toList();
    }

    byte[] picture() {
        return driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES);
    }
}
