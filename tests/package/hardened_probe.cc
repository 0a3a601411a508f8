// A program that has something to guard: hardening_test.py compiles it with flags and without.
#include <cstdio>
#include <cstring>

int main(int count, char** words) {
  char place[64];
  for (int at = 1; at < count; ++at) std::strcpy(place, words[at]);
  return count > 1 ? std::puts(place) : 0;
}
