package farol.web.tools;

import farol.domain.shared.DomainName;
import farol.tools.record.RecordCheck;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The record check: looks at what a domain publishes. The domain is in the address. */
@Named("checkTool")
@RequestScoped
public class CheckToolView {
  @Inject RecordCheck check;
  @Inject ToolUse use;
  @Inject Texts texts;

  private @Nullable String domain;
  private DomainInput input = DomainInput.NONE;
  private @Nullable CheckResult result;

  /** Looks, if the address names a domain. */
  public void load() {
    input = DomainInput.of(domain, texts);
    input.given().ifPresent(name -> use.of(Tool.RECORD_CHECK, () -> look(name)));
  }

  private void look(DomainName name) {
    result = CheckResult.of(check.check(name), texts);
  }

  public @Nullable String getDomain() {
    return domain;
  }

  public void setDomain(@Nullable String domain) {
    this.domain = domain;
  }

  /** What was given. */
  public DomainInput getInput() {
    return input;
  }

  /** Null unless the domain was looked at. */
  public @Nullable CheckResult getResult() {
    return result;
  }

  public String getCall() {
    return Tool.RECORD_CHECK.call();
  }
}
