package farol.tools.record;

import farol.domain.published.Finding;
import java.util.List;

/** Addresses that reports cannot be sent to. */
public final class InvalidAddressesException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  InvalidAddressesException(List<Finding> findings) {
    super(findings.get(0).message());
    this.findings = List.copyOf(findings);
  }

  /** One for each of them. */
  public List<Finding> findings() {
    return findings;
  }
}
