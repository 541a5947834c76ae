package windrose.app;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import windrose.platform.work.OffLoop;
import windrose.platform.work.StartRefused;

/** Looks before the start whether our ports are free, so that the answer comes at once and names the setting. */
@OffLoop("main thread, before the start")
final class Ports {
  private Ports() {}

  static void check(AppConfig.Listeners listeners) {
    check(listeners.host(), listeners.httpPort(), Setting.HTTP_PORT);
    listeners.hj212Port().ifPresent(port -> check(listeners.host(), port, Setting.HJ212_PORT));
    listeners.mqttPort().ifPresent(port -> check(listeners.host(), port, Setting.MQTT_PORT));
  }

  private static void check(String host, int port, Setting setting) {
    if (port == 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException unknown) {
      throw new StartRefused(
          "%s is '%s', which is no address of this machine; write 127.0.0.1 or 0.0.0.0."
              .formatted(Setting.HOST.environmentName(), host),
          unknown);
    } catch (BindException taken) {
      throw new StartRefused(
          "Port %d on %s cannot be opened (%s); stop the program that holds it, or set %s to a free port."
              .formatted(port, host, taken.getMessage(), setting.environmentName()),
          taken);
    } catch (IOException failed) {
      throw new StartRefused(
          "Port %d on %s cannot be opened: %s".formatted(port, host, failed.getMessage()), failed);
    }
  }
}
