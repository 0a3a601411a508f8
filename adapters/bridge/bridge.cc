#include "adapters/bridge/bridge.h"

#include <mutex>
#include <optional>
#include <utility>

#include "adapters/bridge/contract.h"
#include "adapters/bridge/dispatcher.h"
#include "adapters/bridge/gate.h"
#include "adapters/bridge/loop.h"
#include "adapters/bridge/own_operations.h"
#include "adapters/bridge/peer.h"
#include "adapters/bridge/reply.h"
#include "adapters/bridge/workers.h"

namespace goodturn::bridge {

class Bridge::Parts final : public Desk {
 public:
  Parts(const Config& config, Contract contract)
      : tokens_(config.tokens), codes_(config.random, config.clock), contract_(std::move(contract)) {}
  ~Parts() override { stop(); }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  Result<void> start(Config config, Routes routes);
  void stop();

  tl::expected<Admitted, std::string> admit(std::string_view raw_head, std::uint16_t peer_port) override;
  void take(Ticket ticket, Admitted request) override;

  [[nodiscard]] std::uint16_t port() const noexcept { return rules_.port; }
  void broadcast(std::string_view event, std::string_view json) {
    loop_->broadcast(render_event(event, json));
  }
  [[nodiscard]] std::string page_link() { return link_with(codes_.make(), port()); }

 private:
  [[nodiscard]] std::optional<Refusal> judge(Visit& visit, std::uint16_t peer_port);
  void learn_origin(const Visit& visit);

  Tokens& tokens_;
  PageCodes codes_;
  Contract contract_;
  GateRules rules_;
  Failures failures_;
  Peers peers_;
  std::optional<Dispatcher> dispatcher_;
  std::optional<Loop> loop_;
  std::optional<Workers> workers_;
  std::once_flag stopped_;
};

Result<void> Bridge::Parts::start(Config config, Routes routes) {
  auto listener = listen_on_loopback(config.port);
  if (!listener) return fail(listener.error());
  rules_.port = listener->port;
  rules_.access = [this](std::string_view path) {
    return page_path(path) ? Access::open : contract_.access(path);
  };
  rules_.identify = [this](std::string_view token) { return tokens_.identify(token); };

  for (auto& [id, handler] : own_operations({tokens_, codes_, config.random, listener->port,
                                             std::move(config.version), std::move(config.openapi)}))
    if (!routes.emplace(id, std::move(handler)).second)
      return fail(ErrorKind::invalid, "The operation " + id + " is the bridge's own.");
  auto dispatcher = Dispatcher::create(contract_, std::move(routes), std::move(config.assets));
  if (!dispatcher) return fail(dispatcher.error());
  dispatcher_ = std::move(*dispatcher);

  loop_.emplace(std::move(*listener), config.limits, *this);
  workers_.emplace(
      config.limits.workers, config.limits.waiting,
      [this](const Admitted& request) { return dispatcher_->answer(request); },
      [this](Ticket ticket, std::string bytes) { loop_->answer(ticket, std::move(bytes)); });
  return loop_->start();
}

void Bridge::Parts::stop() {
  std::call_once(stopped_, [this] {
    if (workers_) workers_->stop();
    if (loop_) loop_->stop();
  });
}

tl::expected<Admitted, std::string> Bridge::Parts::admit(std::string_view raw_head, std::uint16_t peer_port) {
  const auto head = parse_head(raw_head);
  if (!head)
    return tl::unexpected(
        render(problem(Refusal{400, ErrorKind::invalid, "The request head is malformed.", false})));
  const auto now = std::chrono::steady_clock::now();
  rules_.blocked = failures_.blocked(now);
  Visit visit = arrive(*head, rules_);
  if (const auto refusal = judge(visit, peer_port)) {
    if (refusal->wrong_token) failures_.record(now);
    return tl::unexpected(render(problem(*refusal), head->method == "HEAD"));
  }
  learn_origin(visit);
  return Admitted{*head, visit.access, visit.client ? visit.client->name : "", visit.length, {}};
}

std::optional<Refusal> Bridge::Parts::judge(Visit& visit, std::uint16_t peer_port) {
  if (!peers_.is_me(peer_port, rules_.port))
    return Refusal{403, ErrorKind::forbidden, "This program belongs to another user.", false};
  return first_refusal(head_checks(), visit);
}

void Bridge::Parts::learn_origin(const Visit& visit) {
  const std::string_view origin = visit.head.value("origin");
  if (visit.client && visit.client->origin.empty() && extension_origin(origin))
    (void)tokens_.learn_origin(visit.client->name, origin);
}

void Bridge::Parts::take(Ticket ticket, Admitted request) {
  Visit visit{request.head, rules_, request.access, {}, std::nullopt, request.length, request.body};
  if (const auto refusal = first_refusal(body_checks(), visit))
    return loop_->answer(ticket, render(problem(*refusal)));
  const auto route = contract_.route(request.head.method, request.head.path);
  if (route && route->rule->id == "streamEvents") return loop_->open_stream(ticket);
  if (!workers_->take(ticket, std::move(request)))
    loop_->answer(
        ticket,
        render(problem(Error{
            ErrorKind::too_many, "Too much to do at once; try again.", {}, 0, std::chrono::seconds(1)})));
}

Bridge::Bridge(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Bridge::~Bridge() { stop(); }

Result<std::unique_ptr<Bridge>> Bridge::start(Config config, Routes routes) {
  auto contract = Contract::read(config.openapi);
  if (!contract) return fail(contract.error());
  auto parts = std::make_unique<Parts>(config, std::move(*contract));
  if (auto started = parts->start(std::move(config), std::move(routes)); !started)
    return fail(started.error());
  return std::unique_ptr<Bridge>(new Bridge(std::move(parts)));
}

void Bridge::stop() { parts_->stop(); }
std::uint16_t Bridge::port() const noexcept { return parts_->port(); }
void Bridge::broadcast(std::string_view event, std::string_view json) { parts_->broadcast(event, json); }
std::string Bridge::page_link() { return parts_->page_link(); }

}  // namespace goodturn::bridge
