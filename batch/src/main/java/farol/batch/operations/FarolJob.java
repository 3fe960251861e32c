package farol.batch.operations;

import java.util.Arrays;
import java.util.List;

/** The jobs of this application; each has an XML file of its name. */
public enum FarolJob {
  DNS_RECHECK("dns-recheck"),
  REPORT_ROLLUP("report-rollup");

  private final String xmlName;

  FarolJob(String xmlName) {
    this.xmlName = xmlName;
  }

  /** Its name in the batch management API. */
  public String xmlName() {
    return xmlName;
  }

  static List<String> names() {
    return Arrays.stream(values()).map(FarolJob::xmlName).sorted().toList();
  }

  static String requireKnown(String name) {
    if (!names().contains(name)) {
      throw new IllegalArgumentException("there is no job " + name);
    }
    return name;
  }
}
