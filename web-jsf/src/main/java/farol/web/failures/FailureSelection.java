package farol.web.failures;

import farol.domain.diagnosis.Cause;
import farol.domain.shared.DayRange;
import farol.web.kit.Pages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which failures an address asks for. What makes no sense in it is as if it were not there. */
@Named("failureSelection")
@RequestScoped
public class FailureSelection {
  private static final int MOST_DAYS = 366;

  /** Of a domain, its page makes sure that it is the account's own. */
  private static final Set<FailureTopic> PARAMETERS =
      EnumSet.of(
          FailureTopic.MX,
          FailureTopic.REPORTER,
          FailureTopic.SENDING_ADDRESS,
          FailureTopic.POLICY_TYPE,
          FailureTopic.RESULT_TYPE);

  private final Map<String, @Nullable String> asked = new HashMap<>();

  /** The parameters as they came, by their names. */
  public Map<String, @Nullable String> getAsked() {
    return asked;
  }

  FailureTopic by() {
    return FailureTopic.of(asked.get("by"));
  }

  int page() {
    return Pages.number(asked.get("page"));
  }

  Optional<Cause> cause() {
    return Cause.ofKey(asked.get(FailureTopic.CAUSE.key()));
  }

  /** What the failures are narrowed to. */
  Map<FailureTopic, String> only() {
    Map<FailureTopic, String> only = new EnumMap<>(FailureTopic.class);
    cause().ifPresent(cause -> only.put(FailureTopic.CAUSE, cause.key()));
    for (FailureTopic topic : PARAMETERS) {
      String value = asked.get(topic.key());
      if (value != null && !value.isEmpty()) {
        only.put(topic, value);
      }
    }
    return only;
  }

  /** The days from {@code from} to {@code to}, a year at most; empty where these give none. */
  Optional<DayRange> days() {
    Optional<LocalDate> first = day("from");
    Optional<LocalDate> last = day("to");
    return first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())
        ? Optional.empty()
        : Optional.of(new DayRange(first.get(), last.get()))
            .filter(range -> range.length() <= MOST_DAYS);
  }

  private Optional<LocalDate> day(String parameter) {
    String text = asked.get(parameter);
    try {
      return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }
}
