#include "helper/main/serve.h"

#include <signal.h>

#include "helper/main/service.h"

namespace goodturn::helper {

Exit serve(Console& console, const Place& place) {
  // Blocked before any thread exists, so that all of them leave these signals to sigwait.
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGINT);
  sigaddset(&stop, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stop, nullptr);
  auto home = Home::open(place.home, Access::write, place.now);
  if (!home) return console.failed(home.error());
  auto service = Service::start(**home);
  if (!service) return console.failed(service.error());
  console.line("Goodturn serves on 127.0.0.1:" + std::to_string((*service)->port()) +
               ". `goodturn open` opens the pages; Ctrl+C ends it.");
  console.answer({{"port", (*service)->port()}});
  console.flush();
  int signal_number = 0;
  sigwait(&stop, &signal_number);
  return Exit::ok;
}

}  // namespace goodturn::helper
