package windrose.platform.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import windrose.platform.work.ClasspathFolder;
import windrose.platform.work.OffLoop;

/**
 * The built web page, read once into memory with its gzip form and served from there.
 *
 * <p>Names under {@code assets/} carry a hash and may be cached for ever; the page itself is asked for anew each time. A path
 * without a dot that is no file is a place inside the page and gets the page.
 */
@OffLoop("the constructor reads files; app calls it at start on a worker")
public final class WebFiles {
  private static final String PAGE = "/index.html";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("pbf", "application/x-protobuf"),
          Map.entry("webmanifest", "application/manifest+json"));

  private final Map<String, WebFile> files;

  private WebFiles(Map<String, WebFile> files) {
    this.files = files;
  }

  private record WebFile(Buffer plain, @Nullable Buffer gzip, String type, String etag) {}

  /** Reads the folder of that name from the classpath: a directory in development, a part of the jar in production. */
  public static WebFiles fromClasspath(String folder) {
    URL url = WebFiles.class.getClassLoader().getResource(folder);
    if (url == null) {
      return new WebFiles(Map.of());
    }
    try {
      return new WebFiles(ClasspathFolder.read(url, WebFiles::read));
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot read the web page from " + url, unreadable);
    }
  }

  private static Map<String, WebFile> read(Path root) throws IOException {
    Map<String, WebFile> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        byte[] bytes = Files.readAllBytes(path);
        String name = "/" + root.relativize(path).toString().replace('\\', '/');
        files.put(name, file(name, bytes));
      }
    }
    return files;
  }

  private static WebFile file(String name, byte[] bytes) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    byte[] gzip = gzip(bytes);
    return new WebFile(
        Buffer.buffer(bytes),
        gzip.length < bytes.length * 0.9 ? Buffer.buffer(gzip) : null,
        TYPES.getOrDefault(ending, "application/octet-stream"),
        '"' + sha256(bytes).substring(0, 20) + '"');
  }

  /** What a browser fetches before anything is shown: the page and the scripts and styles that it names, compressed. */
  public long firstLoadGzipBytes() {
    WebFile page = files.get(PAGE);
    if (page == null) {
      throw new IllegalStateException("this build carries no web page");
    }
    String html = page.plain().toString(StandardCharsets.UTF_8);
    long bytes = sizeOf(page);
    for (Map.Entry<String, WebFile> file : files.entrySet()) {
      if (html.contains('"' + file.getKey() + '"')) {
        bytes += sizeOf(file.getValue());
      }
    }
    return bytes;
  }

  private static long sizeOf(WebFile file) {
    return file.gzip() == null ? file.plain().length() : file.gzip().length();
  }

  void mount(Router router) {
    for (String name : List.copyOf(files.keySet())) {
      router.get(name).handler(context -> send(context, name));
    }
    router
        .get()
        .handler(
            context -> {
              String path = context.normalizedPath();
              if (path.substring(path.lastIndexOf('/')).contains(".") || !files.containsKey(PAGE)) {
                ErrorFunnel.send(context, Problem.notFound("There is nothing at this address."));
              } else {
                send(context, PAGE);
              }
            });
  }

  private void send(RoutingContext context, String name) {
    WebFile file = files.get(name);
    if (file == null) {
      context.next();
      return;
    }
    HttpServerResponse response = context.response();
    response
        .putHeader("Content-Type", file.type())
        .putHeader("ETag", file.etag())
        .putHeader("Vary", "Accept-Encoding")
        .putHeader(
            "Cache-Control",
            name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    if (file.etag().equals(context.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    String accepted = context.request().getHeader("Accept-Encoding");
    if (file.gzip() != null && accepted != null && accepted.contains("gzip")) {
      response.putHeader("Content-Encoding", "gzip").end(file.gzip());
    } else {
      response.end(file.plain());
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
