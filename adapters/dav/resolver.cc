#include "adapters/dav/resolver.h"

#include <arpa/nameser.h>
#include <resolv.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace goodturn::dav {
namespace {

using Server = std::optional<sockaddr_in>;
using Bytes = std::vector<unsigned char>;

/// The answer message to a question; empty where the resolver has none or does not answer.
Bytes ask(const Server& server, const std::string& name, ns_type type) {
  struct __res_state state {};
  if (res_ninit(&state) != 0) return {};
  state.retrans = 2;
  state.retry = 1;
  if (server) {
    state.nscount = 1;
    state.nsaddr_list[0] = *server;
  }
  Bytes answer(4096);
  const int length =
      res_nquery(&state, name.c_str(), ns_c_in, type, answer.data(), static_cast<int>(answer.size()));
  res_nclose(&state);
  // A longer answer was cut: its length is that of the whole.
  answer.resize(length > 0 ? std::min(answer.size(), static_cast<std::size_t>(length)) : 0);
  return answer;
}

/// Calls `take` with the message and each record of that type.
template <class Take>
void each_record(const Bytes& answer, ns_type type, const Take& take) {
  ns_msg message;
  if (answer.empty() || ns_initparse(answer.data(), static_cast<int>(answer.size()), &message) != 0) return;
  for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
    ns_rr record;
    if (ns_parserr(&message, ns_s_an, i, &record) == 0 && ns_rr_type(record) == type) take(message, record);
  }
}

/// The target of an SRV record, RFC 2782; "." and what cannot be read give nothing.
std::optional<ServiceRecord> target_of(const ns_msg& message, const ns_rr& record) {
  constexpr int fixed_part = 6;  // priority, weight, port
  std::array<char, NS_MAXDNAME> host{};
  const unsigned char* bytes = ns_rr_rdata(record);
  if (ns_rr_rdlen(record) <= fixed_part ||
      ns_name_uncompress(ns_msg_base(message), ns_msg_end(message), bytes + fixed_part, host.data(),
                         host.size()) < 0)
    return std::nullopt;
  const std::string name(host.data());
  if (name.empty() || name == ".") return std::nullopt;
  return ServiceRecord{name, bytes[4] * 256 + bytes[5], {}};
}

/// The "path=" of a TXT record, RFC 6764 §4.
std::string path_in(const ns_rr& record) {
  std::string_view rest(reinterpret_cast<const char*>(ns_rr_rdata(record)), ns_rr_rdlen(record));
  while (!rest.empty()) {
    const auto length = static_cast<unsigned char>(rest.front());
    const std::string_view text = rest.substr(1, length);
    if (text.starts_with("path=/")) return std::string(text.substr(5));
    rest.remove_prefix(1 + text.size());
  }
  return {};
}

}  // namespace

std::optional<ServiceRecord> Resolver::find_service(const std::string& service,
                                                    const std::string& domain) const {
  const std::string name = "_" + service + "._tcp." + domain;
  std::optional<ServiceRecord> found;
  // Priority and weight matter between many servers of one service; the first named is good for one user.
  each_record(ask(server_, name, ns_t_srv), ns_t_srv, [&](const ns_msg& message, const ns_rr& record) {
    if (!found) found = target_of(message, record);
  });
  if (!found) return std::nullopt;
  each_record(ask(server_, name, ns_t_txt), ns_t_txt, [&](const ns_msg&, const ns_rr& record) {
    if (found->path.empty()) found->path = path_in(record);
  });
  return found;
}

}  // namespace goodturn::dav
