#include "adapters/feed/source.h"

#include "adapters/feed/collection.h"
#include "adapters/system/file.h"

namespace goodturn::feed {
namespace {

constexpr std::size_t feed_limit = 64U << 20;

/// The last part of a path or address, without query and .ics: a name where the calendar has none.
std::string name_from(const std::string& url) {
  std::string path = url.substr(0, url.find_first_of("?#"));
  while (path.ends_with('/')) path.pop_back();
  path.erase(0, path.rfind('/') + 1);
  if (path.ends_with(".ics")) path.resize(path.size() - 4);
  return path.empty() ? "Calendar" : path;
}

class FeedSource final : public Source {
 public:
  FeedSource(std::string url, Read read) : url_(std::move(url)), read_(std::move(read)) {}

  Result<sync::Discovered> discover() override {
    const auto version = read_({});
    if (!version) return fail(version.error());
    const auto calendar = split(version->text);
    if (!calendar) return fail(ErrorKind::parse, said_of(calendar.error()), url_.substr(0, url_.find('?')));
    sync::Collection collection;
    collection.url = url_;
    collection.name = calendar->name.empty() ? name_from(url_) : calendar->name;
    collection.color = calendar->color;
    const bool empty = calendar->pieces.empty();
    collection.holds = {false, calendar->events || empty, calendar->tasks || empty,
                        calendar->journals || empty};
    collection.read_only = true;
    sync::Discovered found;
    found.context_url = url_;
    found.collections.push_back(std::move(collection));
    return found;
  }

  Result<std::unique_ptr<RemoteCollection>> open(const sync::Collection&) override {
    return std::unique_ptr<RemoteCollection>(
        std::make_unique<FeedCollection>(url_.substr(0, url_.find('?')), read_));
  }

  Result<sync::Collection> create_collection(std::string_view, const sync::Components&) override {
    return fail(ErrorKind::forbidden,
                "A calendar feed can only be read. Choose an account with a server or a folder of your own.",
                url_.substr(0, url_.find('?')));
  }

 private:
  std::string url_;
  Read read_;
};

}  // namespace

std::unique_ptr<Source> open_feed(std::string url, Read read) {
  return std::make_unique<FeedSource>(std::move(url), std::move(read));
}

std::unique_ptr<Source> open_file(std::filesystem::path file) {
  const std::string url = file.string();
  return open_feed(url, [file = std::move(file)](const std::string&) -> Result<Version> {
    // The user named this path: a link in it is their own.
    std::error_code error;
    const auto real = std::filesystem::canonical(file, error);
    if (error) return fail(ErrorKind::not_found, "There is no such file; check the path.", file);
    auto text = system::read_file(real, feed_limit);
    if (!text) return fail(text.error());
    return Version{std::move(*text), {}};
  });
}

}  // namespace goodturn::feed
