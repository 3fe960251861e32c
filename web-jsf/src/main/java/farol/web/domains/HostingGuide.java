package farol.web.domains;

import farol.domain.hosting.HostedPolicies;
import farol.domain.hosting.PolicyChange;
import farol.domain.published.MtaStsPolicy.Mode;
import farol.web.kit.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The steps to a policy in force, or out of one, with how far each is.
 *
 * @param leaving whether these are the steps out
 */
public record HostingGuide(boolean leaving, String title, List<Step> steps) {
  public HostingGuide {
    steps = List.copyOf(steps);
  }

  /** A step. */
  public record Step(String id, String title, String text, SetupStep progress) {}

  /**
   * The steps in, or, once mode none is served, those out.
   *
   * @param seen whether the world sees what is served
   */
  static HostingGuide of(HostedPolicies policies, boolean seen, Instant now, Texts texts) {
    return policies.since(Mode.NONE).isPresent()
        ? out(policies, seen, now, texts)
        : in(policies, seen, now, texts);
  }

  private static HostingGuide in(HostedPolicies policies, boolean seen, Instant now, Texts texts) {
    boolean isServed = policies.current().isPresent();
    boolean isEnforced = policies.since(Mode.ENFORCE).isPresent();
    Optional<Instant> end =
        policies.since(Mode.TESTING).map(since -> since.plus(PolicyChange.TRIAL));
    boolean isTried = isEnforced || end.filter(trial -> !trial.isAfter(now)).isPresent();
    String read =
        end.map(trial -> texts.format("hosting.step.read.until", texts.instant(trial)))
            .orElse(texts.get("hosting.step.read.text"));
    return new HostingGuide(
        false,
        texts.get("hosting.guide"),
        List.of(
            step("test", texts.get("hosting.step.test.text"), true, isServed, texts),
            step(
                "publish",
                texts.get("hosting.step.publish.text"),
                isServed,
                isServed && seen,
                texts),
            step("read", read, isServed && seen, isTried, texts),
            step("enforce", texts.get("hosting.step.enforce.text"), isTried, isEnforced, texts)));
  }

  private static HostingGuide out(HostedPolicies policies, boolean seen, Instant now, Texts texts) {
    Optional<Instant> held = policies.olderHeldUntil(now);
    String wait =
        held.map(end -> texts.format("hosting.step.wait.until", texts.instant(end)))
            .orElse(texts.get("hosting.step.wait.over"));
    return new HostingGuide(
        true,
        texts.get("hosting.guide.out"),
        List.of(
            step("none", texts.get("hosting.step.none.text"), true, true, texts),
            step("publish-none", texts.get("hosting.step.publish-none.text"), true, seen, texts),
            step("wait", wait, seen, held.isEmpty(), texts),
            step("remove", texts.get("hosting.step.remove.text"), held.isEmpty(), false, texts)));
  }

  private static Step step(String id, String text, boolean reached, boolean done, Texts texts) {
    return new Step(id, texts.get("hosting.step." + id), text, SetupStep.of(reached, done, texts));
  }
}
