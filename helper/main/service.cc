#include "helper/main/service.h"

#include <unistd.h>

#include <charconv>

#include "adapters/system/home.h"
#include "embedded/contract.h"
#include "embedded/pages.h"
#include "helper/api/notes.h"
#include "helper/main/bridge_note.h"
#include "helper/main/feed_address.h"
#include "helper/main/note_files.h"
#include "helper/main/version.h"
#include "helper/notes/kept.h"
#include "helper/notes/reading.h"
#include "helper/notes/writing.h"
#include "helper/people/own_language.h"
#include "helper/sample/sample.h"
#include "helper/sync/last_runs.h"
#include "helper/words/words.h"

namespace goodturn::helper {
namespace {

constexpr std::string_view port_key = "bridge.port";
constexpr std::uint16_t usual_port = 18765;

bridge::Operation operation_of(Endpoint endpoint, std::latch& bound) {
  return
      [endpoint = std::move(endpoint), &bound](const bridge::Request& request) -> Result<bridge::Response> {
        bound.wait();
        auto reply = endpoint({request.parameters, request.body, request.raw_body, request.if_match,
                               request.if_none_match, request.accept_language});
        if (!reply) return fail(reply.error());
        return bridge::Response{reply->status, std::move(reply->json), std::move(reply->text),
                                std::move(reply->content_type), reply->etag};
      };
}

/// Paths of notes name people.
Error without_place(Error error) {
  error.where.clear();
  return error;
}

}  // namespace

Result<std::uint16_t> kept_port(Store& store) {
  const auto stored = store.setting(port_key);
  if (!stored) return fail(stored.error());
  std::uint16_t port = 0;
  if (*stored) std::from_chars((*stored)->data(), (*stored)->data() + (*stored)->size(), port);
  return port;
}

Service::Service(Home& home)
    : home_(home), undo_(home.world().random), sign_ins_(home.world()), imports_(home.world().random) {}

Service::~Service() {
  if (sync_) sync_->cancel();
  if (bridge_) bridge_->stop();  // operations use the sync, and the sync broadcasts: both objects still live
  watch_.reset();
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
  sync_ = std::make_unique<BackgroundSync>(
      home_.world(), [this](const SyncState& state) { on_sync_event(state); },
      [this](const SyncState& state) { keep_run(state); });
  application_ = std::make_unique<Application>(Application{
      home_.world(), undo_, *home_.world().snapshots, *sync_, *feed_, sign_ins_, GOODTURN_VERSION,
      [this] { on_change(); }, [this] { return write_sample(); },
      [this](Reflections reflections) { return write_export(reflections); }, [this] { return erase_files(); },
      imports_,
      [this](std::string_view event, const Json& json) { bridge_->broadcast(event, print(json)); }});
  watch_ = watch_note_files([this] { on_notes_changed(); });
  const auto kept = kept_port(home_.world().store);
  if (!kept) return fail(kept.error());
  home_.store().used_under([&writer = home_.world().writer] { return writer.is_held_here(); });
  auto bound = bind(*kept == 0 ? usual_port : *kept);
  if (!bound && *kept == 0 && bound.error().kind == ErrorKind::busy) bound = bind(0);
  if (!bound) return bound;
  if (auto stored = keep_port(); !stored) return stored;
  if (auto noted = write_bridge_note(home_.folder(), {port(), ::getpid()}); !noted) return noted;
  settle_notes();  // what an end in between left
  follow_notes();
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

Result<Exported> Service::write_export(Reflections reflections) {
  const auto user = system::user_folder();
  if (!user) return fail(user.error());
  // With a reader of its own, so that nothing else waits.
  const auto reader = Home::open(home_.folder(), Access::read, std::nullopt);
  if (!reader) return fail(reader.error());
  const std::string name = "goodturn-export-" + to_iso(home_.world().now().today);
  return helper::write_export((*reader)->world(), system::unused_name(*user / name), reflections,
                              [this](std::size_t done, std::size_t total) {
                                bridge_->broadcast("export", print({{"done", done}, {"total", total}}));
                              });
}

Result<void> Service::erase_files() {
  std::error_code problem;
  std::filesystem::remove_all(home_.folder() / "sample", problem);
  if (problem)
    return fail(ErrorKind::storage,
                Said("The sample cannot be removed: {reason}", {{"reason", problem.message()}}));
  if (auto emptied = system::empty_log(home_.folder()); !emptied) return emptied;
  for (const bridge::Client& client : tokens_->clients())
    if (client.name != native_client)
      if (auto revoked = tokens_->revoke(client.name); !revoked) return revoked;
  return keep_port();
}

Result<void> Service::keep_port() {
  const auto lock = home_.world().lock();
  return home_.world().store.set_setting(port_key, std::to_string(port()));
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
  for (auto& [operation, endpoint] : note_endpoints(*application_, note_files(), *watch_))
    routes.emplace(operation, operation_of(std::move(endpoint), bound_));
  return routes;
}

void Service::on_change() {
  settle_notes();
  follow_notes();
  bridge_->broadcast("changed", "{}");
}

void Service::on_notes_changed() {
  if (const auto read = read_notes(home_.world(), note_files()); !read)
    log_->error(without_place(read.error()));
  settle_notes();
  bridge_->broadcast("changed", "{}");
}

void Service::follow_notes() {
  const auto lock = home_.world().lock();
  const auto choice = note_choice(home_.world());
  if (choice) watch_->follow(choice->folder);
}

void Service::settle_notes() {
  const auto settled = settle_note_lines(home_.world(), note_files());
  if (!settled) return log_->error(without_place(settled.error()));
  for (const auto& [file, why] : settled->told) log_->error(without_place(why));
}

void Service::keep_run(const SyncState& ended) {
  if (ended.error) log_->error(*ended.error);
  if (!ended.result) return;
  if (auto noted = note_run(home_.world(), *ended.result); !noted) log_->error(noted.error());
  // A folder that cannot be read does not make the sync fail: what was read of it stays.
  if (ended.result->dry_run == DryRun::no)
    if (const auto read = read_notes(home_.world(), note_files()); !read)
      log_->error(without_place(read.error()));
  log_->note("sync: " + in_words(summary_of(*ended.result), Language::en));
}

void Service::on_sync_event(const SyncState& state) {
  // As it was before today's first sync, like the copy that a command makes; nobody waits for a copy at the
  // end.
  if (state.progress.phase == Progress::Phase::started)
    if (auto kept = home_.back_up(); !kept) log_->error(kept.error());
  // Only the end has sentences; pages ask for them in their own language.
  const Language language = state.running ? Language::en : own_language(home_.world()).value_or(Language::en);
  bridge_->broadcast("sync", print(sync_event(state, language)));
  if (state.running) return;
  bridge_->broadcast("changed", "{}");
}

}  // namespace goodturn::helper
