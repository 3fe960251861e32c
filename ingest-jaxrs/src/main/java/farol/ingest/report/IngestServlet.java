package farol.ingest.report;

import static java.lang.System.Logger.Level.ERROR;

import farol.domain.monitored.CollectorRoute;
import farol.domain.report.RawReport;
import farol.ingest.limit.BodiesInFlight;
import farol.ingest.limit.IngestRates;
import farol.intake.Destination;
import farol.intake.NowhereToStoreException;
import farol.intake.ReportDelivery;
import farol.network.IpAddress;
import farol.network.TrustedProxies;
import farol.settings.Setting;
import farol.settings.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * A domain's collector. A refusal is final for real senders, so every answer is given only when it
 * is true: 201 and 200 after the commit, or 201 once the report is in the spool.
 *
 * <p>A servlet, because no thread may wait for a body: thousands of slow senders must cost nothing
 * but their connections (docs/adr/0007).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8460#section-5.4">RFC 8460, section 5.4</a>
 */
@WebServlet(urlPatterns = "/tls-rpt/ingest/*", asyncSupported = true)
public class IngestServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOGGER = System.getLogger(IngestServlet.class.getName());

  @Inject transient ReportDelivery reports;
  @Inject transient TrustedProxies proxies;
  @Inject transient Settings settings;

  @Resource transient ManagedExecutorService answers;

  private transient IngestRates rates;
  private transient BodiesInFlight bodies;
  private transient boolean demonstrating;
  private transient int mostBytes;
  private transient Duration longestBody;

  /** For the container, which calls {@link #init()} before it gives it requests. */
  @SuppressWarnings("NullAway.Init")
  public IngestServlet() {}

  @Override
  public void init() {
    rates = new IngestRates(settings, System::nanoTime);
    bodies = new BodiesInFlight(settings);
    demonstrating = settings.flag(Setting.DEMO);
    mostBytes = settings.count(Setting.LIMIT_BODY_BYTES);
    longestBody = Duration.ofSeconds(settings.count(Setting.LIMIT_BODY_SECONDS));
  }

  @Override
  @SuppressWarnings("IllegalCatch")
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      accept(request);
    } catch (RequestRefusedException refused) {
      refused.reply().writeTo(response);
    } catch (RuntimeException failure) {
      // Whatever it is: an error page of the container would repeat the request's path.
      failed(failure).writeTo(response);
    }
  }

  /** Decides from the head alone, cheapest first, and then waits for the body without a thread. */
  private void accept(HttpServletRequest request) throws IOException, RequestRefusedException {
    checkForm(request);
    IpAddress sender = sender(request);
    if (!demonstrating) {
      refuseWhileOver(rates.request(sender));
    }
    Destination destination = destination(request);
    if (!destination.route().map(CollectorRoute::demo).orElse(false)) {
      refuseWhileOver(rates.report(sender, destination.token()));
    }
    if (request.getContentLengthLong() > mostBytes) {
      throw new RequestRefusedException(
          Replies.of(reports.refuseUnread(destination, request.getContentLengthLong(), mostBytes)));
    }
    BodiesInFlight.Place place =
        bodies
            .begin(sender)
            .orElseThrow(() -> new RequestRefusedException(Replies.tooManyAtOnce()));
    AsyncContext context = request.startAsync();
    context.setTimeout(longestBody.toMillis());
    Exchange exchange = new Exchange(context, place);
    String contentType = request.getContentType();
    String contentEncoding = request.getHeader("Content-Encoding");
    new BodyReader(
            request.getInputStream(),
            mostBytes,
            place,
            exchange,
            body ->
                deliver(exchange, destination, new RawReport(body, contentType, contentEncoding)))
        .start(request.getContentLengthLong());
  }

  private static void checkForm(HttpServletRequest request) throws RequestRefusedException {
    if (!request.getMethod().equals("POST")) {
      throw new RequestRefusedException(Replies.methodNotAllowed());
    }
    List<String> codings = Collections.list(request.getHeaders("Transfer-Encoding"));
    if (codings.isEmpty() && request.getContentLengthLong() < 0) {
      throw new RequestRefusedException(Replies.lengthRequired());
    }
    if (!codings.isEmpty()
        && !(codings.size() == 1 && "chunked".equalsIgnoreCase(codings.get(0)))) {
      throw new RequestRefusedException(Replies.transferCoding());
    }
  }

  private IpAddress sender(HttpServletRequest request) {
    return proxies.senderOf(
        request.getRemoteAddr(),
        Collections.list(request.getHeaders(TrustedProxies.FORWARDED_FOR)));
  }

  private Destination destination(HttpServletRequest request) throws RequestRefusedException {
    String path = request.getPathInfo();
    return reports
        .route(path == null ? "" : path.substring(1))
        .orElseThrow(() -> new RequestRefusedException(Replies.unknownToken()));
  }

  private static void refuseWhileOver(Optional<Duration> wait) throws RequestRefusedException {
    if (wait.isPresent()) {
      throw new RequestRefusedException(Replies.tooMany(wait.get()));
    }
  }

  @SuppressWarnings("IllegalCatch")
  private void deliver(Exchange exchange, Destination destination, RawReport report) {
    try {
      // Not by the thread that stores: a sender that does not take its answer would hold up others.
      reports
          .deliver(destination, report)
          .whenCompleteAsync(
              (delivery, failure) ->
                  exchange.answer(failure == null ? Replies.of(delivery) : failed(failure)),
              answers);
    } catch (RuntimeException failure) {
      // Whatever it is, the sender gets an answer, and one that repeats nothing.
      exchange.answer(failed(failure));
    }
  }

  private static Reply failed(Throwable failure) {
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return failed(failure.getCause());
    }
    if (failure instanceof NowhereToStoreException) {
      return Replies.storageUnavailable();
    }
    LOGGER.log(ERROR, "a report could not be handled", failure);
    return Replies.internalError();
  }
}
