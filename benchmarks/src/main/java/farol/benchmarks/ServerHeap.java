package farol.benchmarks;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The memory of another Java process of this user. */
final class ServerHeap {
  private ServerHeap() {}

  /** What it holds after it has collected all garbage, in MiB. */
  @SuppressWarnings("BanJNDI") // the address is of this machine's own agent
  static double used(long pid) throws IOException {
    try (JMXConnector connector = JMXConnectorFactory.connect(address(pid))) {
      MemoryMXBean memory =
          ManagementFactory.newPlatformMXBeanProxy(
              connector.getMBeanServerConnection(),
              ManagementFactory.MEMORY_MXBEAN_NAME,
              MemoryMXBean.class);
      memory.gc();
      return memory.getHeapMemoryUsage().getUsed() / 1024.0 / 1024.0;
    }
  }

  private static JMXServiceURL address(long pid) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
      try {
        return new JMXServiceURL(machine.startLocalManagementAgent());
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException("no way into process " + pid, e);
    }
  }
}
