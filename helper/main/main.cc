// The program: reads the command line, opens the home and runs one command.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>

#include "adapters/system/home.h"
#include "helper/main/arguments.h"
#include "helper/main/serve.h"
#include "helper/main/version.h"

namespace {

using namespace goodturn;
using namespace goodturn::helper;

/// Thunderbird starts a native host as: program, path of the host manifest, id of the add-on.
bool started_by_thunderbird(int count, char** values) {
  return count >= 3 && std::string_view(values[1]).ends_with("goodturn_helper.json") &&
         std::string_view(values[2]) == "goodturn@example.org";
}

int run(int count, char** values) {
  system::keep_private();
  // A server that closes a TLS connection while we write must be an error of that request, not our end:
  // OpenSSL writes without MSG_NOSIGNAL and libcurl leaves the signal alone in threads (CURLOPT_NOSIGNAL).
  std::signal(SIGPIPE, SIG_IGN);
  if (started_by_thunderbird(count, values)) {
    const auto home = system::find_home(std::nullopt);
    return home ? static_cast<int>(native_host({*home, std::nullopt})) : static_cast<int>(Exit::failed);
  }
  CLI::App app("Goodturn keeps your professional relationships alive from your calendar and address book.",
               "goodturn");
  app.set_version_flag("--version", "goodturn " GOODTURN_VERSION);
  Arguments arguments;
  declare(app, arguments);
  try {
    app.parse(count, values);
  } catch (const CLI::ParseError& error) {
    // CLI11 has exit codes of its own per mistake; a shell expects 0 for --help and 2 for wrong usage.
    return app.exit(error, std::cout, std::cerr) == 0 ? 0 : static_cast<int>(Exit::usage);
  }
  const Exit end = arguments.run();
  if (std::cout.flush()) return static_cast<int>(end);
  std::cerr << "goodturn: the answer could not be written. Is the disk full?\n";
  return static_cast<int>(Exit::failed);
}

}  // namespace

int main(int count, char** values) {
  try {
    return run(count, values);
  } catch (const std::exception& error) {
    std::cerr << "goodturn: unexpected failure; nothing half-done was kept. " << error.what() << '\n';
    return static_cast<int>(Exit::failed);
  }
}
