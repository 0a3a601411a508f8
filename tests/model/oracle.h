// Who wrote what, who saw it, and what may therefore be gone at the end.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace goodturn::model {

/// Follows every value from its writer to whoever replaced it.
class Oracle {
 public:
  /// A value that nobody has written yet. `local`: a machine of ours writes it.
  int fresh(bool local) {
    values_.push_back({local, false, false, {}});
    return static_cast<int>(values_.size()) - 1;
  }

  /// Somebody who saw `before` wrote `after` in its place.
  void replaced(const std::string& before, const std::string& after);
  /// Somebody who had only seen `seen` wrote `after` over `present`.
  void overwritten(const std::string& seen, const std::string& present, const std::string& after);
  /// Somebody who saw all of it deleted it.
  void deleted(const std::string& text) { replaced(text, ""); }
  /// The server itself does not keep these values of `sent`, which another program sent.
  void dropped(const std::string& sent, const std::string& kept) { replaced(sent, kept); }
  /// Somebody took a value away without writing one, or a write's outcome was unknown: this UID may return.
  void may_return(const std::string& uid) { may_return_.insert(uid); }

  /// Values that must be in `kept`, or for those that were written over blindly in `logged`, and are not.
  [[nodiscard]] std::vector<int> lost(const std::set<int>& kept, const std::set<int>& logged) const;
  /// Whether an item that is there at the end should not be.
  [[nodiscard]] bool came_back(const std::string& text) const;

 private:
  struct Value {
    bool local = false;
    bool replaced = false;
    bool overwritten = false;
    std::string uid;
  };
  void note_uids(const std::string& text);

  std::vector<Value> values_{{}};  ///< value 0 is never written
  std::set<std::string> may_return_;
};

}  // namespace goodturn::model
