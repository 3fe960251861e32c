package farol.web.tools;

import farol.tools.report.Explanation;
import farol.tools.report.Explanation.Explained;
import farol.tools.report.Explanation.Refused;
import farol.tools.report.ReportExplainer;
import farol.web.kit.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The report reader. What it is given lives as long as the request: the form's fields are no
 * components, whose values would be kept with the page's state.
 */
@Named("reportTool")
@RequestScoped
public class ReportToolView {
  @Inject HttpServletRequest request;
  @Inject ReportExplainer explainer;
  @Inject ToolUse use;
  @Inject OwnPages pages;
  @Inject Texts texts;

  private @Nullable ReportResult result;
  private @Nullable Refusal refusal;
  private String pasted = "";

  /**
   * Why there is no result.
   *
   * @param reason in words of the page's language
   * @param detail the same more exactly, in English
   */
  public record Refusal(String reason, String code, String detail) {}

  /** Reads what the form has brought, and shows it on the same page. */
  public void read() {
    use.of(Tool.REPORT, this::explain);
  }

  private void explain() {
    Upload upload =
        Upload.of(request.getParameter("report-file"), request.getParameter("report-text"));
    Explanation explanation = explainer.explain(upload.bytes(), null, null);
    if (explanation instanceof Explained explained) {
      result = ReportResult.of(explained, pages, texts);
    } else {
      Refused refused = (Refused) explanation;
      String code = refused.code().name();
      refusal = new Refusal(texts.get("refusal." + code), code, refused.detail());
      pasted = upload.pasted();
    }
  }

  /** Null until a report was read. */
  public @Nullable ReportResult getResult() {
    return result;
  }

  /** Null unless something was given that can't be read. */
  public @Nullable Refusal getRefusal() {
    return refusal;
  }

  /** A text that could not be read, so that it can be corrected. Outside text. */
  public String getPasted() {
    return pasted;
  }

  /** Bytes that a file may have, for the page's script. */
  public int getMostBytes() {
    return ReportExplainer.MOST_BYTES;
  }

  public String getCall() {
    return Tool.REPORT.call();
  }

  /** What stands above the form. */
  public String getFormTitle() {
    return texts.get(result == null ? "tools.report.give" : "tools.report.another");
  }
}
