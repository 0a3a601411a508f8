// bench_dav URL USER PASSWORD-FILE: first listing and no-op listing of every collection of an account.
// Prints wall and CPU seconds, requests, bytes and peak memory; run it beside curl doing the same REPORT.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <unordered_set>

#include "adapters/dav/dav_source.h"

namespace {

using namespace goodturn;

struct Moment {
  std::chrono::steady_clock::time_point wall = std::chrono::steady_clock::now();
  double cpu = 0;
  http::Traffic traffic;
};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Moment now(const dav::DavSource& source) {
  rusage use{};
  getrusage(RUSAGE_SELF, &use);
  Moment moment;
  moment.cpu = seconds(use.ru_utime) + seconds(use.ru_stime);
  moment.traffic = source.traffic();
  return moment;
}

void report(const char* what, const sync::Collection& where, const Moment& from, const Moment& to,
            std::size_t items, std::size_t text_bytes) {
  rusage use{};
  getrusage(RUSAGE_SELF, &use);
  std::printf(
      "%-8s %-28s %6zu items %9zu text bytes %7.3f s wall %7.3f s cpu %3d requests %9lld bytes down %ld MB "
      "peak\n",
      what, where.name.c_str(), items, text_bytes, std::chrono::duration<double>(to.wall - from.wall).count(),
      to.cpu - from.cpu, to.traffic.requests - from.traffic.requests,
      static_cast<long long>(to.traffic.bytes_down - from.traffic.bytes_down), use.ru_maxrss / 1024);
}

int fail_with(const Error& error) {
  std::fprintf(stderr, "%s\n", describe(error).c_str());
  return 1;
}

int measure(dav::DavSource& source, const sync::Collection& where) {
  const auto collection = source.open(where);
  if (!collection) return fail_with(collection.error());
  SyncToken token;
  for (const char* what : {"first", "no-op"}) {
    std::size_t items = 0;
    std::size_t bytes = 0;
    std::unordered_set<Href> given;
    const sync::OnItem count = [&](sync::RemoteItem item) -> Result<void> {
      ++items;
      bytes += item.text.size();
      given.insert(item.href);
      return {};
    };
    const Moment from = now(source);
    const auto listing = (*collection)->changes(token, count);
    if (!listing) return fail_with(listing.error());
    std::vector<Href> named;
    for (const auto& member : listing->members)
      if (!given.contains(member.href)) named.push_back(member.href);
    if (const auto fetched = (*collection)->fetch(named, count); !fetched) return fail_with(fetched.error());
    report(what, where, from, now(source), items, bytes);
    token = listing->token;
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) {
    std::fprintf(stderr, "usage: bench_dav URL USER PASSWORD-FILE\n");
    return 64;
  }
  std::ifstream file(words[3]);
  std::string password;
  std::getline(file, password);
  dav::DavSource source({}, words[1], words[2], password, {});
  const auto found = source.discover();
  if (!found) return fail_with(found.error());
  for (const auto& collection : found->collections)
    if (const int code = measure(source, collection); code != 0) return code;
  return 0;
}
