package farol.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds the arrows of the architecture: which package may use which. */
@AnalyzeClasses(packages = "farol", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** What each package may use, besides itself and libraries. */
  private static final Map<String, List<String>> ARROWS =
      Map.ofEntries(
          Map.entry("domain.shared", List.of()),
          Map.entry("domain.operations", List.of()),
          Map.entry("domain.audit", List.of()),
          Map.entry("domain.token", List.of("domain.account", "domain.audit")),
          Map.entry("domain.published", List.of("domain.shared")),
          Map.entry("domain.lookup", List.of("domain.published", "domain.shared", "network")),
          Map.entry("domain.mailbox", List.of()),
          Map.entry(
              "domain.survey",
              List.of("domain.lookup", "domain.published", "domain.shared", "network")),
          Map.entry(
              "domain.hosting",
              List.of("domain.audit", "domain.monitored", "domain.published", "domain.shared")),
          Map.entry("domain.user", List.of("domain.audit", "domain.shared")),
          Map.entry(
              "domain.account",
              List.of("domain.audit", "domain.shared", "domain.user", "settings")),
          Map.entry(
              "domain.monitored",
              List.of(
                  "domain.shared",
                  "domain.account",
                  "domain.audit",
                  "domain.lookup",
                  "domain.published",
                  "settings",
                  "store")),
          Map.entry(
              "domain.report", List.of("domain.shared", "domain.monitored", "settings", "store")),
          Map.entry(
              "domain.quarantine",
              List.of(
                  "domain.audit",
                  "domain.shared",
                  "domain.monitored",
                  "domain.report",
                  "settings",
                  "store")),
          Map.entry(
              "domain.posture",
              List.of(
                  "domain.shared",
                  "domain.lookup",
                  "domain.published",
                  "domain.survey",
                  "domain.hosting",
                  "domain.monitored")),
          Map.entry(
              "domain.keeping", List.of("domain.shared", "domain.trend", "settings", "store")),
          Map.entry(
              "domain.trend",
              List.of("domain.shared", "domain.monitored", "domain.report", "store")),
          Map.entry(
              "domain.diagnosis",
              List.of("domain.shared", "domain.report", "domain.posture", "domain.trend", "store")),
          Map.entry("wire", List.of("domain.shared", "domain.report", "settings")),
          Map.entry(
              "dns",
              List.of("domain.shared", "domain.lookup", "domain.published", "network", "settings")),
          Map.entry("dkim", List.of("domain.shared", "domain.lookup", "domain.report", "wire")),
          Map.entry(
              "probe",
              List.of("domain.shared", "domain.lookup", "domain.published", "network", "settings")),
          Map.entry(
              "fetch",
              List.of(
                  "domain.shared",
                  "domain.lookup",
                  "domain.published",
                  "network",
                  "probe",
                  "settings")),
          Map.entry(
              "smtp", List.of("domain.shared", "domain.lookup", "network", "probe", "settings")),
          Map.entry(
              "mailbox",
              List.of("domain.lookup", "domain.mailbox", "domain.shared", "network", "settings")),
          Map.entry(
              "intake",
              List.of(
                  "dkim",
                  "domain.audit",
                  "domain.lookup",
                  "domain.mailbox",
                  "domain.shared",
                  "domain.monitored",
                  "domain.quarantine",
                  "domain.report",
                  "mailbox",
                  "settings",
                  "spool",
                  "store",
                  "wire")),
          Map.entry(
              "imports",
              List.of("domain.audit", "domain.report", "intake", "settings", "store", "wire")),
          Map.entry("spool", List.of("domain.monitored", "domain.report", "settings")),
          Map.entry(
              "demo",
              List.of(
                  "domain.shared",
                  "domain.account",
                  "domain.lookup",
                  "domain.monitored",
                  "domain.posture",
                  "domain.survey",
                  "domain.report",
                  "fetch",
                  "settings")),
          Map.entry(
              "tools.record",
              List.of(
                  "domain.lookup",
                  "domain.posture",
                  "domain.published",
                  "domain.shared",
                  "domain.survey")),
          Map.entry("tools.report", List.of("domain.report", "domain.diagnosis", "wire")),
          Map.entry("problem", List.of()),
          Map.entry("network", List.of()),
          Map.entry("settings", List.of("network")),
          Map.entry("store", List.of()));

  /** Libraries that are known in one place only. */
  private static final Map<String, List<String>> LIBRARIES =
      Map.of(
          "com.fasterxml.jackson..", List.of("farol.wire", "farol.demo"), // reads; plays a sender
          "org.eclipse.angus..", List.of("farol.mailbox"),
          "org.xbill..", List.of("farol.dns"),
          "com.ibm.icu..", List.of("farol.domain.shared"),
          // For its suffix list.
          "org.apache.hc.client5..", List.of("farol.domain.monitored", "farol.dkim"),
          "org.apache.james..", List.of("farol.dkim"),
          "org.apache.hc.core5..", List.of("farol.fetch"), // reads what others have connected
          "com.github.benmanes..",
              List.of("farol.dkim", "farol.domain.monitored", "farol.network", "farol.smtp"));

  @ArchTest static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices().matching("farol.domain.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule MODULE_HAS_NO_CYCLES =
      slices().matching("farol.(*)..").should().beFreeOfCycles();

  /** Archives have mails in them, and mails have zip files. */
  @ArchTest
  static final ArchRule READERS_HAVE_NO_CYCLES =
      slices().matching("farol.wire.(*)..").should().beFreeOfCycles();

  @ArchTest
  static void arrowsPointToTheCentre(JavaClasses all) {
    ARROWS.forEach((name, allowed) -> arrows(name, allowed).check(all));
  }

  @ArchTest
  static void everyFeatureHasItsArrows(JavaClasses all) {
    Set<String> features =
        all.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("farol.domain."))
            .map(name -> name.substring("farol.".length()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(ARROWS.keySet()).containsAll(features);
  }

  @ArchTest
  static void librariesAreKnownInOnePlace(JavaClasses all) {
    LIBRARIES.forEach(
        (library, users) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(users.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(all));
  }

  private static ArchRule arrows(String name, List<String> allowed) {
    String[] usable = allowed.stream().map(other -> "farol." + other + "..").toArray(String[]::new);
    String[] all = Arrays.copyOf(usable, usable.length + 1);
    all[usable.length] = "farol." + name + "..";
    return classes()
        .that()
        .resideInAPackage("farol." + name + "..")
        .should()
        .onlyDependOnClassesThat(resideOutsideOfPackage("farol..").or(resideInAnyPackage(all)));
  }
}
