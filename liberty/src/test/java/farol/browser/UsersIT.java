package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.Client;
import farol.acceptance.People;
import farol.acceptance.RunningFarol;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users in the hands of an operator: whatever is changed holds at once, without a restart. */
class UsersIT {
  private static RunningFarol farol;

  @BeforeAll
  static void start() throws Exception {
    farol = RunningFarol.start(Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    farol.close();
  }

  @Test
  void anAddedUserSignsInWithThePasswordThatIsShownOnce() {
    try (Browser operator = Browser.start(farol);
        Browser user = Browser.start(farol)) {
      operator.signIn("/operations");
      operator.click("#tab-users");
      operator.type("#new-user", "ann@example.com");
      operator.click("#add-user");
      operator.awaitText("#messages", "ann@example.com may sign in now.");
      String password = operator.text("#new-password-value");
      operator.awaitText("tr[data-user='ann@example.com']", "Active");
      operator.open("/users");
      assertThat(operator.all("#new-password")).isEmpty();
      operator.type("#new-user", "chosen");
      operator.type("#new-user-password", RunningFarol.PASSWORD);
      operator.click("#add-user");
      operator.awaitText("#messages", "chosen may sign in now.");
      assertThat(operator.all("#new-password")).as("known to the operator").isEmpty();

      signIn(user, "ann@example.com", password, "/domains");
      user.find("#add-domain");
      assertThat(user.all("#nav-operations")).isEmpty();
      user.open("/users");
      user.awaitText("h1", "Not for your role");
      assertThat(operator.complaints()).isEmpty();
    }
  }

  @Test
  void aDisabledUserIsOutAtOnce() throws Exception {
    People.add(farol, "dora");
    try (Browser operator = Browser.start(farol);
        Browser dora = Browser.start(farol)) {
      signIn(dora, "dora", RunningFarol.PASSWORD, "/domains");
      operator.signIn("/users");
      confirm(operator, "dora", "disable");
      operator.awaitText("#messages", "dora is disabled");
      operator.awaitText("tr[data-user='dora']", "Disabled on");

      dora.open("/domains");
      dora.submitSignIn("dora", RunningFarol.PASSWORD);
      dora.awaitText("#sign-in-refused", "Check user name and password");
      assertThat(status("dora", RunningFarol.PASSWORD)).isEqualTo(401);

      operator.click("tr[data-user='dora'] .enable");
      operator.awaitText("#messages", "dora may sign in again.");
      dora.open("/domains");
      dora.find("#password");
      signIn(dora, "dora", RunningFarol.PASSWORD, "/domains");
    }
  }

  @Test
  void anotherPasswordEndsWhatTheOldOneBegan() throws Exception {
    People.add(farol, "rosa");
    assertThat(status("rosa", RunningFarol.PASSWORD)).isEqualTo(200);
    try (Browser operator = Browser.start(farol);
        Browser rosa = Browser.start(farol)) {
      signIn(rosa, "rosa", RunningFarol.PASSWORD, "/domains");
      operator.signIn("/users");
      confirm(operator, "rosa", "reset");
      operator.awaitText("#new-password-title", "Password of rosa");
      String password = operator.text("#new-password-value");

      assertThat(status("rosa", RunningFarol.PASSWORD)).isEqualTo(401);
      assertThat(status("rosa", password)).isEqualTo(200);
      rosa.open("/domains");
      rosa.find("#password");
      signIn(rosa, "rosa", password, "/domains");
    }
  }

  @Test
  void operatorsAreMadeAndDismissedAtOnce() throws Exception {
    People.add(farol, "olga");
    try (Browser operator = Browser.start(farol);
        Browser olga = Browser.start(farol)) {
      signIn(olga, "olga", RunningFarol.PASSWORD, "/domains");
      operator.signIn("/users");
      operator.click("tr[data-user='olga'] .make-operator");
      operator.awaitText("#messages", "olga is an operator now.");

      olga.open("/users");
      olga.find("#add-user");
      assertThat(olga.all("tr[data-user='olga'] .disable, tr[data-user='admin'] .disable"))
          .isEmpty();
      assertThat(olga.all("tr[data-user='olga'] .dismiss-operator")).isEmpty();
      assertThat(change("olga", "olga", "{\"enabled\":false}")).isEqualTo("ONESELF");
      assertThat(change("olga", "olga", "{\"operator\":false}")).isEqualTo("ONESELF");
      assertThat(change("olga", "admin", "{\"enabled\":false}")).isEqualTo("BUILT_IN");

      operator.click("tr[data-user='olga'] .dismiss-operator");
      operator.awaitText("#messages", "olga is no longer an operator.");
      olga.type("#new-user", "friend");
      olga.click("#add-user");
      olga.awaitText("h1", "Not for your role");
      operator.open("/users");
      assertThat(operator.all("tr[data-user='friend']")).isEmpty();
      assertThat(operator.complaints()).isEmpty();
    }
  }

  @Test
  void nobodyElseIsDisabledWhenTheListHasChanged() throws Exception {
    People.add(farol, "zack");
    try (Browser operator = Browser.start(farol)) {
      operator.signIn("/users");
      operator.click("tr[data-user='zack'] .disable");
      operator.find("#confirm-yes");
      People.add(farol, "abel");
      operator.click("#confirm-yes"); // the place is another's by now
      operator.awaitText("#messages", "the list has changed");
      operator.awaitText("tr[data-user='zack']", "Active");
      operator.awaitText("tr[data-user='abel']", "Active");
    }
  }

  @Test
  void whoGuessesTheOldPasswordHasToWait() throws Exception {
    People.add(farol, "gil");
    try (Browser browser = Browser.start(farol)) {
      signIn(browser, "gil", RunningFarol.PASSWORD, "/profile");
      for (int i = 1; i <= 5; i++) {
        change(browser, "guess-number-" + i, "gil-has-another");
        browser.awaitText("#old-password-message", "This is not your present password.");
      }
      change(browser, RunningFarol.PASSWORD, "gil-has-another");
      browser.awaitText("#old-password-message", "Wait 15 minutes");
    }
  }

  @Test
  void aUserChangesTheOwnPasswordAndStaysHere() throws Exception {
    People.add(farol, "paul");
    try (Browser here = Browser.start(farol);
        Browser elsewhere = Browser.start(farol)) {
      signIn(elsewhere, "paul", RunningFarol.PASSWORD, "/profile");
      signIn(here, "paul", RunningFarol.PASSWORD, "/account");
      here.click("#tab-profile");
      change(here, "not-the-old-one", "paul-has-another");
      here.awaitText("#old-password-message", "This is not your present password.");
      change(here, RunningFarol.PASSWORD, "too-short");
      here.awaitText("#password-message", "A password has 12 to 200 characters");
      change(here, RunningFarol.PASSWORD, "paul-has-another");
      here.awaitText("#messages", "Your password has been changed.");
      here.open("/domains");
      here.find("#add-domain");

      elsewhere.open("/domains");
      elsewhere.find("#password");
      assertThat(status("paul", "paul-has-another")).isEqualTo(200);
      assertThat(here.complaints()).isEmpty();
    }
  }

  @Test
  void theSchedulerIsNobodyWhoSignsIn() throws Exception {
    try (Browser browser = Browser.start(farol)) {
      browser.open("/domains");
      browser.submitSignIn("farol-scheduler", farol.secret("scheduler.password"));
      browser.awaitText("#sign-in-refused", "Check user name and password");
    }
    assertThat(status("farol-scheduler", farol.secret("scheduler.password"))).isEqualTo(401);
  }

  private static void confirm(Browser operator, String user, String action) {
    operator.click("tr[data-user='" + user + "'] ." + action);
    operator.click("#confirm-yes");
  }

  private static void change(Browser browser, String old, String password) {
    browser.type("#old-password", old);
    browser.type("#password", password);
    browser.type("#repeated-password", password);
    browser.click("#change-password");
  }

  /** The code of the refusal when a user asks the API to change another. */
  private static String change(String by, String user, String change) throws Exception {
    return new Client(farol, by, RunningFarol.PASSWORD)
        .patch("/api/v1/users/" + user, change)
        .body()
        .path("code")
        .asText();
  }

  private static int status(String user, String password) throws Exception {
    return new Client(farol, user, password).get("/api/v1/domains").status();
  }

  private static void signIn(Browser browser, String user, String password, String path) {
    browser.open(path);
    browser.submitSignIn(user, password);
    browser.find("#sign-out");
  }
}
