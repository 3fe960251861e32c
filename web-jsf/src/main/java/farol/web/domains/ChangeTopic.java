package farol.web.domains;

import farol.domain.survey.Observed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changes are told apart by, in the address of the page. */
enum ChangeTopic {
  ALL("all", EnumSet.allOf(Observed.class)),
  TLS_RPT("tls-rpt", EnumSet.of(Observed.TLSRPT_RECORD)),
  MTA_STS(
      "mta-sts", EnumSet.of(Observed.MTASTS_RECORD, Observed.MTASTS_POLICY, Observed.POLICY_FETCH)),
  MAIL_HOSTS("mail-hosts", EnumSet.of(Observed.MX, Observed.MAIL_SERVER)),
  CERTIFICATES("certificates", EnumSet.copyOf(Observed.OF_CERTIFICATES)),
  DANE("dane", EnumSet.of(Observed.TLSA, Observed.DNSSEC));

  private final String key;
  private final Set<Observed> kinds;

  ChangeTopic(String key, Set<Observed> kinds) {
    this.key = key;
    this.kinds = Set.copyOf(kinds);
  }

  /** The word in the address. */
  String key() {
    return key;
  }

  Set<Observed> kinds() {
    return kinds;
  }

  /** The topic of a parameter; {@link #ALL} for anything unknown. */
  static ChangeTopic of(@Nullable String key) {
    return Arrays.stream(values()).filter(topic -> topic.key.equals(key)).findFirst().orElse(ALL);
  }
}
