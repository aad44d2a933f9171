package dev.taizhang.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A real Chromium without a window, which remembers what it complained of and what it asked for.
 * Where there is none a test is skipped and says so, except where the tests must be complete.
 */
public final class Browser implements AutoCloseable {

  /** What a person looks at. */
  public enum Screen {
    DESKTOP(1280, 800, false),
    TALL(1280, 1400, false),
    PHONE(390, 844, true),
    NARROW(360, 640, true);

    private final int width;
    private final int height;
    private final boolean mobile;

    Screen(int width, int height, boolean mobile) {
      this.width = width;
      this.height = height;
      this.mobile = mobile;
    }
  }

  /** What a person presses. */
  public enum Key {
    TAB(Keys.TAB),
    ENTER(Keys.ENTER),
    ESCAPE(Keys.ESCAPE),
    ARROW_UP(Keys.ARROW_UP),
    ARROW_DOWN(Keys.ARROW_DOWN);

    private final CharSequence keys;

    Key(CharSequence keys) {
      this.keys = keys;
    }
  }

  /** The colours that a person prefers. */
  public enum Scheme {
    LIGHT,
    DARK
  }

  // A page is there in a second; a busy machine may be slow.
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration BETWEEN_DOWNLOADS = Duration.ofMillis(150);

  // Selenium knows some releases of Chromium better than others, which matters to nothing here.
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  static {
    SELENIUM.setLevel(Level.SEVERE);
  }

  private final ObjectMapper json = new ObjectMapper();
  private final ChromeDriver driver;
  private final Path home;
  private final Path downloads;

  private Browser(ChromeDriver driver, Path home, Path downloads) {
    this.driver = driver;
    this.home = home;
    this.downloads = downloads;
  }

