package farol.batch.demo;

import farol.demo.DemoReport;
import farol.demo.DemoReports;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** Writes a report of the demonstration out. */
@Named
@Dependent
public class DemoReportComposer implements ItemProcessor {
  @Override
  public Object processItem(Object item) {
    DemoReport report = (DemoReport) item;
    return new ComposedReport(report.domain(), DemoReports.json(report));
  }
}
