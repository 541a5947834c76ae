package windrose.app;

import java.util.List;
import java.util.Map;

/** One command of the program. */
interface Command {
  String name();

  /** What it does; the first line stands alone in the list of commands. */
  String help();

  /** Returns the exit code: 0 done, 1 done but something is wrong; a refusal is thrown. */
  int run(List<String> args, Map<String, String> environment, Console console);
}
