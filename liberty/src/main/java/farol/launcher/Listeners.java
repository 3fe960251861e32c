package farol.launcher;

import farol.fetch.OwnListeners;
import farol.settings.Setting;
import farol.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The two addresses that the server listens on. */
record Listeners(String bind, int publicPort, int intranetPort) {
  static Listeners of(Settings settings) {
    return new Listeners(
        settings.text(Setting.BIND),
        settings.count(Setting.PUBLIC_PORT),
        settings.count(Setting.INTRANET_PORT));
  }

  /**
   * Refuses to start where another program has a port: the server itself would only log it and go
   * on.
   */
  void requireFree() throws StartFailure {
    requireFree(publicPort, Setting.PUBLIC_PORT);
    requireFree(intranetPort, Setting.INTRANET_PORT);
  }

  /** An address at which this machine reaches the listeners. */
  String localHost() {
    return OwnListeners.host(bind);
  }

  private void requireFree(int port, Setting setting) throws StartFailure {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(
          bind.equals("*")
              ? new InetSocketAddress(port)
              : new InetSocketAddress(InetAddress.getByName(bind), port));
    } catch (IOException e) {
      throw new StartFailure(
          "port "
              + port
              + " of "
              + bind
              + " can't be listened on ("
              + e.getMessage()
              + "); set "
              + setting.variable()
              + " or FAROL_BIND",
          e);
    }
  }
}
