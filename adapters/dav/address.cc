#include "adapters/dav/address.h"

#include <arpa/nameser.h>
#include <netinet/in.h>
#include <resolv.h>

#include <array>

namespace goodturn::dav {
namespace {

/// The answer records of one type; empty where the resolver has none or does not answer.
std::vector<std::vector<unsigned char>> query(const std::string& name, ns_type type,
                                              std::vector<std::string>* srv_hosts) {
  std::array<unsigned char, 4096> answer{};
  struct __res_state state {};
  if (res_ninit(&state) != 0) return {};
  state.retrans = 2;
  state.retry = 1;
  const int length = res_nquery(&state, name.c_str(), ns_c_in, type, answer.data(), answer.size());
  res_nclose(&state);
  ns_msg message;
  if (length <= 0 || ns_initparse(answer.data(), length, &message) != 0) return {};
  std::vector<std::vector<unsigned char>> records;
  for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
    ns_rr record;
    if (ns_parserr(&message, ns_s_an, i, &record) != 0 || ns_rr_type(record) != type) continue;
    const unsigned char* bytes = ns_rr_rdata(record);
    records.emplace_back(bytes, bytes + ns_rr_rdlen(record));
    if (srv_hosts == nullptr) continue;
    std::array<char, NS_MAXDNAME> host{};
    if (ns_rr_rdlen(record) < 7 || ns_name_uncompress(ns_msg_base(message), ns_msg_end(message), bytes + 6,
                                                      host.data(), host.size()) < 0)
      host[0] = 0;
    srv_hosts->emplace_back(host.data());
  }
  return records;
}

/// The "path=" of a TXT record, RFC 6764 §4.
std::string path_in(const std::vector<unsigned char>& record) {
  for (std::size_t at = 0; at < record.size();) {
    const std::size_t length = record[at++];
    if (at + length > record.size()) break;
    const std::string_view text(reinterpret_cast<const char*>(record.data()) + at, length);
    if (text.starts_with("path=/")) return std::string(text.substr(5));
    at += length;
  }
  return {};
}

}  // namespace

std::optional<ServiceRecord> find_service(const std::string& service, const std::string& domain) {
  std::vector<std::string> hosts;
  const std::string name = "_" + service + "._tcp." + domain;
  const auto records = query(name, ns_t_srv, &hosts);
  // Priority and weight matter between many servers of one service; the first named is good for one user.
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (hosts[i].empty() || hosts[i] == ".") continue;  // "." says: not offered
    ServiceRecord found{hosts[i], records[i][4] * 256 + records[i][5], {}};
    for (const auto& text : query(name, ns_t_txt, nullptr))
      if (found.path.empty()) found.path = path_in(text);
    return found;
  }
  return std::nullopt;
}

std::optional<Address> read_address(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return std::nullopt;
  text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  if (text.find("://") != std::string_view::npos) {
    const auto url = http::parse_url(text);
    if (!url) return std::nullopt;
    return Address{*url, url->path == "/" && !url->is_loopback() ? url->host : ""};
  }
  const auto at = text.rfind('@');
  const std::string_view host = at == std::string_view::npos ? text : text.substr(at + 1);
  auto url = http::parse_url("https://" + std::string(host));
  if (!url) return std::nullopt;
  if (url->is_loopback()) url = http::parse_url("http://" + std::string(host));
  return Address{*url, url->path == "/" && !url->is_loopback() ? url->host : ""};
}

bool is_within(std::string_view host, std::string_view domain) {
  if (host == domain) return true;
  return host.size() > domain.size() && host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.';
}

}  // namespace goodturn::dav
