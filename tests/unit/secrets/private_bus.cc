#include "tests/unit/secrets/private_bus.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

namespace goodturn::tests {
namespace {

std::string bus_settings(const std::filesystem::path& folder) {
  const auto file = folder / "bus.conf";
  std::ofstream(file)
      << "<busconfig><type>session</type><listen>unix:path=" << (folder / "bus").string()
      << "</listen><policy context=\"default\"><allow send_destination=\"*\"/><allow own=\"*\"/>"
         "<allow receive_sender=\"*\"/></policy></busconfig>\n";
  return file.string();
}

}  // namespace

Started::Started(const std::vector<std::string>& command, const std::string& input) {
  int in[2];
  int out[2];
  if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  std::vector<char*> arguments;
  for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_ = ::fork();
  if (pid_ == 0) {
    ::dup2(in[0], 0);
    ::dup2(out[1], 1);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }
  ::close(in[0]);
  ::close(out[1]);
  output_ = out[0];
  if (::write(in[1], input.data(), input.size()) < 0) throw std::runtime_error("the program takes no input");
  ::close(in[1]);
}

Started::~Started() {
  ::kill(pid_, SIGTERM);
  ::waitpid(pid_, nullptr, 0);
  ::close(output_);
}

std::string Started::next_line() const {
  std::string line;
  pollfd wait{output_, POLLIN, 0};
  char c = 0;
  while (::poll(&wait, 1, 10000) == 1 && ::read(output_, &c, 1) == 1 && c != '\n') line += c;
  return line;
}

PrivateBus::PrivateBus(const std::filesystem::path& folder)
    : daemon_({"dbus-daemon", "--nofork", "--nosyslog", "--config-file=" + bus_settings(folder),
               "--print-address=1"},
              "") {
  const std::string address = daemon_.next_line();
  if (address.empty()) throw std::runtime_error("dbus-daemon did not start");
  ::setenv("DBUS_SESSION_BUS_ADDRESS", address.c_str(), 1);
  ::setenv("HOME", folder.c_str(), 1);
  ::setenv("XDG_DATA_HOME", (folder / "data").c_str(), 1);
  ::setenv("XDG_RUNTIME_DIR", folder.c_str(), 1);
  ::unsetenv("DISPLAY");
  ::unsetenv("GOODTURN_SECRETS");
}

bool is_installed(const std::string& program) { return std::filesystem::exists("/usr/bin/" + program); }

}  // namespace goodturn::tests
