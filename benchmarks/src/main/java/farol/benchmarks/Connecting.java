package farol.benchmarks;

/** How a sender connects for its reports. */
enum Connecting {
  /** One connection for all. */
  KEPT,

  /** A new connection for each, by a full TLS handshake, as who reports once a day. */
  NEW,

  /** A new connection for each, which goes on with the TLS session of the one before. */
  RESUMED
}
