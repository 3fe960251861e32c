package farol.domain.survey;

import farol.domain.lookup.OutsideText;
import farol.domain.lookup.PolicyAnswer;
import farol.domain.lookup.PolicyAnswers;
import farol.domain.lookup.PolicyFailure;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What fetching a policy says about it, by one family of addresses. */
final class PolicySurvey implements Part {
  /** The domain has no policy: not a failure to fetch one. */
  private static final Set<String> NO_POLICY = Set.of("NO_ADDRESS", "STATUS_404", "STATUS_410");

  /** Nobody was asked, and may be another time. */
  private static final Set<PolicyFailure> UNANSWERED =
      EnumSet.of(PolicyFailure.LOOKUP_FAILED, PolicyFailure.INTERNAL_ERROR);

  private final Aspect policy;
  private final Aspect fetch;
  private final Aspect certificate;
  private final PolicyAnswer answer;

  private PolicySurvey(String family, PolicyAnswer answer) {
    this.policy = new Aspect(Observed.MTASTS_POLICY, family);
    this.fetch = new Aspect(Observed.POLICY_FETCH, family);
    this.certificate = new Aspect(Observed.POLICY_CERTIFICATE, family);
    this.answer = answer;
  }

  static Part of(PolicyAnswers answers) {
    return new PolicySurvey("ipv4", answers.ipv4()).and(new PolicySurvey("ipv6", answers.ipv6()));
  }

  /** Nobody knows anything of the policy. */
  static void missAnswer(Look.Builder look) {
    look.missAnswer(Aspect.of(Observed.MTASTS_POLICY));
    look.missAnswer(Aspect.of(Observed.POLICY_FETCH));
    look.missAnswer(Aspect.of(Observed.POLICY_CERTIFICATE));
  }

  @Override
  public void accept(Look.Builder look) {
    answer.fold(fetched -> fetched(fetched, look), failed -> failed(failed, look));
  }

  private Look.Builder fetched(PolicyAnswer.Fetched fetched, Look.Builder look) {
    look.seeLines(fetch, List.of("FETCHED", fetched.contentType()));
    look.see(policy, OutsideText.linesOf(fetched.body()));
    look.seeChain(certificate, fetched.tls().chain());
    return look;
  }

  private Look.Builder failed(PolicyAnswer.Failed failed, Look.Builder look) {
    if (failed.failure() == PolicyFailure.NO_ROUTE) {
      look.leaveOpen(fetch);
    } else if (UNANSWERED.contains(failed.failure())) {
      look.missAnswer(fetch);
    } else {
      look.see(fetch, text(failed));
    }
    if (!NO_POLICY.contains(failed.code())) {
      look.leaveOpen(policy);
    }
    if (!failed.chain().isEmpty()) {
      look.seeChain(certificate, failed.chain());
    } else if (failed.failure() != PolicyFailure.NO_ADDRESS) {
      look.leaveOpen(certificate);
    }
    return look;
  }

  private static String text(PolicyAnswer.Failed failed) {
    return failed.failure() == PolicyFailure.REDIRECT
        ? failed.code() + "\n" + failed.detail()
        : failed.code();
  }
}
