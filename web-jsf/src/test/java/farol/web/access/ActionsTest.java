package farol.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every action of a page names the least role for it, or is known to be for everybody. */
class ActionsTest {
  private static final Path PAGES = Path.of("src/main/webapp");

  /** What a button or a script of a page starts; not what a page does when it is opened. */
  private static final Pattern ACTION =
      Pattern.compile("<(?!f:viewAction)[a-z]+:[^>]*?\\baction=\"#\\{(\\w+)\\.(\\w+)");

  /** They change nothing, or only what is the person's own. */
  private static final Set<String> FOR_EVERYBODY =
      Set.of(
          "bean.load",
          "people.choose",
          "preferences.dressAsSystem",
          "preferences.dressDark",
          "preferences.dressLight",
          "preferences.speakEnglish",
          "preferences.speakPortuguese",
          "profile.changePassword",
          "reportTool.read",
          "setup.check",
          "signIn.go",
          "signOut.go",
          "zone.choose");

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("farol.web");
  private static final List<JavaClass> BEANS =
      ALL.stream().filter(each -> each.isAnnotatedWith(Named.class)).toList();

  @Test
  void nameTheLeastRoleOrAreForEverybody() {
    Set<String> open = new TreeSet<>();
    for (String action : actions()) {
      if (!isGuarded(action)) {
        open.add(action);
      }
    }
    assertThat(open).isEqualTo(new TreeSet<>(FOR_EVERYBODY));
  }

  private static List<String> actions() {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files
          .filter(file -> file.toString().endsWith(".xhtml"))
          .flatMap(file -> ACTION.matcher(read(file)).results())
          .map(ActionsTest::name)
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(MatchResult action) {
    return action.group(1) + "." + action.group(2);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tag's bean, called bean, is one of several: all that have the method have to be guarded. */
  private static boolean isGuarded(String action) {
    String bean = action.substring(0, action.indexOf('.'));
    String method = action.substring(action.indexOf('.') + 1);
    List<JavaClass> classes =
        BEANS.stream()
            .filter(each -> bean.equals("bean") || bean.equals(nameOf(each)))
            .filter(
                each -> each.getMethods().stream().anyMatch(one -> one.getName().equals(method)))
            .toList();
    assertThat(classes).as(action).isNotEmpty();
    return classes.stream()
        .flatMap(each -> each.getMethods().stream())
        .filter(each -> each.getName().equals(method))
        .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
        .allMatch(
            each ->
                each.isAnnotatedWith(AtLeast.class) || each.isAnnotatedWith(ForOperators.class));
  }

  private static String nameOf(JavaClass bean) {
    String given = bean.getAnnotationOfType(Named.class).value();
    String own = bean.getSimpleName();
    return given.isEmpty()
        ? own.substring(0, 1).toLowerCase(Locale.ROOT) + own.substring(1)
        : given;
  }
}
