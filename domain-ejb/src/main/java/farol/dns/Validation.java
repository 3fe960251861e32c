package farol.dns;

import farol.network.Deadline;

/** Who says whether an answer is proven: the setting {@code FAROL_DNSSEC}. */
@FunctionalInterface
interface Validation {
  /** How one look-up asks that may take until then. */
  Asking within(Deadline deadline);
}
