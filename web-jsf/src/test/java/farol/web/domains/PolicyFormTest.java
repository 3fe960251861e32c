package farol.web.domains;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.hosting.HostedPolicies;
import farol.domain.hosting.HostedVersions;
import farol.domain.published.MtaStsPolicy;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.published.MxPattern;
import farol.domain.shared.DomainName;
import farol.web.domains.PolicyForm.Choice;
import farol.web.kit.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PolicyFormTest {
  private static final PolicyDraft NOTHING = PolicyDraft.of(null, null, null, null);
  private static final List<DomainName> HOSTS =
      List.of(DomainName.parse("a.example.com"), DomainName.parse("b.example.com"));

  @Test
  void beginsWithTestingForTheHostsAsLastSeen() {
    PolicyForm form = form(NOTHING, HostedPolicies.NONE);

    assertThat(chosen(form.modes())).isEqualTo("testing");
    assertThat(form.patterns()).isEqualTo("a.example.com\nb.example.com");
    assertThat(chosen(form.ages())).isEqualTo("604800");
  }

  @Test
  void showsWhatIsServed() {
    PolicyForm form = form(NOTHING, served(Duration.ofSeconds(100)));

    assertThat(chosen(form.modes())).isEqualTo("enforce");
    assertThat(form.patterns()).isEqualTo("*.example.com");
    assertThat(form.proposed()).isEqualTo("a.example.com\nb.example.com");
    assertThat(chosen(form.ages())).isEqualTo("other");
    assertThat(form.seconds()).isEqualTo("100");
  }

  @Test
  void keepsWhatWasEnteredWhateverItIs() {
    PolicyForm form =
        form(new PolicyDraft("none", "<b>", "other", "a week"), served(Duration.ofDays(7)));

    assertThat(chosen(form.modes())).isEqualTo("none");
    assertThat(form.patterns()).isEqualTo("<b>");
    assertThat(form.seconds()).isEqualTo("a week");
  }

  private static HostedPolicies served(Duration maxAge) {
    return new HostedVersions()
        .serve(
            "id",
            new MtaStsPolicy(Mode.ENFORCE, maxAge, List.of(new MxPattern("*.example.com"))),
            Instant.EPOCH)
        .all();
  }

  private static PolicyForm form(PolicyDraft draft, HostedPolicies policies) {
    return PolicyForm.of(draft, policies, HOSTS, new Texts(Locale.ENGLISH));
  }

  private static String chosen(List<Choice> choices) {
    return choices.stream().filter(Choice::selected).map(Choice::value).toList().get(0);
  }
}
