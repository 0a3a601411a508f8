#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "adapters/http/client.h"
#include "adapters/system/clock.h"
#include "helper/main/bridge_note.h"
#include "helper/main/serve.h"
#include "helper/main/service.h"

namespace goodturn::helper {
namespace {

constexpr auto start_limit = std::chrono::seconds(15);

std::vector<std::string> serve_arguments(const Place& place) {
  std::vector<std::string> arguments = {"goodturn", "--home", place.home.string()};
  if (place.now) arguments.insert(arguments.end(), {"--now", to_iso(*place.now)});
  arguments.push_back("serve");
  return arguments;
}

/// In the child: a session of its own without terminal, so that it outlives the shell.
[[noreturn]] void become_service(const std::vector<std::string>& arguments) {
  ::setsid();
  const int null = ::open("/dev/null", O_RDWR);
  for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(null, file);
  std::vector<char*> pointers;
  for (const std::string& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
  pointers.push_back(nullptr);
  ::execv("/proc/self/exe", pointers.data());
  ::_exit(127);
}

Result<BridgeNote> start_service(const Place& place) {
  const std::vector<std::string> arguments = serve_arguments(place);
  const pid_t child = ::fork();
  if (child < 0) return fail(ErrorKind::storage, "No new program could be started.");
  if (child == 0) become_service(arguments);
  const auto deadline = std::chrono::steady_clock::now() + start_limit;
  while (std::chrono::steady_clock::now() < deadline) {
    if (const auto note = read_bridge_note(place.home)) return *note;
    int status = 0;
    if (::waitpid(child, &status, WNOHANG) == child)
      return fail(ErrorKind::busy, "The helper ended at once. Run `goodturn serve` to see why.");
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return fail(ErrorKind::timeout, "The helper did not start in time. Run `goodturn serve` to see why.");
}

/// Asks the running helper for a one-time link, with a token of our own.
Result<std::string> ask_for_link(const Place& place, const BridgeNote& note) {
  system::SystemRandom random;
  const system::SystemClock clock;
  const auto tokens = bridge::Tokens::open(tokens_file(place.home), random, clock);
  if (!tokens) return fail(tokens.error());
  const auto token = (*tokens)->issue("command-line", bridge::Scope::app);
  if (!token) return fail(token.error());
  const auto url = http::parse_url("http://127.0.0.1:" + std::to_string(note.port) + "/api/v1/page-code");
  http::Client client(*url, {}, {}, [] { return false; });
  http::Request request;
  request.method = "POST";
  request.url = *url;
  request.headers = {{"Authorization", "Bearer " + *token}, {"Content-Type", "application/json"}};
  request.body = "{}";
  request.compressed = false;
  const auto response = client.send(std::move(request));
  if (!response) return fail(response.error());
  const Json json = Json::parse(response->body, nullptr, false);
  if (!response->ok() || !json.is_object() || !json.contains("url"))
    return fail(ErrorKind::protocol,
                Said("Something else answers on Goodturn's port {port}. End it, or run `goodturn doctor`.",
                     {{"port", std::to_string(note.port)}}));
  return json["url"].get<std::string>();
}

}  // namespace

bool open_in_browser(const std::string& link) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(STDERR_FILENO, STDOUT_FILENO);  // our own answer stands there
    ::execlp("xdg-open", "xdg-open", link.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  if (child < 0) return false;
  // Some desktops keep it running as long as the browser does.
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(2);
  int status = 1;
  while (std::chrono::steady_clock::now() < end) {
    if (::waitpid(child, &status, WNOHANG) == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

Exit open_pages(Console& console, const Place& place, bool print_only) {
  std::optional<BridgeNote> note = read_bridge_note(place.home);
  if (!note) {
    const auto started = start_service(place);
    if (!started) return console.failed(started.error());
    note = *started;
  }
  const auto link = ask_for_link(place, *note);
  if (!link) return console.failed(link.error());
  console.answer({{"url", *link}});
  if (print_only || console.json() || !open_in_browser(*link)) console.line(*link);
  return Exit::ok;
}

}  // namespace goodturn::helper
