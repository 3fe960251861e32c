package farol.web.tools;

import farol.web.kit.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;

/** The list of tools. */
@Named("tools")
@RequestScoped
public class ToolsView {
  @Inject HttpServletRequest request;
  @Inject SignedOutUse signedOut;
  @Inject Texts texts;

  private List<Row> rows = List.of();

  /**
   * A tool in the list.
   *
   * @param call the same for scripts
   */
  public record Row(String id, String href, String title, String text, String call) {}

  @PostConstruct
  void load() {
    rows = Arrays.stream(Tool.values()).map(this::row).toList();
  }

  private Row row(Tool tool) {
    String prefix = "tools." + tool.key();
    return new Row(
        "tool-" + tool.key(),
        request.getContextPath() + "/tools/" + tool.key(),
        texts.get(prefix + ".title"),
        texts.get(prefix + ".text"),
        tool.call());
  }

  public List<Row> getRows() {
    return rows;
  }

  /** Whether they may be used without a sign-in. */
  public boolean isOpen() {
    return signedOut.isAllowed();
  }
}
