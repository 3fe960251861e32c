package farol.web.tools;

import farol.tools.record.SyntaxCheck;
import farol.web.findings.FindingRow;
import farol.web.kit.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The syntax check: says while somebody types what senders would make of it. Asks nobody. */
@Named("syntaxTool")
@RequestScoped
public class SyntaxToolView {
  @Inject Texts texts;

  @Inject
  @ManagedProperty("#{param.record}")
  @Nullable String linked;

  private String text = "";

  /** A link may bring the text along. */
  @PostConstruct
  void load() {
    text = linked == null ? "" : linked;
  }

  public String getText() {
    return text;
  }

  public void setText(@Nullable String text) {
    this.text = text == null ? "" : text;
  }

  /** What the text is taken for. */
  public String getKind() {
    return texts.get("tools.record-syntax.kind." + check().kind());
  }

  public List<FindingRow> getFindings() {
    return text.isBlank() ? List.of() : FindingRow.of(check().findings(), texts);
  }

  private SyntaxCheck check() {
    return SyntaxCheck.of(text);
  }

  public int getLongest() {
    return SyntaxCheck.LONGEST;
  }

  public String getCall() {
    return Tool.RECORD_SYNTAX.call();
  }
}
