package farol.web.tools;

import farol.domain.posture.Posture;
import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.tools.record.RecordCheck;
import farol.web.kit.Messages;
import farol.web.kit.SignedIn;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record check: looks at what a domain publishes. The domain is in the address. */
@Named("checkTool")
@RequestScoped
public class CheckToolView {
  @Inject HttpServletRequest request;
  @Inject RecordCheck check;
  @Inject SignedOutUse signedOut;
  @Inject SignedIn signedIn;
  @Inject Texts texts;

  private @Nullable String domain;
  private @Nullable CheckResult result;

  /** Looks, if the address names a domain. */
  public void load() {
    if (domain == null || domain.isBlank()) {
      return;
    }
    nameOf(domain).ifPresent(this::lookWithin);
  }

  private static Optional<DomainName> nameOf(String text) {
    try {
      return Optional.of(DomainName.parse(text.strip()));
    } catch (InvalidDomainNameException e) {
      Messages.error(null, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void lookWithin(DomainName name) {
    if (signedIn.isKnown()) {
      look(name);
      return;
    }
    try {
      signedOut.begin(request);
    } catch (TurnedAwayException refused) {
      Messages.error(null, texts.format("tools.turned-away", refused.seconds()));
      return;
    }
    try {
      look(name);
    } finally {
      signedOut.end();
    }
  }

  private void look(DomainName name) {
    RecordCheck.Checked checked = check.check(name);
    Posture posture = checked.posture();
    result = CheckResult.of(name, checked.known(), posture, texts);
  }

  public @Nullable String getDomain() {
    return domain;
  }

  public void setDomain(@Nullable String domain) {
    this.domain = domain;
  }

  /** Null unless the domain was looked at. */
  public @Nullable CheckResult getResult() {
    return result;
  }

  public String getCall() {
    return Tool.RECORD_CHECK.call();
  }
}
