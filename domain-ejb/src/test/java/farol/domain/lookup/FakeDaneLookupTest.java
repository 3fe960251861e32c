package farol.domain.lookup;

import farol.domain.published.TlsaRecord;

class FakeDaneLookupTest extends DaneLookupContract {
  private final FakeDaneLookup lookup = new FakeDaneLookup();

  FakeDaneLookupTest() {
    lookup.leaveUnsigned("net");
  }

  @Override
  protected DaneLookup lookup() {
    return lookup;
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
  protected void putTlsa(String host, TlsaRecord... records) {
    lookup.putTlsa(host, records);
  }

  @Override
  protected void putAlias(String name, String target) {
    lookup.putAlias(name, target);
  }

  @Override
  protected void spoil(String name) {
    lookup.spoil(name, "the signatures have expired");
  }

  @Override
  protected void fail(String name) {
    lookup.fail(name, "SERVFAIL");
  }
}
