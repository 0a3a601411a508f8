#include "helper/main/service.h"

#include <unistd.h>

#include <charconv>

#include "embedded/contract.h"
#include "embedded/pages.h"
#include "helper/main/bridge_note.h"
#include "helper/main/feed_address.h"
#include "helper/main/version.h"
#include "helper/sample/sample.h"
#include "helper/sync/last_runs.h"

namespace goodturn::helper {
namespace {

constexpr std::string_view port_key = "bridge.port";
constexpr std::uint16_t usual_port = 18765;

Result<std::uint16_t> kept_port(Store& store) {
  const auto stored = store.setting(port_key);
  if (!stored) return fail(stored.error());
  std::uint16_t port = 0;
  if (*stored) std::from_chars((*stored)->data(), (*stored)->data() + (*stored)->size(), port);
  return port;
}

bridge::Operation operation_of(Endpoint endpoint, std::latch& bound) {
  return
      [endpoint = std::move(endpoint), &bound](const bridge::Request& request) -> Result<bridge::Response> {
        bound.wait();
        auto reply = endpoint(
            {request.parameters, request.body, request.raw_body, request.if_match, request.if_none_match});
        if (!reply) return fail(reply.error());
        return bridge::Response{reply->status, std::move(reply->json), std::move(reply->text),
                                std::move(reply->content_type), reply->etag};
      };
}

}  // namespace

Service::Service(Home& home) : home_(home), undo_(home.world().random) {}

Service::~Service() {
  if (sync_) sync_->cancel();
  if (bridge_) bridge_->stop();  // operations use the sync, and the sync broadcasts: both objects still live
  sync_.reset();
  if (bridge_) {
    remove_bridge_note(home_.folder());
    log_->note("stopped");
  }
}

Result<std::unique_ptr<Service>> Service::start(Home& home) {
  std::unique_ptr<Service> service(new Service(home));
  if (auto opened = service->open(); !opened) return fail(opened.error());
  return service;
}

Result<void> Service::open() {
  auto log = system::Log::open(home_.folder());
  if (!log) return fail(log.error());
  log_.emplace(std::move(*log));
  auto tokens = bridge::Tokens::open(tokens_file(home_.folder()), home_.world().random, home_.world().clock);
  if (!tokens) return fail(tokens.error());
  tokens_ = std::move(*tokens);
  feed_ = keep_feed_address(home_.secrets(), *tokens_, [this] { return port(); });
  sync_ = std::make_unique<BackgroundSync>(home_.world(),
                                           [this](const SyncState& state) { on_sync_event(state); });
  application_ = std::make_unique<Application>(
      Application{home_.world(), undo_, snapshots_, *sync_, *feed_, GOODTURN_VERSION,
                  [this] { bridge_->broadcast("changed", "{}"); }, [this] { return write_sample(); }});
  const auto kept = kept_port(home_.world().store);
  if (!kept) return fail(kept.error());
  auto bound = bind(*kept == 0 ? usual_port : *kept);
  if (!bound && *kept == 0 && bound.error().kind == ErrorKind::busy) bound = bind(0);
  if (!bound) return bound;
  if (auto stored = home_.world().store.set_setting(port_key, std::to_string(port())); !stored) return stored;
  if (auto noted = write_bridge_note(home_.folder(), {port(), ::getpid()}); !noted) return noted;
  log_->note("started, version " GOODTURN_VERSION);
  if (home_.backup_problem()) log_->error(*home_.backup_problem());
  return {};
}

Result<std::string> Service::write_sample() {
  const std::filesystem::path folder = home_.folder() / "sample";
  if (auto written = sample::write_sample(folder, home_.world().now().today); !written)
    return fail(written.error());
  return folder.string();
}

Result<void> Service::bind(std::uint16_t port) {
  auto bridge = bridge::Bridge::start({port, *tokens_, home_.world().random, home_.world().clock,
                                       std::string(embedded::contract().front().second), GOODTURN_VERSION,
                                       bridge::assets_of(embedded::pages())},
                                      routes());
  if (!bridge) return fail(bridge.error());
  bridge_ = std::move(*bridge);
  bound_.count_down();
  return {};
}

bridge::Routes Service::routes() {
  bridge::Routes routes;
  for (auto& [operation, endpoint] : endpoints(*application_))
    routes.emplace(operation, operation_of(std::move(endpoint), bound_));
  return routes;
}

void Service::on_sync_event(const SyncState& state) {
  const bool ended = !state.running && state.result;
  // Kept before it is told, so that a page that hears of it finds it.
  if (ended)
    if (auto noted = note_run(home_.world(), *state.result); !noted) log_->error(noted.error());
  bridge_->broadcast("sync", print(sync_event(state)));
  if (state.running) return;
  bridge_->broadcast("changed", "{}");
  if (state.error) log_->error(*state.error);
  if (ended) log_->note("sync: " + summary_of(*state.result));
  if (auto kept = home_.back_up(); !kept) log_->error(kept.error());
}

}  // namespace goodturn::helper
