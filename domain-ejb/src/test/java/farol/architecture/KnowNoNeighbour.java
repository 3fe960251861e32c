package farol.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Classes of one module never use those of a module that is not the domain. */
final class KnowNoNeighbour extends ArchCondition<JavaClass> {
  private static final Set<String> OUTER = Set.of("web", "ingest", "batch", "launcher");

  KnowNoNeighbour() {
    super("use no module but their own and the domain");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      String target = part(dependency.getTargetClass());
      if (OUTER.contains(target) && !target.equals(part(type))) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }

  /** The second part of a package's name. */
  private static String part(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.", 3);
    return parts.length > 1 && parts[0].equals("farol") ? parts[1] : "";
  }
}
