#include "tests/support/server_process.h"

#include <arpa/inet.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <vector>

namespace goodturn::tests {
namespace {

constexpr int exit_skipped = 77;

/// Runs a server script and returns its exit code.
int run_script(const std::string& name, std::vector<std::string> arguments) {
  std::string script = "tests/support/servers/" + name + ".sh";
  std::vector<char*> argv{script.data()};
  for (auto& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  pid_t pid = 0;
  if (posix_spawn(&pid, script.c_str(), nullptr, nullptr, argv.data(), environ) != 0)
    throw std::runtime_error("cannot run " + script + "; tests run from the source folder");
  int status = 0;
  while (waitpid(pid, &status, 0) < 0)
    if (errno != EINTR) throw std::runtime_error("lost " + script);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

}  // namespace

int free_port() {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  const bool bound = bind(listener, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                     getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  close(listener);
  if (!bound) throw std::runtime_error("no free port");
  return ntohs(address.sin_port);
}

TemporaryFolder::TemporaryFolder()
    : path_((std::filesystem::temp_directory_path() / "goodturn-XXXXXX").string()) {
  if (mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no temporary folder");
  chmod(path_.c_str(), 0755);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::unique_ptr<ServerProcess> ServerProcess::start(const std::string& name) {
  std::unique_ptr<ServerProcess> server(new ServerProcess(name, free_port()));
  const int code = run_script(name, {"start", server->folder(), std::to_string(server->port())});
  if (code == exit_skipped) {
    std::cerr << "skipped: " << name << " cannot run here\n";
    return nullptr;
  }
  if (code != 0) throw std::runtime_error(name + " did not start");
  return server;
}

ServerProcess::~ServerProcess() {
  try {
    run_script(name_, {"stop", folder_.path()});
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
}

std::string ServerProcess::url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/"; }

}  // namespace goodturn::tests
