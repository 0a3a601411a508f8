// Property: the structure measures agree with networkx on 200 random graphs.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include "core/network/acquaintance.h"
#include "core/network/cliques.h"
#include "core/network/structure.h"
#include "tests/support/skip.h"
#include "tests/support/test_folder.h"
#include "tests/unit/relations/seed.h"

using namespace goodturn;
using namespace goodturn::network;

namespace {

constexpr int graph_count = 200;
// Debian's own interpreter: another one on the path has no python3-networkx.
constexpr auto* python = "/usr/bin/python3";

struct RandomGraph {
  std::size_t nodes = 0;
  std::vector<Edge> edges;
};

RandomGraph random_graph(std::mt19937_64& random) {
  std::uniform_real_distribution<double> density(0, 1), weight(0.05, 9);
  RandomGraph graph{std::uniform_int_distribution<std::size_t>(1, 14)(random), {}};
  const double chance = density(random);
  for (std::size_t a = 0; a < graph.nodes; ++a)
    for (std::size_t b = a + 1; b < graph.nodes; ++b)
      if (density(random) < chance) graph.edges.push_back({a, b, weight(random)});
  return graph;
}

bool run(const std::string& command) { return std::system(command.c_str()) == 0; }

/// What networkx writes about the graphs.
std::string answers_to(const std::vector<RandomGraph>& graphs) {
  const tests::TestFolder folder;
  const std::string in = folder.path() / "graphs", out = folder.path() / "answers";
  std::ofstream file(in);
  file.precision(17);
  for (const RandomGraph& graph : graphs) {
    file << "graph " << graph.nodes << "\n";
    for (const Edge& edge : graph.edges)
      file << "edge " << edge.a << " " << edge.b << " " << edge.weight << "\n";
  }
  file.close();
  REQUIRE(run(std::string(python) + " tests/unit/network/structure_oracle.py < " + in + " > " + out));
  std::stringstream text;
  text << std::ifstream(out).rdbuf();
  return text.str();
}

/// networkx writes NaN where we have no value.
void require_equal(std::optional<double> ours, double theirs) {
  REQUIRE(ours.has_value() != std::isnan(theirs));
  if (ours) REQUIRE(*ours == Approx(theirs).margin(1e-6));
}

double next_number(std::istream& line) {
  std::string word;
  line >> word;
  return std::stod(word);
}

void check_node(const Graph& graph, std::istream& line) {
  std::size_t node = 0;
  line >> node;
  require_equal(constraint(graph, node, Weighting::binary), next_number(line));
  require_equal(constraint(graph, node, Weighting::weighted), next_number(line));
  require_equal(effective_size(graph, node, Weighting::binary), next_number(line));
  require_equal(effective_size(graph, node, Weighting::weighted), next_number(line));
  // With fewer than two neighbours there is no pair that could be joined; networkx calls that 0.
  const std::optional<double> clustering = local_clustering(graph, node);
  const double theirs = next_number(line);
  REQUIRE(clustering.has_value() == (graph.of(node).size() >= 2));
  if (clustering) REQUIRE(*clustering == Approx(theirs).margin(1e-6));
}

void check_parts(const Graph& graph, std::istream& line) {
  std::size_t node = 0;
  line >> node;
  for (const double part : constraint_parts(graph, node, Weighting::weighted))
    REQUIRE(part == Approx(next_number(line)).margin(1e-6));
}

void check_pair(const Graph& graph, std::istream& line) {
  std::size_t a = 0, b = 0, count = 0;
  line >> a >> b >> count;
  const CommonContacts common = common_contacts(graph, a, b);
  REQUIRE(common.count == count);
  REQUIRE(common.adamic_adar == Approx(next_number(line)).margin(1e-6));
  REQUIRE(common.resource_allocation == Approx(next_number(line)).margin(1e-6));
  REQUIRE(common.jaccard == Approx(next_number(line)).margin(1e-6));
}

void check_whole(const Graph& graph, std::istream& line) {
  std::size_t parts = 0, cliques = 0;
  line >> parts >> cliques;
  REQUIRE(components(graph).count == parts);
  REQUIRE(maximal_cliques(graph).members.size() == cliques);
}

}  // namespace

TEST_CASE("Structure measures agree with networkx on 200 random graphs") {
  if (!run(std::string(python) + " -c 'import networkx' 2>/dev/null")) {
    tests::skip("python3-networkx is not installed");
    return;
  }
  auto random = seeded();
  std::vector<RandomGraph> drawn;
  std::vector<Graph> graphs;
  for (int i = 0; i < graph_count; ++i) {
    drawn.push_back(random_graph(random));
    graphs.emplace_back(drawn.back().nodes, drawn.back().edges);
  }
  std::istringstream answers(answers_to(drawn));
  std::size_t wholes = 0;
  for (std::string text; std::getline(answers, text);) {
    std::istringstream line(text);
    std::string kind;
    std::size_t number = 0;
    line >> kind >> number;
    INFO("graph " << number << ": " << text);
    const Graph& graph = graphs.at(number);
    if (kind == "node") check_node(graph, line);
    if (kind == "parts") check_parts(graph, line);
    if (kind == "pair") check_pair(graph, line);
    if (kind != "whole") continue;
    check_whole(graph, line);
    ++wholes;
  }
  CHECK(wholes == graph_count);
}
