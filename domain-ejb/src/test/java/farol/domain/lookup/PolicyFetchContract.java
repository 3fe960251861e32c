package farol.domain.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.shared.DomainName;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link PolicyFetch} does; a subclass says how to serve policies to it. */
public abstract class PolicyFetchContract {
  protected static final DomainName DOMAIN = DomainName.parse("example.com");

  /** The one under test. */
  protected abstract PolicyFetch fetch();

  /** Has a domain's policy host answer with a body, as text/plain, by both families. */
  protected abstract void serve(String domain, String body);

  /** Has a domain's policy host answer with a body, but by IPv4 only. */
  protected abstract void serveByIpv4Only(String domain, String body);

  /** Has a domain's policy host answer with another status than 200. */
  protected abstract void serveStatus(String domain, int status);

  /** Has a domain's policy host send elsewhere. */
  protected abstract void redirect(String domain, String target);

  /** Makes look-ups of a domain's policy host fail. */
  protected abstract void failLookup(String domain);

  @Test
  void fetchesByBothFamilies() {
    serve(DOMAIN.value(), "version: STSv1\r\n");

    assertThat(text(answers().ipv4())).isEqualTo("text/plain: version: STSv1\r\n");
    assertThat(text(answers().ipv6())).isEqualTo("text/plain: version: STSv1\r\n");
  }

  @Test
  void tellsTheFamiliesApart() {
    serveByIpv4Only(DOMAIN.value(), "body");

    assertThat(text(answers().ipv4())).isEqualTo("text/plain: body");
    assertThat(text(answers().ipv6())).isEqualTo("NO_ADDRESS");
  }

  @Test
  void domainWithoutAPolicyHostHasNoAddress() {
    assertThat(text(answers().ipv4())).isEqualTo("NO_ADDRESS");
    assertThat(text(answers().ipv6())).isEqualTo("NO_ADDRESS");
  }

  @Test
  void failedLookUpIsNoAbsence() {
    failLookup(DOMAIN.value());

    assertThat(text(answers().ipv4())).isEqualTo("LOOKUP_FAILED");
    assertThat(text(answers().ipv6())).isEqualTo("LOOKUP_FAILED");
  }

  @Test
  void saysWhichStatusCame() {
    serveStatus(DOMAIN.value(), 404);

    assertThat(text(answers().ipv4())).isEqualTo("STATUS_404");
    assertThat(text(answers().ipv6())).isEqualTo("STATUS_404");
  }

  @Test
  void followsNoRedirectAndSaysWhereItLeads() {
    redirect(DOMAIN.value(), "https://elsewhere.example/");

    assertThat(answers().ipv4())
        .isInstanceOfSatisfying(
            PolicyAnswer.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo("REDIRECT");
              assertThat(failed.detail()).isEqualTo("https://elsewhere.example/");
            });
  }

  @Test
  void fetchesAfreshEachTime() {
    serve(DOMAIN.value(), "first");
    assertThat(text(answers().ipv4())).isEqualTo("text/plain: first");
    serve(DOMAIN.value(), "second");
    assertThat(text(answers().ipv4())).isEqualTo("text/plain: second");
  }

  /** What came of a fetch, within a minute. */
  protected PolicyAnswers answers() {
    return fetch().fetch(DOMAIN).toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }

  /** The media type and the body, or the code of the failure. */
  protected static String text(PolicyAnswer answer) {
    return answer.<String>fold(
        fetched -> fetched.contentType() + ": " + new String(fetched.body(), UTF_8),
        PolicyAnswer.Failed::code);
  }
}
