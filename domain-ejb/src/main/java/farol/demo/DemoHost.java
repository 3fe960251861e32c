package farol.demo;

import static java.util.Objects.requireNonNull;

import farol.domain.lookup.MailExchanger;

/**
 * An MX host of a domain of the demonstration.
 *
 * @param address from a range for documentation (RFC 5737)
 * @param weight its part of the domain's traffic, relative to the domain's other hosts
 * @param daysInService for how many days before the last one it has been an MX host
 */
record DemoHost(String name, String address, double weight, int daysInService) {
  private static final int PREFERENCE = 10;

  DemoHost {
    requireNonNull(name, "name");
    requireNonNull(address, "address");
  }

  /** A host that was there all the time. */
  static DemoHost of(String name, String address, double weight) {
    return new DemoHost(name, address, weight, Integer.MAX_VALUE);
  }

  boolean isInService(int daysBeforeEnd) {
    return daysBeforeEnd <= daysInService;
  }

  MailExchanger record() {
    return new MailExchanger(PREFERENCE, name);
  }
}
