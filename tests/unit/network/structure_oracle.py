"""Structure measures by networkx, to compare with. Reads graphs, writes one line per node or pair.

In:  "graph NODES", then "edge A B WEIGHT" lines, for each graph.
Out: "node GRAPH NODE constraint wconstraint size wsize clustering", "parts GRAPH NODE value…",
     "pair GRAPH A B common adamic_adar resource jaccard", "whole GRAPH components cliques".
"""
import sys

import networkx


def graphs(lines):
    graph = None
    for line in lines:
        words = line.split()
        if words[0] == "graph":
            if graph is not None:
                yield graph
            graph = networkx.Graph()
            graph.add_nodes_from(range(int(words[1])))
        else:
            graph.add_edge(int(words[1]), int(words[2]), weight=float(words[3]))
    if graph is not None:
        yield graph


def report(number, graph):
    columns = [networkx.constraint(graph), networkx.constraint(graph, weight="weight"),
               networkx.effective_size(graph), networkx.effective_size(graph, weight="weight"),
               networkx.clustering(graph)]
    for node in graph:
        print("node", number, node, *(repr(float(column[node])) for column in columns))
        parts = [networkx.local_constraint(graph, node, other, weight="weight") for other in sorted(graph[node])]
        print("parts", number, node, *(repr(float(part)) for part in parts))
    pairs = [(a, b) for a in graph for b in graph if a < b]
    rows = zip(pairs, networkx.adamic_adar_index(graph, pairs), networkx.resource_allocation_index(graph, pairs),
               networkx.jaccard_coefficient(graph, pairs))
    for (a, b), (_, _, adamic), (_, _, resource), (_, _, jaccard) in rows:
        common = len(list(networkx.common_neighbors(graph, a, b)))
        print("pair", number, a, b, common, repr(float(adamic)), repr(float(resource)), repr(float(jaccard)))
    print("whole", number, networkx.number_connected_components(graph), sum(1 for _ in networkx.find_cliques(graph)))


for index, each in enumerate(graphs(sys.stdin)):
    report(index, each)
