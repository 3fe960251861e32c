package farol.domain.lookup;

import java.util.List;

class FakeSmtpProbeTest extends SmtpProbeContract {
  private final FakeSmtpProbe probe = new FakeSmtpProbe();

  @Override
  protected SmtpProbe probe() {
    return probe;
  }

  @Override
  protected void serve(String address) {
    probe.serve(address);
  }

  @Override
  protected void serveWithoutTls(String address) {
    probe.serveWithoutTls(address);
  }

  @Override
  protected void greet(String address, int code, String text) {
    probe.greet(address, new SmtpReply(code, List.of(text)));
  }
}
