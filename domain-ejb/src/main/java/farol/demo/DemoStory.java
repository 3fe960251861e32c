package farol.demo;

/** What goes wrong in the demonstration, told backwards from its last day. */
enum DemoStory {
  /** The certificate expires in the evening and is renewed two days later, before noon. */
  EXPIRED_CERTIFICATE("mx2.lighthouse.example", DemoCause.CERTIFICATE_EXPIRED, 18, 16, 0.4),
  /** The host has been missing since it was added; nobody has noticed. */
  HOST_MISSING_FROM_POLICY("mx3.harbor.example", DemoCause.HOST_NOT_IN_POLICY, 23, 0, 1.0);

  private final String host;
  private final DemoCause cause;
  private final int firstDay;
  private final int lastDay;
  private final double atTheEdges;

  /**
   * @param firstDay when it begins, in days before the last one
   * @param lastDay when it ends, in days before the last one
   * @param atTheEdges which part of the sessions fail on these two days; between them, all do
   */
  DemoStory(String host, DemoCause cause, int firstDay, int lastDay, double atTheEdges) {
    this.host = host;
    this.cause = cause;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.atTheEdges = atTheEdges;
  }

  String host() {
    return host;
  }

  DemoCause cause() {
    return cause;
  }

  int firstDay() {
    return firstDay;
  }

  int lastDay() {
    return lastDay;
  }

  /** How many of the sessions with a host fail because of this. */
  long failed(DemoHost at, int daysBeforeEnd, long tried) {
    if (!at.name().equals(host) || daysBeforeEnd > firstDay || daysBeforeEnd < lastDay) {
      return 0;
    }
    boolean edge = daysBeforeEnd == firstDay || daysBeforeEnd == lastDay;
    return edge ? Math.round(tried * atTheEdges) : tried;
  }
}
