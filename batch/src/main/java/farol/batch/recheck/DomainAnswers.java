package farol.batch.recheck;

import farol.domain.monitored.OwnershipAnswer;
import farol.domain.survey.Look;
import java.util.concurrent.CompletionStage;

/** A domain's look-ups, under way or done. */
record DomainAnswers(
    long domainId, CompletionStage<OwnershipAnswer> ownership, CompletionStage<Look> look) {}
