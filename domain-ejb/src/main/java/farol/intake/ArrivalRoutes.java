package farol.intake;

import farol.domain.monitored.CollectorDirectory;
import farol.domain.monitored.CollectorRoute;
import farol.domain.monitored.CollectorToken;
import farol.domain.monitored.VerifiedDomains;
import farol.domain.report.PolicyType;
import farol.domain.report.Report;
import farol.domain.report.ReportedPolicy;
import farol.domain.shared.DomainName;
import farol.domain.shared.InvalidDomainNameException;
import farol.store.DatabaseException;
import farol.wire.TextRules;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds for which domains something may be that arrived, the likeliest first. */
@Dependent
class ArrivalRoutes {
  /** As in {@code tlsrpt+TOKEN@example.com}. */
  private static final Pattern TOKEN = Pattern.compile("(?<=\\+)[A-Za-z0-9_-]{32}(?=@)");

  /** More recipients are no mail of a reporter's. */
  private static final int MOST_TOKENS = 5;

  /** Reports may have a thousand policies; who sends one by mail has few. */
  private static final int MOST_NAMES = 20;

  private static final int MOST_NAMED = 3;

  @Inject CollectorDirectory collectors;
  @Inject VerifiedDomains domains;

  /**
   * Those of the collectors that the recipients name; anybody may write there, so what follows is
   * judged by the report.
   *
   * @param recipients of the header, in any form
   */
  List<CollectorRoute> byToken(String recipients, Instant now) {
    return TOKEN
        .matcher(recipients)
        .results()
        .map(MatchResult::group)
        .distinct()
        .limit(MOST_TOKENS)
        .flatMap(token -> CollectorToken.parse(token).stream())
        .flatMap(token -> find(token, now).stream())
        .toList();
  }

  private Optional<CollectorRoute> find(CollectorToken token, Instant now) {
    try {
      return collectors.find(token.hash(), now).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof DatabaseException away ? away : e;
    }
  }

  /**
   * The verified domains of the first name that is one: of the report's policies, in its order, or
   * of what its mail gives. Names of mail hosts, which DANE policies have, come last, since hosts
   * may serve domains of others. Several where several accounts have proven it.
   *
   * @param mailDomain what the mail says that the report is about
   * @param accountId only of this account; null: of all
   */
  List<CollectorRoute> byName(
      Report report, @Nullable String mailDomain, @Nullable Long accountId) {
    return Stream.of(
            names(report, type -> !type.equals(PolicyType.TLSA)),
            Stream.ofNullable(mailDomain),
            names(report, PolicyType.TLSA::equals))
        .flatMap(names -> names)
        .distinct()
        .limit(MOST_NAMES)
        .flatMap(name -> parse(name).stream())
        .map(name -> domains.named(name, accountId))
        .filter(routes -> !routes.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static Stream<String> names(Report report, Predicate<PolicyType> ofType) {
    return report.policies().stream()
        .filter(policy -> ofType.test(policy.type()))
        .map(ReportedPolicy::policyDomain)
        .filter(Objects::nonNull);
  }

  /** What a report is about, for people. */
  static String named(Report report) {
    String names =
        names(report, type -> true).distinct().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return names.isEmpty() ? "no domain at all" : TextRules.quote(names);
  }

  private static Optional<DomainName> parse(String name) {
    try {
      return Optional.of(DomainName.parse(name));
    } catch (InvalidDomainNameException e) {
      return Optional.empty(); // nobody can have proven it
    }
  }
}
