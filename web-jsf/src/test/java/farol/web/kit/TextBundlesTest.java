package farol.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import farol.domain.account.MemberRefusedException;
import farol.domain.account.Role;
import farol.domain.audit.AuditAction;
import farol.domain.diagnosis.Cause;
import farol.domain.diagnosis.Consequence;
import farol.domain.lookup.PolicyFailure;
import farol.domain.lookup.SmtpFailure;
import farol.domain.mailbox.MailboxTrouble;
import farol.domain.monitored.DomainRefusedException;
import farol.domain.monitored.DomainState;
import farol.domain.operations.JobState;
import farol.domain.posture.Posture.Dane;
import farol.domain.published.FindingCode;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.domain.report.Attribution;
import farol.domain.report.DkimGrade;
import farol.domain.report.OriginFilter;
import farol.domain.report.Way;
import farol.domain.survey.Observed;
import farol.domain.token.TokenRefusedException;
import farol.domain.token.TokenScope;
import farol.domain.user.UserRefusedException;
import farol.imports.ImportRefusedException;
import farol.imports.ImportState;
import farol.intake.Reread;
import farol.intake.Verdict;
import farol.tools.record.RecordKind;
import farol.web.failures.FailureTopic;
import farol.web.reports.ToolLink;
import farol.web.tools.Tool;
import farol.wire.RefusalCode;
import farol.wire.WarningCode;
import farol.wire.packed.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both languages say everything, and pages say nothing outside the bundles. */
class TextBundlesTest {
  private static final Path SOURCES = Path.of("src/main");
  private static final Pattern KEY_IN_PAGE = Pattern.compile("msg\\['([^']+)']");
  private static final Pattern KEY_IN_CODE =
      Pattern.compile(
          "(?:texts\\s*\\.(?:get|format)\\(\\s*|[?:] )\"([a-z-]+(?:\\.[a-zA-Z-]+)+)\"(?! \\+)");
  private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
  private static final Pattern SPOKEN_ATTRIBUTE =
      Pattern.compile(
          "(?:title|aria-label|alt|placeholder|value|header|headerText|label|message)=\"([^\"]*)\"");
  private static final Pattern PARAMETER = Pattern.compile("<ui:param [^>]*>");
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  /** Names and codes, which are the same in every language. */
  private static final Set<String> UNTRANSLATED =
      Set.of("Farol", "CSV", "JSON", "TXT", "EN", "PT", "example", "com");

