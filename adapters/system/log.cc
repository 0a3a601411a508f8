#include "adapters/system/log.h"

#include <fcntl.h>
#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace goodturn::system {
namespace {

constexpr std::size_t file_size = 1 << 20;
constexpr std::size_t older_files = 2;

/// Makes the file for this user alone, and refuses a link that someone planted.
Result<void> make_file(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (file < 0)
    return fail(ErrorKind::storage, std::string("The log file cannot be opened: ") + std::strerror(errno),
                path);
  ::close(file);
  return {};
}

}  // namespace

class Log::Sink {
 public:
  explicit Sink(const std::filesystem::path& path)
      : logger_("goodturn", std::make_shared<spdlog::sinks::rotating_file_sink_mt>(path.string(), file_size,
                                                                                   older_files)) {
    logger_.set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    logger_.set_level(spdlog::level::info);
    logger_.flush_on(spdlog::level::info);
    // A full disk must not stop the work that is being logged, nor print contact names to a terminal.
    logger_.set_error_handler([](const std::string&) {});
  }

  void write(spdlog::level::level_enum level, std::string_view line) {
    logger_.log(level, "{}", redacted(line));
  }

 private:
  spdlog::logger logger_;
};

Log::Log(std::unique_ptr<Sink> sink) : sink_(std::move(sink)) {}
Log::Log(Log&&) noexcept = default;
Log& Log::operator=(Log&&) noexcept = default;
Log::~Log() = default;

Result<Log> Log::open(const std::filesystem::path& home) {
  const auto path = home / "goodturn.log";
  if (auto made = make_file(path); !made) return fail(made.error());
  try {
    return Log(std::make_unique<Sink>(path));
  } catch (const std::exception& problem) {
    return fail(ErrorKind::storage, std::string("The log file cannot be opened: ") + problem.what(), path);
  }
}

Result<void> empty_log(const std::filesystem::path& home) {
  std::error_code problem;
  for (std::size_t number = 1; number <= older_files && !problem; ++number)
    std::filesystem::remove(home / ("goodturn." + std::to_string(number) + ".log"), problem);
  // The open file is written at its end, wherever that is.
  const auto path = home / "goodturn.log";
  if (!problem && std::filesystem::exists(path, problem)) std::filesystem::resize_file(path, 0, problem);
  if (problem)
    return fail(ErrorKind::storage,
                Said("The log cannot be emptied: {reason}", {{"reason", problem.message()}}), path);
  return {};
}

void Log::note(std::string_view line) { sink_->write(spdlog::level::info, line); }
void Log::warning(std::string_view line) { sink_->write(spdlog::level::warn, line); }
void Log::error(const Error& error) { sink_->write(spdlog::level::err, describe(error)); }

}  // namespace goodturn::system
