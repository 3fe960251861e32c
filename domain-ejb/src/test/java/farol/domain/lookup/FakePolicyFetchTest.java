package farol.domain.lookup;

class FakePolicyFetchTest extends PolicyFetchContract {
  private final FakePolicyFetch fetch = new FakePolicyFetch();

  @Override
  protected PolicyFetch fetch() {
    return fetch;
  }

  @Override
  protected void serve(String domain, String body) {
    fetch.serve(domain, body);
  }

  @Override
  protected void serveByIpv4Only(String domain, String body) {
    fetch.serveByIpv4Only(domain, body);
  }

  @Override
  protected void serveStatus(String domain, int status) {
    fetch.fail(domain, PolicyFailure.STATUS, String.valueOf(status));
  }

  @Override
  protected void redirect(String domain, String target) {
    fetch.fail(domain, PolicyFailure.REDIRECT, target);
  }

  @Override
  protected void failLookup(String domain) {
    fetch.fail(domain, PolicyFailure.LOOKUP_FAILED, "SERVFAIL");
  }
}
