package farol.batch.operations;

import farol.settings.Setting;
import farol.settings.Settings;
import java.util.Arrays;
import java.util.List;

/** The jobs of this application; each has an XML file of its name. */
public enum FarolJob {
  DEMO_FILL("demo-fill"),
  DNS_RECHECK("dns-recheck"),
  IMPORT_REPORTS("import-reports"),
  MAILBOX_INTAKE("mailbox-intake"),
  REPORT_ROLLUP("report-rollup"),
  REPROCESS("reprocess"),
  RETENTION("retention");

  private final String xmlName;

  FarolJob(String xmlName) {
    this.xmlName = xmlName;
  }

  /** Its name in the batch management API. */
  public String xmlName() {
    return xmlName;
  }

  /** The names of the jobs that operators are offered, in alphabetical order. */
  static List<String> names(Settings settings) {
    return Arrays.stream(values())
        .filter(job -> job != DEMO_FILL || settings.flag(Setting.DEMO))
        .filter(job -> job != MAILBOX_INTAKE || settings.find(Setting.MAILBOXES).isPresent())
        .map(FarolJob::xmlName)
        .sorted()
        .toList();
  }

  static String requireOffered(String name, Settings settings) {
    if (!names(settings).contains(name)) {
      throw new IllegalArgumentException("there is no job " + name);
    }
    return name;
  }
}
