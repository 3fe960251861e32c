package farol.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callCodeUnitWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Set;

/** What holds in every module; each lets its own classes be tried against it. */
public final class HouseRules {
  private static final Set<String> TIMERS =
      Set.of(
          Schedule.class.getName(),
          Schedules.class.getName(),
          Timeout.class.getName(),
          TimerService.class.getName(),
          ManagedScheduledExecutorService.class.getName(),
          "java.util.Timer",
          "java.util.concurrent.ScheduledExecutorService");

  private static final Set<String> CONNECTIONS =
      Set.of(
          "java.net.DatagramSocket.<init>",
          "java.net.Socket.<init>",
          "java.net.Socket.connect",
          "java.net.URL.getContent",
          "java.net.URL.openConnection",
          "java.net.URL.openStream",
          "java.net.http.HttpClient.newBuilder",
          "java.net.http.HttpClient.newHttpClient",
          "java.nio.channels.AsynchronousSocketChannel.open",
          "java.nio.channels.DatagramChannel.open",
          "java.nio.channels.SocketChannel.open",
          "javax.net.SocketFactory.createSocket",
          "javax.net.ssl.SSLSocketFactory.createSocket");

  /** The doors and the clock are side by side: none knows another, and the domain knows none. */
  @ArchTest
  static final ArchRule MODULES_KNOW_NO_NEIGHBOUR =
      classes()
          .that()
          .resideInAPackage("farol.(*)..")
          .should(new KnowNoNeighbour())
          .because("web, ingest and batch use the domain and never each other");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Base)")
          .because("such names say nothing of what a class is for");

  @ArchTest
  static final ArchRule ONLY_THE_CLOCK_TELLS_TIME =
      noClasses()
          .that(DescribedPredicate.not(simpleName("ClockProducer")))
          .should(callMethodWhere(tellsTime()))
          .orShould()
          .callConstructor(java.util.Date.class)
          .because("tests set the clock that is injected");

  @ArchTest
  static final ArchRule TIMERS_ONLY_START_JOBS =
      noClasses()
          .that()
          .resideOutsideOfPackage("farol.batch.schedule..")
          .should()
          .dependOnClassesThat(
              new DescribedPredicate<HasName>("are timers") {
                @Override
                public boolean test(HasName type) {
                  return TIMERS.contains(type.getName());
                }
              })
          .because("an operator must see whatever happens by itself as a job");

  @ArchTest
  static final ArchRule ONLY_PROBES_CONNECT =
      noClasses()
          .that()
          .resideOutsideOfPackage("farol.probe..")
          .and(DescribedPredicate.not(simpleName("OwnListeners")))
          .and(DescribedPredicate.not(simpleName("TcpClient"))) // of the resolvers in the settings
          .should(callCodeUnitWhere(connects()))
          .because("a name of others may lead to an address that only a check keeps Farol from");

  @ArchTest
  static final ArchRule FACES_IS_THE_PORTALS =
      noClasses()
          .that()
          .resideOutsideOfPackage("farol.web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.faces..", "org.primefaces..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ONLY_STORES_USE_THE_ENTITY_MANAGER =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Store")
          .should()
          .dependOnClassesThat(assignableTo(EntityManager.class));

  @ArchTest
  static final ArchRule ENTITIES_DECIDE_AND_DO_NOTHING_ELSE =
      noClasses()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "jakarta.ejb..",
                      "jakarta.enterprise..",
                      "jakarta.inject..",
                      "java.sql..",
                      "javax.sql..",
                      "farol.store..",
                      "farol.settings..")
                  .or(assignableTo(System.Logger.class))
                  .or(assignableTo(Clock.class)))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NO_METHOD_TAKES_AN_OPTIONAL =
      methods()
          .that()
          .areNotPrivate()
          .and()
          .areDeclaredInClassesThat(resideInAPackage("farol.."))
          .should()
          .notHaveRawParameterTypes(java.util.Optional.class)
          .because("whoever calls knows whether there is something");

  private HouseRules() {}

  private static DescribedPredicate<JavaCall<?>> connects() {
    return new DescribedPredicate<>("connect") {
      @Override
      public boolean test(JavaCall<?> call) {
        return CONNECTIONS.contains(call.getTargetOwner().getName() + "." + call.getName());
      }
    };
  }

  private static DescribedPredicate<JavaMethodCall> tellsTime() {
    return new DescribedPredicate<>("tell the time") {
      @Override
      public boolean test(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return (owner.getPackageName().equals("java.time") && call.getName().equals("now"))
            || (owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis"))
            || (owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system"));
      }
    };
  }
}
