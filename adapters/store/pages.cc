#include "adapters/store/pages.h"

#include <algorithm>
#include <optional>

#include "adapters/store/page_sum.h"

namespace goodturn::store {
namespace {

constexpr std::size_t usual_page_size = 4096;
constexpr std::size_t log_header = 32, frame_header = 24;
constexpr char table_leaf = 0x0d;
constexpr std::uint64_t longest_payload = std::uint64_t{1} << 30;

/// Big-endian; 0 outside of the bytes.
std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  for (std::size_t i = at; i < at + size; ++i)
    number = number << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
  return number;
}

/// A number of 1 to 9 bytes; moves `at` behind it.
std::uint64_t varint(std::string_view bytes, std::size_t& at) {
  std::uint64_t number = 0;
  for (int i = 0; i < 9 && at < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    if (i == 8) return number << 8 | byte;
    number = number << 7 | (byte & 0x7fU);
    if ((byte & 0x80U) == 0) break;
  }
  return number;
}

std::size_t usual_if_wrong(std::uint64_t size) {
  if (size == 1) return 65536;
  return size >= 512 && size <= 32768 && (size & (size - 1)) == 0 ? static_cast<std::size_t>(size)
                                                                  : usual_page_size;
}

/// Sign-extends a big-endian number of `size` bytes.
std::int64_t signed_number(std::uint64_t number, std::size_t size) {
  const auto shift = static_cast<int>(64 - 8 * size);
  return static_cast<std::int64_t>(number << shift) >> shift;
}

/// The column of serial type `type` at `at`; nullopt when it does not fit into the payload.
std::optional<Cell> cell_of(std::string_view payload, std::uint64_t type, std::size_t& at) {
  constexpr std::size_t number_sizes[] = {0, 1, 2, 3, 4, 6, 8, 8};
  const std::uint64_t size = type >= 12 ? (type - 12) / 2 : type < 8 ? number_sizes[type] : 0;
  if (size > payload.size() - at) return std::nullopt;
  const std::size_t start = at;
  at += static_cast<std::size_t>(size);
  if (type >= 12) return Cell(std::string(payload.substr(start, static_cast<std::size_t>(size))));
  if (type == 8 || type == 9) return Cell(static_cast<std::int64_t>(type - 8));
  if (type == 0 || type == 7) return Cell();
  return Cell(signed_number(number_at(payload, start, static_cast<std::size_t>(size)),
                            static_cast<std::size_t>(size)));
}

std::optional<Row> row_of(std::string_view payload) {
  std::size_t at = 0;
  const std::uint64_t head = varint(payload, at);
  if (head > payload.size()) return std::nullopt;
  auto body = static_cast<std::size_t>(head);
  Row row;
  while (at < head) {
    auto cell = cell_of(payload, varint(payload, at), body);
    if (!cell) return std::nullopt;
    row.push_back(std::move(*cell));
  }
  return row;
}

}  // namespace

Pages::Pages(std::string_view file, std::string_view log)
    : file_(file),
      page_size_(usual_if_wrong(number_at(file, 16, 2))),
      usable_(page_size_ - (number_at(file, 20, 1) == 0 ? 0 : page_sum_size)) {
  take_log(log);
}

/// Frames up to the last commit of the present round, which all carry the salt of the log's header.
void Pages::take_log(std::string_view log) {
  std::map<std::uint32_t, std::string_view> open;
  const std::size_t step = frame_header + page_size_;
  for (std::size_t at = log_header; at + step <= log.size(); at += step) {
    if (log.substr(at + 8, 8) != log.substr(16, 8)) break;
    open.insert_or_assign(static_cast<std::uint32_t>(number_at(log, at, 4)),
                          log.substr(at + frame_header, page_size_));
    if (number_at(log, at + 4, 4) == 0) continue;
    for (const auto& [number, bytes] : open) newer_.insert_or_assign(number, bytes);
    open.clear();
  }
}

std::string_view Pages::page(std::uint32_t number) const {
  if (const auto found = newer_.find(number); found != newer_.end()) return found->second;
  const std::size_t start = (static_cast<std::size_t>(number) - 1) * page_size_;
  return number == 0 || start >= file_.size() ? std::string_view() : file_.substr(start, page_size_);
}

std::string Pages::payload(std::string_view page, std::size_t at, std::uint64_t size) const {
  const std::uint64_t most = usable_ - 35, least = (usable_ - 12) * 32 / 255 - 23;
  std::uint64_t here = size;
  if (size > most) {
    here = least + (size - least) % (usable_ - 4);
    if (here > most) here = least;
  }
  if (at + here > page.size()) return {};
  std::string bytes(page.substr(at, static_cast<std::size_t>(here)));
  auto next = static_cast<std::uint32_t>(number_at(page, at + static_cast<std::size_t>(here), 4));
  while (bytes.size() < size) {
    const std::string_view more = this->page(next);
    if (more.size() < usable_) return {};
    bytes +=
        more.substr(4, static_cast<std::size_t>(std::min<std::uint64_t>(size - bytes.size(), usable_ - 4)));
    next = static_cast<std::uint32_t>(number_at(more, 0, 4));
  }
  return bytes;
}

void Pages::each_row(const std::function<void(const Row&)>& visit) const {
  const std::size_t in_file = (file_.size() + page_size_ - 1) / page_size_;
  const std::size_t last = std::max(in_file, newer_.empty() ? 0 : std::size_t{newer_.rbegin()->first});
  for (std::size_t number = 1; number <= last; ++number) {
    const std::string_view leaf = page(static_cast<std::uint32_t>(number));
    if (number == 1 || leaf.empty() || leaf[0] != table_leaf) continue;  // page 1 holds the schema only
    const std::uint64_t cells = number_at(leaf, 3, 2);
    for (std::size_t i = 0; i < cells && 8 + 2 * i + 2 <= leaf.size(); ++i) {
      auto at = static_cast<std::size_t>(number_at(leaf, 8 + 2 * i, 2));
      const std::uint64_t size = varint(leaf, at);
      varint(leaf, at);  // the row's number
      if (at >= leaf.size() || size > longest_payload) continue;
      if (const auto row = row_of(payload(leaf, at, size)); row && !row->empty()) visit(*row);
    }
  }
}

}  // namespace goodturn::store
