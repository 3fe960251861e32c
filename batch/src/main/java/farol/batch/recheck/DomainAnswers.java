package farol.batch.recheck;

import farol.domain.lookup.LookupOutcome;
import farol.domain.lookup.MailExchanger;
import farol.domain.monitored.OwnershipAnswer;
import java.util.concurrent.CompletionStage;

/** A domain's look-ups, under way or done. */
record DomainAnswers(
    long domainId,
    CompletionStage<OwnershipAnswer> ownership,
    CompletionStage<LookupOutcome<String>> tlsRpt,
    CompletionStage<LookupOutcome<MailExchanger>> mx) {}
