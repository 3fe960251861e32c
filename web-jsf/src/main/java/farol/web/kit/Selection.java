package farol.web.kit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** What the address of a page selects from the numbers: how many days, and whether all sessions. */
@Named("selection")
@RequestScoped
public class Selection {
  @Inject Texts texts;

  private @Nullable String days;
  private @Nullable String show;

  /**
   * The selected days.
   *
   * @param kept parameters that lead to the page, encoded, each followed by {@code &}; may be empty
   */
  public Range range(String kept) {
    return Range.of(days, kept, Query.EMPTY.with("show", shown()).text(), texts);
  }

  /** Takes what a request selects that no page is for: pages say themselves what they take. */
  public void read(ServletRequest request) {
    days = request.getParameter("days");
    show = request.getParameter("show");
  }

  public boolean isFailuresOnly() {
    return "failures".equals(show);
  }

  /** The parameter {@code show} of this selection; empty where it needs none. */
  public String shown() {
    return isFailuresOnly() ? "failures" : "";
  }

  public @Nullable String getDays() {
    return days;
  }

  public void setDays(@Nullable String days) {
    this.days = days;
  }

  public @Nullable String getShow() {
    return show;
  }

  public void setShow(@Nullable String show) {
    this.show = show;
  }
}
