#include "helper/main/serve.h"

#include <signal.h>

#include <ctime>

#include "helper/main/service.h"

namespace goodturn::helper {
namespace {

constexpr timespec look_again{0, 500'000'000};

/// The home for writing. While another helper has it: the error, or with `wait` its turn; nullptr when a
/// signal of `stop` came first.
Result<std::unique_ptr<Home>> take_home(const Place& place, bool wait, const sigset_t& stop) {
  while (true) {
    auto home = Home::open(place.home, Access::write, place.now);
    if (home || !wait || home.error().kind != ErrorKind::busy) return home;
    if (sigtimedwait(&stop, nullptr, &look_again) > 0) return nullptr;
  }
}

}  // namespace

Exit serve(Console& console, const Place& place, bool wait) {
  // Blocked before any thread exists, so that all of them leave these signals to sigwait.
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGINT);
  sigaddset(&stop, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stop, nullptr);
  auto home = take_home(place, wait, stop);
  if (!home) return console.failed(home.error());
  if (!*home) return Exit::ok;
  auto service = Service::start(**home);
  if (!service) return console.failed(service.error());
  console.line(Said("command.serving", {{"port", std::to_string((*service)->port())}}));
  console.answer({{"port", (*service)->port()}});
  console.flush();
  int signal_number = 0;
  sigwait(&stop, &signal_number);
  return Exit::ok;
}

}  // namespace goodturn::helper
