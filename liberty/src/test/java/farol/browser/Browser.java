package farol.browser;

import farol.acceptance.RunningFarol;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Headless Chromium at the portal. Elements are named by CSS selectors, and waited for. A dialog of
 * a script stays open, so that whatever comes next fails.
 */
public final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-background-networking",
          "--disable-component-update",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
          "--lang=en");

  /** Would warn of every Chromium that it does not know; held here, as loggers may be lost. */
  private static final Logger PROTOCOL_VERSIONS =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  static {
    PROTOCOL_VERSIONS.setLevel(Level.SEVERE);
  }

  private final ChromeDriver driver;
  private final String portal;

  private Browser(ChromeDriver driver, String portal) {
    this.driver = driver;
    this.portal = portal;
  }

  /** A fresh one that nobody has signed in with. */
  public static Browser start(RunningFarol farol) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(onPath("chromium"));
    options.addArguments(FLAGS);
    options.setAcceptInsecureCerts(true);
    options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.IGNORE);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(onPath("chromedriver", "chromium.chromedriver"))
            .build();
    return new Browser(new ChromeDriver(service, options), farol.intranet());
  }

  /** A program by one of its names: Ubuntu has another for the driver. */
  private static File onPath(String... names) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(folder -> Arrays.stream(names).map(name -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst()
        .orElseThrow(() -> new AssertionError(names[0] + " is missing; build/test-setup gets it"));
  }

  /** A path of the portal, with its query. */
  void open(String path) {
    driver.get(portal + path);
  }

  void back() {
    driver.navigate().back();
  }

  void forward() {
    driver.navigate().forward();
  }

  void reload() {
    driver.navigate().refresh();
  }

  /** Opens a page in another tab, which is in front from then on; the one that was before it. */
  String openInTab(String path) {
    String before = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    open(path);
    return before;
  }

  /** Brings another tab to the front; the one that was before it. */
  String switchTo(String tab) {
    String before = driver.getWindowHandle();
    driver.switchTo().window(tab);
    return before;
  }

  /** Closes the tab in front. */
  void closeTab(String next) {
    driver.close();
    driver.switchTo().window(next);
  }

  /** Where it is: a path of the portal, with its query. */
  String path() {
    return driver.getCurrentUrl().substring(portal.length());
  }

  /** Opens a page that needs a sign-in, as {@code admin}. */
  public void signIn(String path) {
    open(path);
    submitSignIn("admin", RunningFarol.PASSWORD);
    find("#sign-out");
  }

  /** Fills in the form at hand. */
  void submitSignIn(String user, String password) {
    type("#user", user);
    type("#password", password);
    click("#submit");
  }

  /** Waits until it is there to be seen. */
  WebElement find(String selector) {
    return waiting("no " + selector)
        .until(
            page ->
                page.findElements(By.cssSelector(selector)).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null));
  }

  /** Waits until an element says so, among other things; all that it says. */
  public String awaitText(String selector, String text) {
    return waiting(selector + " does not say: " + text)
        .until(
            page ->
                page.findElements(By.cssSelector(selector)).stream()
                    .filter(WebElement::isDisplayed)
                    .map(WebElement::getText)
                    .filter(all -> all.contains(text))
                    .findFirst()
                    .orElse(null));
  }

  /** Loads the page again until the element says so. */
  void reloadUntil(String selector, String text) {
    var unused =
        waiting(selector + " does not come to say: " + text)
            .until(
                page -> {
                  page.navigate().refresh();
                  return page.findElement(By.cssSelector(selector)).getText().contains(text);
                });
  }

  /** Those that are there now. */
  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** What can be read, once it is there. */
  String text(String selector) {
    return awaitText(selector, "");
  }

  public void click(String selector) {
    find(selector).click();
  }

  void type(String selector, String text) {
    WebElement field = find(selector);
    field.clear();
    field.sendKeys(text);
  }

  /** Has a field for files take one, as by the dialog that it opens. */
  void choose(String selector, Path file) {
    find(selector).sendKeys(file.toAbsolutePath().normalize().toString());
  }

  /** The selector of what has the keyboard. */
  String focused() {
    return "#" + evaluate("document.activeElement.id");
  }

  /** Presses a key where the keyboard is. */
  void press(Keys key) {
    new Actions(driver).sendKeys(key).perform();
  }

  /**
   * Chooses language and theme by the buttons of the page.
   *
   * @param language {@code en} or {@code pt}
   * @param theme {@code light} or {@code dark}
   */
  void prefer(String language, String theme) {
    press("#language-" + language);
    press("#theme-" + theme);
  }

  private void press(String button) {
    if (!"true".equals(find(button).getDomAttribute("aria-pressed"))) {
      click(button);
      find(button + "[aria-pressed=true]");
    }
  }

  /** Makes the page this wide, in CSS pixels; narrower than a window can be, too. */
  void resize(int width) {
    var unused =
        driver.executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Is where clocks have this zone, of IANA's, from the next page on. */
  void travelTo(String zone) {
    var unused =
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
  }

  /** Opens a page as somebody looks at it. */
  void show(Look look, String path) {
    resize(look.width());
    open(path);
    prefer(look.language().button(), look.theme());
  }

  /** The value of an expression, as the page's own scripts see it. */
  Object evaluate(String expression) {
    Object value = ((JavascriptExecutor) driver).executeScript("return " + expression);
    if (value == null) {
      throw new AssertionError(expression + " has no value");
    }
    return value;
  }

  /** Runs a script in each page that is opened from now on, before the page's own. */
  void runBeforeEachPage(String script) {
    var unused =
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** Waits until an expression is true. */
  void await(String expression) {
    var unused =
        waiting("not so: " + expression)
            .until(
                page ->
                    Boolean.TRUE.equals(
                        ((JavascriptExecutor) page).executeScript("return " + expression)));
  }

  Set<Cookie> cookies() {
    return driver.manage().getCookies();
  }

  /** Replaces all cookies. */
  void setCookies(Set<Cookie> cookies) {
    driver.manage().deleteAllCookies();
    cookies.forEach(driver.manage()::addCookie);
  }

  /** Errors on the console since the last call: of scripts, requests, the security policy. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }

  /**
   * Pages change under a test's hands, so an element that went away is looked up again, by
   * whichever name the driver says so.
   */
  private WebDriverWait waiting(String otherwise) {
    WebDriverWait waiting = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
    waiting.ignoring(WebDriverException.class);
    waiting.withMessage(() -> otherwise + "; " + driver.getCurrentUrl() + " says:\n" + body());
    return waiting;
  }

  private String body() {
    return driver.findElement(By.tagName("body")).getText();
  }
}
