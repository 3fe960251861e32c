package farol.web.tools;

import farol.domain.shared.DomainName;
import farol.tools.record.SyntaxCheck;
import farol.web.findings.FindingRow;
import farol.web.kit.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The syntax check: says while somebody types what senders would make of it. Asks nobody. */
@Named("syntaxTool")
@RequestScoped
public class SyntaxToolView {
  @Inject HttpServletRequest request;
  @Inject Texts texts;

  private String text = "";
  private String domain = "";
  private @Nullable Result result; // null until it is asked for

  /**
   * What there is to say.
   *
   * @param kind what the text is taken for
   * @param findings none without a text
   */
  public record Result(String kind, List<FindingRow> findings, DomainInput input) {
    public boolean isGiven() {
      return !findings.isEmpty();
    }

    static Result of(String text, DomainInput input, Texts texts) {
      if (text.isBlank()) {
        return new Result("", List.of(), input);
      }
      SyntaxCheck check = SyntaxCheck.of(text);
      DomainName name = input.name();
      SyntaxCheck placed = name == null ? check : check.publishedBy(name);
      return new Result(
          texts.get("tools.record-syntax.kind." + check.kind()),
          FindingRow.of(placed.findings(), texts),
          input);
    }
  }

  /** A link may bring text and domain along. */
  @PostConstruct
  void load() {
    setText(request.getParameter("record"));
    setDomain(request.getParameter("domain"));
  }

  public String getText() {
    return text;
  }

  public void setText(@Nullable String text) {
    this.text = text == null ? "" : text;
    result = null;
  }

  public String getDomain() {
    return domain;
  }

  public void setDomain(@Nullable String domain) {
    this.domain = domain == null ? "" : domain;
    result = null;
  }

  /** Of what was given last. */
  public Result getResult() {
    if (result == null) {
      result = Result.of(text, DomainInput.of(domain, texts), texts);
    }
    return result;
  }

  public int getLongest() {
    return SyntaxCheck.LONGEST;
  }

  public String getCall() {
    return Tool.RECORD_SYNTAX.call();
  }
}
