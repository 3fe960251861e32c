package farol.web.failures;

import farol.domain.trend.FailureBy;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What failures are told apart by, in the order in which one leads to the next. */
public enum FailureTopic {
  CAUSE("cause", null),
  MX("mx", FailureBy.MX),
  REPORTER("reporter", FailureBy.REPORTER),
  SENDING_ADDRESS("address", FailureBy.SENDING_ADDRESS),
  DAY("day", FailureBy.DAY),
  POLICY_TYPE("policy", FailureBy.POLICY_TYPE),
  RESULT_TYPE("type", FailureBy.RESULT_TYPE),
  DOMAIN("domain", FailureBy.DOMAIN);

  private final String key;
  private final @Nullable FailureBy by; // null where the rules of a diagnosis tell apart

  FailureTopic(String key, @Nullable FailureBy by) {
    this.key = key;
    this.by = by;
  }

  /** The word in text bundles, and in addresses where they tell apart by it. */
  public String key() {
    return key;
  }

  /** How the database tells them apart; empty for causes, which it does not know. */
  Optional<FailureBy> by() {
    return Optional.ofNullable(by);
  }

  /** The topic of a parameter; {@link #CAUSE} for anything unknown. */
  static FailureTopic of(@Nullable String key) {
    return Arrays.stream(values()).filter(topic -> topic.key.equals(key)).findFirst().orElse(CAUSE);
  }

  /** What to tell apart next, when these are settled; empty where nothing is left. */
  static Optional<FailureTopic> after(Set<FailureTopic> settled) {
    return Arrays.stream(values()).filter(topic -> !settled.contains(topic)).findFirst();
  }
}
