package farol.domain.lookup;

/** Whether an answer of DNS is what the domain publishes. */
public enum Proof {
  /** Signatures prove it, from the root to each record and each alias that led there. */
  SECURE,
  /** It is, or an alias on the way to it is, provably not signed: anybody may have made it up. */
  INSECURE,
  /** Nobody looked, because {@code FAROL_DNSSEC} is {@code off}. */
  UNCHECKED
}
