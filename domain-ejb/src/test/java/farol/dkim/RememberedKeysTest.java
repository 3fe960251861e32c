package farol.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.lookup.FakeLookup;
import farol.domain.lookup.LookupOutcome;
import farol.domain.shared.OwnerName;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedKeysTest {
  private static final String NAME = "s1._domainkey.sender.example";
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final FakeLookup dns = new FakeLookup();
  private final AtomicLong nanos = new AtomicLong();
  private final RememberedKeys keys = new RememberedKeys(dns, nanos::get);

  @Test
  void asksOnceForWhatIsThere() {
    dns.putTxt(NAME, "v=DKIM1; p=AAAA");
    at(NAME);
    pass(RememberedKeys.ANSWER.minus(MOMENT));
    dns.putTxt(NAME, "v=DKIM1; p=");

    assertThat(at(NAME)).isEqualTo("v=DKIM1; p=AAAA");
    assertThat(dns.queries(NAME)).isEqualTo(1);
  }

  @Test
  void asksOnceForWhatIsNot() {
    at(NAME);
    pass(RememberedKeys.ANSWER.minus(MOMENT));

    assertThat(at(NAME)).isEqualTo("absent");
    assertThat(dns.queries(NAME)).isEqualTo(1);
  }

  @Test
  void asksAnewAfterMinutes() {
    at(NAME);
    dns.putTxt(NAME, "v=DKIM1; p=AAAA");
    pass(RememberedKeys.ANSWER);

    assertThat(at(NAME)).isEqualTo("v=DKIM1; p=AAAA");
  }

  @Test
  void asksAnewAMinuteAfterAFailure() {
    dns.putTxt(NAME, "v=DKIM1; p=AAAA");
    dns.fail(NAME, "SERVFAIL");
    at(NAME);
    dns.heal(NAME);
    pass(RememberedKeys.FAILURE.minus(MOMENT));
    assertThat(at(NAME)).isEqualTo("SERVFAIL");

    pass(MOMENT);
    assertThat(at(NAME)).isEqualTo("v=DKIM1; p=AAAA");
    assertThat(dns.queries(NAME)).isEqualTo(2);
  }

  @Test
  void tellsNamesApart() {
    at(NAME);

    assertThat(at("s2._domainkey.sender.example")).isEqualTo("absent");
    assertThat(dns.queries("s2._domainkey.sender.example")).isEqualTo(1);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private String at(String name) {
    LookupOutcome<String> outcome = keys.at(new OwnerName(name)).toCompletableFuture().join();
    return outcome.fold(found -> found.get(0), absent -> "absent", failure -> failure);
  }
}
