package farol.domain.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.shared.OwnerName;
import org.junit.jupiter.api.Test;

class FakeLookupTest extends RecordLookupContract {
  private final FakeLookup lookup = new FakeLookup();

  @Override
  protected RecordLookup lookup() {
    return lookup;
  }

  @Override
  protected void putTxt(String name, byte[]... values) {
    lookup.putTxt(name, values);
  }

  @Override
  protected void putMx(String domain, MailExchanger... exchangers) {
    lookup.putMx(domain, exchangers);
  }

  @Override
  protected void putAddresses(String host, String... addresses) {
    lookup.putAddresses(host, addresses);
  }

  @Override
  protected void fail(String name) {
    lookup.fail(name, "SERVFAIL");
  }

  @Override
  protected void remove(String name) {
    lookup.remove(name);
  }

  @Test
  void countsLookups() {
    await(lookup.txt(new OwnerName("a.example")));
    await(lookup.txt(new OwnerName("a.example")));

    assertThat(lookup.queries("a.example")).isEqualTo(2);
    assertThat(lookup.queries("b.example")).isZero();
  }
}
