// People side by side, each of them shared, so that a list of thousands is copied at the cost of pointers.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "core/suggest/contact.h"

namespace goodturn::suggest {

/// A list of contacts that nobody changes in place; copies share them.
class Contacts {
 public:
  using Shared = std::shared_ptr<const Contact>;

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Contact;
    using difference_type = std::ptrdiff_t;
    using pointer = const Contact*;
    using reference = const Contact&;
    explicit Iterator(std::vector<Shared>::const_iterator at) : at_(at) {}
    reference operator*() const { return **at_; }
    pointer operator->() const { return at_->get(); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) { return Iterator(at_++); }
    bool operator==(const Iterator&) const = default;

   private:
    std::vector<Shared>::const_iterator at_;
  };

  Contacts() = default;
  /// None of them empty.
  explicit Contacts(std::vector<Shared> shared) : shared_(std::move(shared)) {}
  /// A list of values is a list of contacts.
  Contacts(std::vector<Contact> contacts) {
    shared_.reserve(contacts.size());
    for (Contact& contact : contacts) put(shared_.size(), std::make_shared<Contact>(std::move(contact)));
  }
  Contacts(std::initializer_list<Contact> contacts) : Contacts(std::vector<Contact>(contacts)) {}

  /// Replaces the contact at a place, or adds it behind the last one.
  void put(std::size_t place, Shared contact) {
    if (place == shared_.size())
      shared_.push_back(std::move(contact));
    else
      shared_[place] = std::move(contact);
  }

  [[nodiscard]] std::size_t size() const noexcept { return shared_.size(); }
  [[nodiscard]] bool empty() const noexcept { return shared_.empty(); }
  [[nodiscard]] const Contact& operator[](std::size_t place) const { return *shared_[place]; }
  [[nodiscard]] Iterator begin() const { return Iterator(shared_.begin()); }
  [[nodiscard]] Iterator end() const { return Iterator(shared_.end()); }

 private:
  std::vector<Shared> shared_;
};

}  // namespace goodturn::suggest
