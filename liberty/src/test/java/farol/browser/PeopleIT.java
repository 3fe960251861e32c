package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.Client;
import farol.acceptance.People;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who works in an account, and what each sees and may do there. */
class PeopleIT {
  @AutoClose private static RunningFarol farol;
  private static TestDomain domain;

  @BeforeAll
  static void start() throws Exception {
    farol = RunningFarol.start(Map.of());
    People.add(farol, "vera", "bob", "otto");
    domain = new TestDomain(farol, "people.example").add();
  }

  @Test
  void anOwnerAddsSomebodyWhoOnlyLooks() {
    try (Browser owner = Browser.start(farol)) {
      owner.signIn("/account");
      owner.awaitText("tr[data-member='admin']", "Owner");
      add(owner, "vera", "VIEWER");
      owner.awaitText("#messages", "vera may work in this account now.");
      owner.awaitText("tr[data-member='vera']", "Viewer");
      add(owner, "vera", "OWNER");
      owner.awaitText("#person-name-message", "vera is in this account already.");
      add(owner, "nobody", "VIEWER");
      owner.awaitText("#person-name-message", "Nobody signs in as nobody.");
      assertThat(owner.complaints()).isEmpty();
    }
    try (Browser viewer = Browser.start(farol)) {
      signIn(viewer, "vera", "/domains");
      viewer.awaitText("tr[data-domain='people.example']", "people.example");
      assertThat(viewer.all("#add-domain")).isEmpty();
      viewer.open("/domain-settings?name=people.example");
      viewer.awaitText("#collector-url", farol.internet());
      assertThat(viewer.all("#verify, #rotate, #reread, #delete")).isEmpty();
      viewer.open("/account");
      viewer.awaitText("tr[data-member='admin']", "Owner");
      assertThat(viewer.all("#add-member, .change, .remove")).isEmpty();
      assertThat(viewer.complaints()).isEmpty();
    }
  }

  @Test
  void nobodyElseIsChangedWhenTheListHasChanged() throws Exception {
    People.add(farol, "zoe", "abe");
    addMember("zoe", "viewer");
    try (Browser owner = Browser.start(farol)) {
      owner.signIn("/account");
      owner.find("tr[data-member='zoe']");
      addMember("abe", "viewer");

      owner.click("tr[data-member='zoe'] .remove"); // its place is another's by now
      owner.awaitText("#messages", "the list has changed");
      owner.find("tr[data-member='abe']");
      owner.click("tr[data-member='zoe'] .remove");
      owner.awaitText("#messages", "zoe is no longer");
      owner.find("tr[data-member='abe']");
      assertThat(owner.all("tr[data-member='zoe']")).isEmpty();
    }
  }

  @Test
  void anAccountKeepsAnOwner() {
    try (Browser owner = Browser.start(farol)) {
      owner.signIn("/account");
      owner.click("tr[data-member='admin'] .remove");
      owner.awaitText("#messages", "This account needs an owner");
      owner.awaitText("tr[data-member='admin']", "Owner");
    }
  }

  @Test
  void whoIsInSeveralAccountsChoosesOne() throws Exception {
    try (Browser bob = Browser.start(farol)) {
      signIn(bob, "bob", "/domains"); // founds an account of his own
      assertThat(bob.all("tr[data-domain]")).isEmpty();
      addMember("bob", "analyst");

      bob.open("/account");
      bob.click("tr[data-account='Account of admin'] .choose");
      bob.awaitText("#content", "people.example");
      bob.open("/domain-settings?name=people.example");
      assertThat(bob.find("#rotate").isEnabled()).isTrue();
      assertThat(bob.all("#delete")).isEmpty();
      assertThat(bob.complaints()).isEmpty();
    }
  }

  @Test
  void aRoleIsLostAtOnce() throws Exception {
    addMember("otto", "analyst");
    String collector = domain.known().path("collector").path("url").asText();
    try (Browser otto = Browser.start(farol)) {
      signIn(otto, "otto", "/domain-settings?name=people.example");
      otto.click("#rotate");
      assertThat(new Client(farol).put("/api/v1/members/otto", "{\"role\":\"viewer\"}").status())
          .isEqualTo(200);
      otto.click("#confirm-yes");
      otto.open("/domain-settings?name=people.example");
      otto.awaitText("#collector-url", collector);
      assertThat(otto.all("#rotate")).isEmpty();
    }
    assertThat(domain.known().path("collector").path("url").asText()).isEqualTo(collector);
  }

  private static void addMember(String user, String role) throws Exception {
    String order = "{\"user\":\"%s\",\"role\":\"%s\"}".formatted(user, role);
    assertThat(new Client(farol).post("/api/v1/members", order).status()).isEqualTo(201);
  }

  private static void add(Browser owner, String user, String role) {
    owner.type("#person-name", user);
    owner.click("#person-role option[value='" + role + "']");
    owner.click("#add-member");
  }

  private static void signIn(Browser browser, String user, String path) {
    browser.open(path);
    browser.submitSignIn(user, RunningFarol.PASSWORD);
    browser.find("#sign-out");
  }
}