  private final ResourceBundle english = bundle(Locale.ENGLISH);
  private final ResourceBundle portuguese = bundle(Preferences.PORTUGUESE);

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(portuguese.keySet()).isEqualTo(english.keySet());
  }

  @Test
  void everyKeyOfAPageIsThere() {
    Set<String> used = new TreeSet<>();
    pages()
        .forEach(
            page -> KEY_IN_PAGE.matcher(read(page)).results().forEach(r -> used.add(r.group(1))));
    assertThat(used).isNotEmpty().isSubsetOf(english.keySet());
  }

  @Test
  void everyKeyInCodeIsThere() {
    Set<String> used = new TreeSet<>();
    files(".java")
        .filter(file -> !file.toString().contains("/web/api/"))
        .forEach(
            file -> KEY_IN_CODE.matcher(read(file)).results().forEach(r -> used.add(r.group(1))));
    assertThat(used).isNotEmpty().isSubsetOf(english.keySet());
  }

  @ParameterizedTest
  @MethodSource("composedKeys")
  void everyKeyMadeOfAValueIsThere(String key) {
    assertThat(english.containsKey(key)).as(key).isTrue();
  }

  static Stream<String> composedKeys() {
    return Stream.of(
            Arrays.stream(Cause.values())
                .flatMap(
                    cause ->
                        Stream.of("title", "cause", "confirm", "fix")
                            .map(part -> "cause." + cause.key() + "." + part)),
            Arrays.stream(Consequence.values())
                .flatMap(
                    consequence ->
                        Stream.of("consequence.", "verdict.", "tools.report.verdict.")
                            .map(prefix -> prefix + consequence.key())),
            Arrays.stream(Consequence.values())
                .map(consequence -> "consequence." + consequence.key() + ".text"),
            Arrays.stream(FailureTopic.values()).map(topic -> "failures.by." + topic.key()),
            Arrays.stream(Tool.values())
                .flatMap(
                    tool ->
                        Stream.of("title", "text").map(part -> "tools." + tool.key() + "." + part)),
            Stream.of("refused", "unprotected", "information", "ok").map(tone -> "finding." + tone),
            Arrays.stream(FindingCode.values()).map(code -> "finding." + code + ".title"),
            Arrays.stream(FindingCode.values())
                .filter(FindingCode::hasAdvice)
                .map(code -> "finding." + code + ".fix"),
            Arrays.stream(Dane.values())
                .map(dane -> "dane." + dane.name().toLowerCase(Locale.ROOT)),
            Arrays.stream(Dane.values())
                .map(dane -> "mail.dane." + dane.name().toLowerCase(Locale.ROOT)),
            Arrays.stream(SmtpFailure.values()).map(failure -> "mail.state." + failure),
            Arrays.stream(Mode.values()).map(mode -> "published.policy.mode." + mode.text()),
            Stream.of("SECURE", "INSECURE", "UNCHECKED", "BOGUS")
                .map(proof -> "published.proof." + proof),
            Arrays.stream(Observed.values()).map(kind -> "change.kind." + kind),
            Stream.of("FIRST_SEEN", "FIRST_MISSED", "PUBLISHED", "CHANGED", "GONE", "DROPPED")
                .map(event -> "change.event." + event),
            Stream.of("KEPT", "REMOVED", "ADDED").map(fate -> "change.line." + fate),
            Stream.of("all", "tls-rpt", "mta-sts", "mail-hosts", "certificates", "dane")
                .map(topic -> "change.topic." + topic),
            Stream.of("tls-rpt", "mta-sts", "dane", "covered", "certificate")
                .map(column -> "matrix." + column),
            Arrays.stream(RecordKind.values()).map(kind -> "tools.record-syntax.kind." + kind),
            Stream.of("tlsrpt", "mta-sts", "mx").map(id -> "tools.record-check." + id),
            Stream.of("ipv4", "ipv6").map(family -> "tools.policy." + family),
            Stream.of("FETCHED").map(code -> "fetch." + code),
            Arrays.stream(PolicyFailure.values()).map(code -> "fetch." + code),
            Arrays.stream(ToolLink.Place.values()).map(place -> "failure.tool." + place),
            Arrays.stream(DomainState.values()).map(state -> "state." + state.name()),
            Arrays.stream(Mode.values())
                .flatMap(
                    mode ->
                        Stream.of("", ".help").map(part -> "hosting.mode." + mode.text() + part)),
            Stream.of(
                    "test", "publish", "read", "enforce", "none", "publish-none", "wait", "remove")
                .map(step -> "hosting.step." + step),
            Stream.of(
                    "86400",
                    "604800",
                    "1209600",
                    "2592000",
                    "7776000",
                    "15552000",
                    "31557600",
                    "other")
                .map(age -> "hosting.age." + age),
            Arrays.stream(DomainRefusedException.Reason.values())
                .flatMap(
                    reason ->
                        Stream.of("add.refused.", "add-several.refused.")
                            .map(prefix -> prefix + reason.name())),
            Arrays.stream(MemberRefusedException.Reason.values())
                .map(reason -> "people.refused." + reason.name()),
            Arrays.stream(TokenRefusedException.Reason.values())
                .map(reason -> "token.refused." + reason.name()),
            Arrays.stream(TokenScope.values())
                .flatMap(
                    scope -> Stream.of("", ".text").map(part -> "token.scope." + scope + part)),
            Arrays.stream(AuditAction.values())
                .flatMap(
                    action ->
                        Stream.of("audit.kind.", "audit.action.").map(prefix -> prefix + action)),
            Arrays.stream(UserRefusedException.Reason.values())
                .map(reason -> "users.refused." + reason.name()),
            Arrays.stream(Role.values())
                .flatMap(role -> Stream.of("", ".text").map(part -> "role." + role + part)),
            Arrays.stream(JobState.values()).map(state -> "run." + state.name()),
            Arrays.stream(MailboxTrouble.values())
                .flatMap(
                    trouble ->
                        Stream.of("trouble.", "advice.")
                            .map(part -> "mailboxes." + part + trouble)),
            Arrays.stream(Attribution.values()).map(each -> "report.attribution." + each.name()),
            Arrays.stream(Way.values())
                .flatMap(
                    way -> Stream.of("came.way.", "came.from.").map(prefix -> prefix + way.name())),
            Arrays.stream(DkimGrade.values())
                .flatMap(
                    grade ->
                        Stream.of("", ".sentence", ".meaning")
                            .map(part -> "came.proof." + grade.name() + part)),
            Arrays.stream(DkimGrade.values())
                .filter(grade -> grade != DkimGrade.ALIGNED)
                .map(grade -> "came.proof." + grade.name() + ".fix"),
            Arrays.stream(ImportState.values()).map(state -> "imports.state." + state.name()),
            Arrays.stream(ImportRefusedException.Reason.values())
                .map(reason -> "imports.refused." + reason.name()),
            Stream.of(Verdict.FOREIGN, Verdict.NO_REPORT, Verdict.REFUSED)
                .map(verdict -> "imports.verdict." + verdict.name()),
            Arrays.stream(OriginFilter.values()).map(origins -> "reports.came." + origins.name()),
            Arrays.stream(RefusalCode.values()).map(code -> "refusal." + code.name()),
            Arrays.stream(Fault.values()).map(fault -> "refusal." + fault.name()),
            Stream.of("FOREIGN", "NOT_STORABLE").map(code -> "refusal." + code),
            Arrays.stream(Reread.Outcome.values()).map(outcome -> "reread." + outcome.name()),
            Arrays.stream(WarningCode.values()).map(code -> "warning." + code.name()),
            Stream.of("types", "reporters", "hosts", "policies", "addresses")
                .flatMap(
                    kind ->
                        Stream.of("", ".note", ".column").map(part -> "breakdown." + kind + part)))
        .flatMap(keys -> keys);
  }

  /** One text says why a report is refused, and why something in an archive is not read. */
  @Test
  void noCodeHasTwoMeanings() {
    assertThat(Fault.values())
        .extracting(Fault::name)
        .doesNotContainAnyElementsOf(
            Arrays.stream(RefusalCode.values()).map(RefusalCode::name).toList());
  }

  @Test
  void longSentencesAreTranslated() {
    assertThat(english.keySet())
        .filteredOn(key -> english.getString(key).length() > 24)
        .filteredOn(key -> english.getString(key).equals(portuguese.getString(key)))
        .isEmpty();
  }

  @Test
  void everyKeyIsUsed() {
    String sources =
        Stream.concat(pages(), files(".java"))
            .map(TextBundlesTest::read)
            .collect(Collectors.joining());
    Set<String> composed = composedKeys().collect(Collectors.toSet());
    assertThat(english.keySet())
        .filteredOn(key -> !composed.contains(key) && !key.matches("(job|policy)\\..*"))
        .filteredOn(key -> !sources.contains("'" + key + "'") && !sources.contains('"' + key + '"'))
        .isEmpty();
  }

  @Test
  void patternsCanBeFormatted() {
    for (ResourceBundle bundle : List.of(english, portuguese)) {
      assertThat(bundle.keySet())
          .filteredOn(key -> bundle.getString(key).contains("{0"))
          .allSatisfy(
              key -> {
                String pattern = bundle.getString(key);
                assertThat(pattern)
                    .as("%s: a straight apostrophe hides what follows", key)
                    .doesNotContain("'");
                assertThat(new MessageFormat(pattern, bundle.getLocale())).isNotNull();
              });
    }
  }

  @Test
  void bothLanguagesFillInTheSameValues() {
    assertThat(english.keySet())
        .allSatisfy(
            key ->
                assertThat(values(portuguese.getString(key)))
                    .as(key)
                    .isEqualTo(values(english.getString(key))));
  }

  @Test
  void pagesSayNothingOutsideTheBundles() {
    assertThat(pages())
        .allSatisfy(page -> assertThat(literalsIn(read(page))).as(page.toString()).isEmpty());
  }

  private static List<String> literalsIn(String markup) {
    String page = PARAMETER.matcher(markup).replaceAll("");
    String spoken =
        SPOKEN_ATTRIBUTE
            .matcher(page)
            .results()
            .map(r -> r.group(1))
            .collect(Collectors.joining(" "));
    String text = MARKUP.matcher(EXPRESSION.matcher(page).replaceAll("")).replaceAll(" ");
    return WORD.matcher(text + " " + EXPRESSION.matcher(spoken).replaceAll(""))
        .results()
        .map(word -> word.group())
        .filter(word -> !UNTRANSLATED.contains(word))
        .toList();
  }

  private static Set<String> values(String pattern) {
    Matcher matcher = Pattern.compile("\\{(\\d)").matcher(pattern);
    return matcher.results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle("farol.web.texts", locale);
  }

  private static Stream<Path> pages() {
    return files(".xhtml");
  }

  private static Stream<Path> files(String suffix) {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
