package farol.web.export;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import farol.web.kit.NotAllowedException;
import farol.web.kit.Selection;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands out tables: {@code /export/NAME.csv} or {@code .json}, with the page's own parameters. */
@WebServlet("/export/*")
public class ExportServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int TOO_LONG = 422;
  private static final Pattern PATH = Pattern.compile("/([a-z-]+)\\.(csv|json)");

  @Inject @Any transient Instance<TableSource> sources;
  @Inject transient Selection selection;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = PATH.matcher(String.valueOf(request.getPathInfo()));
    try {
      Optional<? extends Table<?>> table =
          path.matches() ? find(path.group(1), request) : Optional.empty();
      if (table.isEmpty()) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      send(table.get(), TableFormat.valueOf(path.group(2).toUpperCase(Locale.ROOT)), response);
    } catch (NotAllowedException refused) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } catch (TooLongException tooLong) {
      response.sendError(TOO_LONG);
    }
  }

  private Optional<? extends Table<?>> find(String name, HttpServletRequest request) {
    selection.read(request);
    return sources.stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .flatMap(source -> source.find(request));
  }

  /**
   * Sends nothing before it has all: once an answer has begun, the server would end it as if it
   * were whole, whatever happens. The file has no name any more, so none is ever left behind.
   */
  private static void send(Table<?> table, TableFormat format, HttpServletResponse response)
      throws IOException {
    Path file = Files.createTempFile("farol-export-", null);
    try (FileChannel whole = FileChannel.open(file, READ, WRITE, DELETE_ON_CLOSE)) {
      format.write(table, Channels.newOutputStream(whole));
      response.setContentType(format.mediaType());
      response.setContentLengthLong(whole.size());
      response.setHeader(
          "Content-Disposition",
          "attachment; filename=\"" + table.name() + '.' + format.ending() + '"');
      Channels.newInputStream(whole.position(0)).transferTo(response.getOutputStream());
    }
  }
}
