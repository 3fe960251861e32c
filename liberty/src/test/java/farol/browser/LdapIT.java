package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.Client;
import farol.acceptance.RunningFarol;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People of a directory, whose groups make them operators and auditors. */
class LdapIT {
  @AutoClose private static Directory directory;
  @AutoClose private static RunningFarol farol;

  @BeforeAll
  static void start() throws Exception {
    directory = Directory.start();
    farol =
        RunningFarol.startWithSignIn(
            "ldap", directory.files(), Map.of("LDAP_BIND_PASSWORD", Directory.BIND_PASSWORD));
  }

  @Test
  void somebodyOfTheDirectoryComesIntoAnAccountOfTheirOwn() throws Exception {
    try (Browser browser = Browser.start(farol)) {
      signIn(browser, "lena", "/account");
      browser.awaitText("tr[data-member='lena']", "Owner");
      assertThat(browser.all("#nav-operations")).isEmpty();
      browser.open("/operations");
      browser.awaitText("h1", "Not for your role");
      browser.open("/profile");
      browser.awaitText("#password-elsewhere", "where your organization manages its people");
    }
    assertThat(status("lena", "/api/v1/domains")).isEqualTo(200);
    assertThat(status("lena", "/api/v1/users")).isEqualTo(403);
  }

  @Test
  void aGroupOfTheDirectoryMakesOperators() throws Exception {
    try (Browser browser = Browser.start(farol)) {
      signIn(browser, "otis", "/operations");
      browser.click("[data-job='report-rollup'] .start");
      browser.awaitText("#messages", "of report-rollup has been started");
      browser.open("/users");
      browser.awaitText("#users-external", "by the directory");
      browser.open("/profile");
      assertThat(browser.text("#own-groups")).isEqualTo("Operator");
    }
    assertThat(status("otis", "/api/v1/users")).isEqualTo(200);
    assertThat(client("otis").runJob("report-rollup")).isEqualTo("COMPLETED");
  }

  @Test
  void aGroupOfTheDirectoryMakesAuditors() {
    try (Browser browser = Browser.start(farol)) {
      signIn(browser, "aude", "/profile");
      assertThat(browser.text("#own-groups")).isEqualTo("Auditor");
    }
  }

  @Test
  void theUsersOfFarolStillSignInAndNobodyTakesTheirNames() throws Exception {
    assertThat(status("admin", "/api/v1/users")).isEqualTo(401); // by the directory's password
    Client admin = new Client(farol);
    String order = "{\"user\":\"bob\",\"password\":\"%s\"}".formatted(RunningFarol.PASSWORD);
    assertThat(admin.post("/api/v1/users", order).status()).isEqualTo(201);
    assertThat(new Client(farol, "bob", RunningFarol.PASSWORD).get("/api/v1/domains").status())
        .isEqualTo(200);
    assertThat(admin.patch("/api/v1/users/bob", "{\"enabled\":false}").status()).isEqualTo(200);
    assertThat(new Client(farol, "bob", RunningFarol.PASSWORD).get("/api/v1/domains").status())
        .isEqualTo(401);
    assertThat(admin.runJob("report-rollup")).as("the scheduler's user").isEqualTo("COMPLETED");
  }

  @Test
  void nobodyOfTheDirectoryIsTakenForAUserOfFarol() throws Exception {
    Client admin = new Client(farol);
    String order = "{\"user\":\"nina\",\"password\":\"%s\"}".formatted(RunningFarol.PASSWORD);
    assertThat(admin.post("/api/v1/users", order).status()).isEqualTo(201);
    assertThat(status("nina", "/api/v1/domains")).isEqualTo(401);
    assertThat(admin.patch("/api/v1/users/nina", "{\"enabled\":false}").status()).isEqualTo(200);

    String theirs = Directory.passwordOf("nina");
    for (String name : new String[] {"nina", "NINA"}) {
      assertThat(new Client(farol, name, theirs).get("/api/v1/domains").status())
          .as(name)
          .isEqualTo(401);
    }
    assertThat(new Client(farol, "nina", RunningFarol.PASSWORD).get("/api/v1/domains").status())
        .isEqualTo(401);
    try (Browser browser = Browser.start(farol)) {
      browser.open("/domains");
      browser.submitSignIn("Nina", theirs); // the fifth try: one more would have to wait
      browser.awaitText("#sign-in-refused", "Check user name and password");
      browser.open("/domains");
      browser.find("#password");
    }
  }

  @Test
  void aMemberMayBeAddedBeforeTheFirstSignIn() throws Exception {
    String order = "{\"user\":\"new-in-the-directory\",\"role\":\"viewer\"}";
    assertThat(new Client(farol).post("/api/v1/members", order).status()).isEqualTo(201);
  }

  @Test
  void adminGetsInWhileTheDirectoryIsAway() throws Exception {
    try (Directory lost = Directory.start();
        RunningFarol lonely =
            RunningFarol.startWithSignIn(
                "ldap", lost.files(), Map.of("LDAP_BIND_PASSWORD", Directory.BIND_PASSWORD));
        Browser browser = Browser.start(lonely)) {
      lost.close();
      browser.signIn("/operations");
      browser.find("[data-job='report-rollup']");
    }
  }

  private static void signIn(Browser browser, String user, String path) {
    browser.open(path);
    browser.submitSignIn(user, Directory.passwordOf(user));
    browser.find("#sign-out");
  }

  private static int status(String user, String path) throws Exception {
    return client(user).get(path).status();
  }

  private static Client client(String user) {
    return new Client(farol, user, Directory.passwordOf(user));
  }
}
