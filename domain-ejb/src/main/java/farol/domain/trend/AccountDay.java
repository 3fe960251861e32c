package farol.domain.trend;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;

/** A UTC day of all verified domains of an account. */
public record AccountDay(long accountId, LocalDate day) implements Serializable {
  /** Before every other, in the order of accounts and days. */
  public static final AccountDay FIRST = new AccountDay(0, LocalDate.EPOCH);

  public AccountDay {
    requireNonNull(day, "day");
  }
}