  /** Starts one with a profile of its own. */
  public static Browser start() {
    Path chromium = needs("chromium", "chromium fonts-noto-cjk");
    Path chromedriver = needs("chromedriver", "chromium-driver");
    try {
      Path home = Files.createTempDirectory("taizhang-browser");
      Path downloads = Files.createDirectory(home.resolve("downloads"));
      ChromeDriverService service =
          new ChromeDriverService.Builder()
              .usingDriverExecutable(chromedriver.toFile())
              .usingAnyFreePort()
              .build();
      ChromeDriver driver = new ChromeDriver(service, options(chromium, home));
      Browser browser = new Browser(driver, home, downloads);
      browser.command(
          "Browser.setDownloadBehavior",
          Map.of("behavior", "allow", "downloadPath", downloads.toString()));
      // A window that nobody looks at has no focus, and tells no page of it.
      browser.command("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
      browser.use(Screen.DESKTOP);
      browser.use(Scheme.LIGHT);
      return browser;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ChromeOptions options(Path chromium, Path home) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--user-data-dir=" + home.resolve("profile"));
    LoggingPreferences logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    logging.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logging);
    return options;
  }

  /**
   * A program that a test cannot do without: where it is missing the test is skipped, except where
   * the tests must be complete.
   *
   * @param packages of Debian that bring it
   */
  public static Path needs(String program, String packages) {
    Optional<Path> found = program(program);
    String missing =
        "There is no %s on the path. What to do: apt-get install %s.".formatted(program, packages);
    boolean isComplete =
        Stream.of("CI", "TAIZHANG_NEEDS_BROWSER").anyMatch(name -> System.getenv(name) != null);
    if (found.isEmpty() && isComplete) {
      throw new IllegalStateException(missing);
    }
    assumeTrue(found.isPresent(), missing);
    return found.orElseThrow();
  }

  private static Optional<Path> program(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Loads a page, and forgets what the page before it complained of. */
  public void open(String address) {
    driver.get("about:blank");
    complaints();
    requests();
    driver.get(address);
  }

  /** Runs a script in every page that is loaded from now on, before those of the page. */
  public void beforeEachPage(String script) {
    command("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** The value of a script's return. */
  public Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** The value of a script's return, as a text. */
  public String text(String script, Object... arguments) {
    return String.valueOf(script(script, arguments));
  }

  /** The value of a script's return, as JSON that the page writes, so that no number is changed. */
  public JsonNode read(String script, Object... arguments) {
    try {
      return json.readTree(
          text(
              "return JSON.stringify((function() {" + script + "}).apply(null, arguments))",
              arguments));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(script, e);
    }
  }

  /** Waits until a script's return is true; fails with its text when it never is. */
  public void await(String script, Object... arguments) {
    await(script, () -> Boolean.TRUE.equals(script("return Boolean(" + script + ")", arguments)));
  }

  /** Waits until something holds. */
  public void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "After %s this does not hold: %s\nThe browser says: %s"
                .formatted(PATIENCE, what, complaints()));
      }
      pause(PAUSE);
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Presses a key where the focus is. */
  public void press(Key key) {
    driver.switchTo().activeElement().sendKeys(key.keys);
  }

  /** The back button. */
  public void back() {
    driver.navigate().back();
  }

  /** The reload button. */
  public void reload() {
    driver.navigate().refresh();
  }

  /** The address that is shown. */
  public String address() {
    return driver.getCurrentUrl();
  }

  /** Errors and warnings of the console since they were last asked for. */
  public List<String> complaints() {
    return entries(LogType.BROWSER).stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  /** Every address that was asked for since they were last asked for. */
  public List<URI> requests() {
    List<URI> requests = new ArrayList<>();
    for (LogEntry entry : entries(LogType.PERFORMANCE)) {
      JsonNode message = parsed(entry.getMessage()).path("message");
      String method = message.path("method").asText();
      if (method.equals("Network.requestWillBeSent")) {
        String url = message.at("/params/request/url").asText();
        if (!url.startsWith("data:") && !url.startsWith("about:") && !url.startsWith("blob:")) {
          requests.add(URI.create(url));
        }
      } else if (method.equals("Network.webSocketCreated")) {
        requests.add(URI.create(message.at("/params/url").asText()));
      }
    }
    return requests;
  }

  private List<LogEntry> entries(String type) {
    return driver.manage().logs().get(type).getAll();
  }

  /** A text of JSON as a value. */
  public JsonNode parsed(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }

  /** Takes another size of the window. */
  public void use(Screen screen) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            screen.width,
            "height",
            screen.height,
            "deviceScaleFactor",
            1,
            "mobile",
            screen.mobile));
  }

  /** Takes other colours; animations are left out, so that pictures are of what stays. */
  public void use(Scheme scheme) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of(
                    "name",
                    "prefers-color-scheme",
                    "value",
                    scheme == Scheme.DARK ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** A picture of the whole page, PNG. */
  public byte[] picture() {
    return bytes(
        command("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true)));
  }

  /** A picture of what the screen shows, PNG. */
  public byte[] firstScreen() {
    return bytes(command("Page.captureScreenshot", Map.of("format", "png")));
  }

  /** The page as it is printed, PDF. */
  public byte[] print() {
    return bytes(
        command("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true)));
  }

  private static byte[] bytes(Map<String, Object> answer) {
    return Base64.getDecoder().decode(String.valueOf(answer.get("data")));
  }

  private Map<String, Object> command(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  /** Does what makes the page hand over a file, and waits until it is whole. */
  public byte[] download(Runnable asking) {
    try {
      for (Path old : downloaded(file -> true)) {
        Files.delete(old);
      }
      // Chromium drops what a page hands over faster than ten times in a second.
      pause(BETWEEN_DOWNLOADS);
      asking.run();
      await(
          "a file is downloaded",
          () ->
              !downloaded(Browser::isWhole).isEmpty()
                  && downloaded(file -> !isWhole(file)).isEmpty());
      return Files.readAllBytes(downloaded(Browser::isWhole).get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWhole(Path file) {
    String name = file.getFileName().toString();
    return !name.endsWith(".crdownload") && !name.startsWith(".");
  }

  private List<Path> downloaded(Predicate<Path> wanted) {
    try (Stream<Path> files = Files.list(downloads)) {
      return files.filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
