package farol.browser;

import static org.assertj.core.api.Assertions.assertThat;

import farol.acceptance.Client;
import farol.acceptance.RunningFarol;
import farol.acceptance.TestDomain;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens of scripts from their making to their end, and what the audit log says of it. */
class TokensIT {
  private static final String DOMAINS = "/api/v1/domains";

  @AutoClose private static RunningFarol farol;

  @BeforeAll
  static void start() throws Exception {
    farol = RunningFarol.start(Map.of());
    new TestDomain(farol, "token.example").add();
  }

  @Test
  void areShownOnceWorkAndAreRevoked() throws Exception {
    try (Browser owner = Browser.start(farol)) {
      owner.signIn("/tokens");
      make(owner, "backup <b>script</b>");
      String token = owner.find("#token-value").getText();
      assertThat(token).matches("farol_[A-Za-z0-9_-]{43}");
      Client script = Client.withToken(farol, token);
      assertThat(script.get(DOMAINS).body().path("total").asInt()).isEqualTo(1);
      assertThat(script.post(DOMAINS, "{\"name\":\"other.example\"}").status()).isEqualTo(403);

      owner.open("/tokens");
      owner.awaitText("tr[data-token^='backup']", "backup <b>script</b>");
      assertThat(owner.all("#token-value")).isEmpty();
      assertThat(owner.find("tr[data-token^='backup']").getText())
          .contains("Read")
          .doesNotContain("Never");
      make(owner, "backup <b>script</b>");
      owner.awaitText("#token-name-message", "already has a token named");

      owner.click("tr[data-token^='backup'] .remove");
      owner.awaitText("#messages", "has been revoked");
      assertThat(script.get(DOMAINS).status()).isEqualTo(401);
      assertThat(owner.complaints()).isEmpty();
    }
  }

  @Test
  void noOtherIsRevokedWhenTheListHasChanged() throws Exception {
    try (Browser owner = Browser.start(farol)) {
      owner.signIn("/tokens");
      make(owner, "zebra");
      owner.find("#token-value");
      owner.open("/tokens");
      String order = "{\"name\":\"ant\",\"scope\":\"read\",\"days\":1}";
      assertThat(new Client(farol).post("/api/v1/tokens", order).status()).isEqualTo(201);

      owner.click("tr[data-token='zebra'] .remove"); // its place is another's by now
      owner.awaitText("#messages", "the list has changed");
      owner.find("tr[data-token='ant']");
      owner.click("tr[data-token='zebra'] .remove");
      owner.awaitText("#content", "The token zebra");
      owner.find("tr[data-token='ant']");
      assertThat(owner.all("tr[data-token='zebra']")).isEmpty();
    }
  }

  @Test
  void theAuditLogTellsWhoMadeThem() throws Exception {
    try (Browser owner = Browser.start(farol)) {
      owner.signIn("/tokens");
      make(owner, "monitoring");
      owner.find("#token-value");

      owner.open("/audit");
      owner.awaitText("#audit-list", "Made the token monitoring");
      assertThat(owner.find("#audit-list tbody tr").getText()).contains("admin", "127.0.0.1");
      assertThat(owner.find("#audit-list").getText()).contains("Added the domain token.example");

      owner.click("#audit-action option[value='DOMAIN_ADDED']");
      owner.click("#audit-filter button");
      owner.awaitText("#audit-list", "Added the domain token.example");
      assertThat(owner.find("#audit-list").getText()).doesNotContain("monitoring");
      assertThat(owner.find("#audit-action option:checked").getText()).isEqualTo("Domain added");

      owner.open("/audit?all=true&actor=nobody");
      owner.awaitText("#content", "No change here");
      assertThat(owner.complaints()).isEmpty();
    }
  }

  private static void make(Browser owner, String name) {
    owner.type("#token-name", name);
    owner.click("#create-token");
  }
}
