// Grids, graphs, terms and differences. mooR, "Structured data matching and pathfinding", "Structural value diffs".

// grid_astar
grid_astar(3, 3, 0, 0, 2, 2, {1, 1, 1, 1, 1, 1, 1, 1, 1}, {9})
  => {{1, 1}, {2, 2}}
grid_astar(3, 3, 0, 0, 2, 2, {1, 1, 1, 1, 1, 1, 1, 1, 1}, {9}, ['return -> 'cost])
  => 2
grid_astar(3, 3, 0, 0, 2, 2, {1, 1, 1, 1, 1, 1, 1, 1, 1}, {9}, ['return -> 'cost, 'directions -> 4])
  => 4
// No diagonal step past the corner of a wall
grid_astar(3, 3, 0, 0, 1, 1, {1, 1, 1, 9, 1, 1, 1, 1, 1}, {9})
  => {{1, 0}, {1, 1}}
grid_astar(3, 3, 0, 0, 1, 1, {1, 1, 1, 9, 1, 1, 1, 1, 1}, {9}, ['corner_cutting -> true])
  => {{1, 1}}
grid_astar(3, 1, 0, 0, 2, 0, {1, 9, 1}, {9})
  => {}
grid_astar(3, 1, 0, 0, 2, 0, {1, 9, 1}, {9}, ['return -> 'cost])
  => -1
grid_astar(3, 1, 0, 0, 2, 0, {1, 9, 1}, {9}, ["return" -> "detail"])
  => ['cost -> -1, 'found -> 0, 'path -> {}, 'visited -> 1]
grid_astar(2, 1, 0, 0, 1, 0, {1, 9}, {9})
  => {}
grid_astar(2, 1, 0, 0, 0, 0, {1, 1}, {9})
  => {}
// Tiles that are not given are no walls
grid_astar(3, 1, 0, 0, 2, 0, {}, {9})
  => {{1, 0}, {2, 0}}
grid_astar(3, 1, 0, 0, 3, 0, {}, {})
  !> E_INVARG
grid_astar(0, 1, 0, 0, 0, 0, {}, {})
  !> E_INVARG
grid_astar(3, 1, 0, 0, 2, 0, {}, {}, ['nosuch -> 1])
  !> E_INVARG
grid_astar(3, 1, 0, 0, 2, 0, {}, {}, ['directions -> 6])
  !> E_INVARG
grid_astar(3, 1, 0, 0, 2, 0, {}, {}, ['return -> 'nothing])
  !> E_INVARG
grid_astar(100, 100, 0, 0, 99, 99, {}, {}, ['max_nodes -> 5])
  !> E_MAXREC
grid_astar(3, 1, 0, 0, 2, 0, "x", {})
  !> E_TYPE
;;
// A maze: the way winds around the walls
tiles = {1, 9, 1, 1, 1,   1, 9, 1, 9, 1,   1, 9, 1, 9, 1,   1, 1, 1, 9, 1};
return {length(grid_astar(5, 4, 0, 0, 4, 3, tiles, {9}, ['directions -> 4])), grid_astar(5, 4, 0, 0, 4, 3, tiles, {9})[$]};
  => {13, {4, 3}}

// grid_line, grid_los
grid_line(5, 5, 0, 0, 4, 2)
  => {{0, 0}, {1, 1}, {2, 1}, {3, 2}, {4, 2}}
grid_line(5, 5, 2, 2, 2, 2)
  => {{2, 2}}
grid_line(5, 5, 3, 0, 0, 0)
  => {{3, 0}, {2, 0}, {1, 0}, {0, 0}}
grid_line(5, 5, 0, 0, 5, 0)
  !> E_INVARG
grid_los(3, 1, 0, 0, 2, 0, {1, 1, 1}, {9})
  => 1
grid_los(3, 1, 0, 0, 2, 0, {1, 9, 1}, {9})
  => 0
grid_los(3, 1, 0, 0, 2, 0, {9, 1, 1}, {9})
  => 0
grid_los(3, 1, 0, 0, 2, 0, {1, 1, 9}, {9})
  => 0
grid_los(3, 1, 0, 0, 3, 0, {}, {})
  !> E_INVARG

// grid_reachable, grid_flood
grid_reachable(3, 1, 0, 0, {1, 1, 9}, {9})
  => {{1, 0}}
grid_reachable(3, 1, 2, 0, {1, 1, 9}, {9})
  => {}
grid_flood(3, 1, 0, 0, {1, 1, 9}, {9})
  => {{0, 0}, {1, 0}}
grid_flood(3, 1, 2, 0, {1, 1, 9}, {9})
  => {}
length(grid_flood(4, 4, 0, 0, {}, {}))
  => 16
length(grid_flood(2, 2, 0, 0, {1, 9, 9, 1}, {9}, ['corner_cutting -> 1]))
  => 2
length(grid_flood(2, 2, 0, 0, {1, 9, 9, 1}, {9}))
  => 1
grid_flood(10, 10, 0, 0, {}, {}, ['max_nodes -> 5])
  !> E_MAXREC

// graph_shortest_path
graph_shortest_path({{'A, 'B}, {'B, 'C}, {'A, 'C}}, 'A, 'C)
  => {'A, 'C}
graph_shortest_path({{'edge, 1, 2}, ['from -> 2, 'to -> 3]}, 1, 3)
  => {1, 2, 3}
graph_shortest_path({{1, 2}}, 2, 1)
  => {}
graph_shortest_path({{1, 2}}, 1, 1)
  => {1}
graph_shortest_path({{1, 2}}, 1, 99)
  => {}
graph_shortest_path({{1, 2, 3}}, 1, 2)
  !> E_INVARG
graph_shortest_path({5}, 1, 2)
  !> E_INVARG
graph_shortest_path({{{1}, 2}}, 1, 2)
  !> E_TYPE
graph_shortest_path({{1, 2}, {2, 3}, {3, 4}}, 1, 4, ['max_nodes -> 2])
  !> E_MAXREC
graph_shortest_path({{1, 2}}, 1, 2, ['nosuch -> 2])
  !> E_INVARG

// graph_reachable, graph_topsort
graph_reachable({{'A, 'B}, {'A, 'C}, {'B, 'D}}, 'A)
  => {'B, 'C, 'D}
graph_reachable({{1, 2}, {2, 1}}, 1)
  => {2}
graph_reachable({{1, 2}}, 5)
  => {}
graph_topsort({{'cook, 'eat}, {'shop, 'cook}})
  => {'shop, 'cook, 'eat}
graph_topsort({})
  => {}
graph_topsort({{1, 2}, {2, 3}, {3, 1}})
  !> E_INVARG
graph_topsort({{1, 1}})
  !> E_INVARG

// term_unify
term_unify({'edge, {'var, 'From}, {'var, 'To}}, {'edge, #10, #11})
  => ['From -> #10, 'To -> #11]
term_unify({'edge, {'var, 'From}, {'var, 'From}}, {'edge, #10, #10})
  => ['From -> #10]
term_unify({'edge, {'var, 'From}, {'var, 'From}}, {'edge, #10, #11})
  => 0
term_unify({'edge, {'var, 'From}, {'var, 'To}}, {'edge, #10, #11}, ['From -> #10])
  => ['From -> #10, 'To -> #11]
term_unify({'edge, {'var, 'From}}, {'edge, #10}, ['From -> #12])
  => 0
term_unify({"grant", {'var, 'Target}, ["prop" -> {'var, 'Prop}]}, {"grant", #123, ["prop" -> "description"]})
  => ['Prop -> "description", 'Target -> #123]
term_unify({1, 2}, {1, 2})
  => []
term_unify({1, 2}, {1, 2, 3})
  => 0
term_unify(["a" -> {'var, 'X}], ["b" -> 1])
  => 0
term_unify({'var, "X"}, 1)
  !> E_INVARG
term_unify({'var}, 1)
  !> E_INVARG
term_unify({'var, 'A, 'B}, 1)
  !> E_INVARG
term_unify({{{1}}}, {{{1}}}, [], ['max_depth -> 2])
  !> E_MAXREC
term_unify(1, 1, ["X" -> 1])
  !> E_INVARG
term_unify(1, 1, [], ['nosuch -> 1])
  !> E_INVARG
term_unify({{'var, 'A}, {'var, 'B}}, {1, 2}, [], ['max_bindings -> 1])
  !> E_INVARG

// term_match
term_match({'edge, #10, {'var, 'To}}, {{'edge, #10, #11}, {'edge, #10, #12}, {'edge, #20, #21}})
  => {['To -> #11], ['To -> #12]}
term_match({{'var, 'X}}, {{1}, {1}, {2}})
  => {['X -> 1], ['X -> 2]}
term_match({{'var, 'X}}, {{1}, {1}, {2}}, [], ['dedupe -> false])
  => {['X -> 1], ['X -> 1], ['X -> 2]}
term_match({{'var, 'X}}, {{1}, {2}, {3}}, [], ['max_solutions -> 2])
  => {['X -> 1], ['X -> 2]}

// term_substitute
term_substitute({"property_write", {'var, 'Target}, "description"}, ['Target -> #123])
  => {"property_write", #123, "description"}
term_substitute({"property_write", {'var, 'Missing}}, [], ['unbound -> 'leave])
  => {"property_write", {'var, 'Missing}}
term_substitute({"property_write", {'var, 'Missing}}, [])
  !> E_INVARG
term_substitute(["a" -> {'var, 'X}], ['x -> 5])
  => ["a" -> 5]
term_substitute({'var, 'X}, ['X -> 5])
  => 5

// term_variables, term_ground, term_normalize
term_variables({'edge, {'var, 'From}, {'var, 'To}, {'var, 'FROM}})
  => {'From, 'To}
term_variables(["k" -> {{'var, 'X}}])
  => {'X}
term_ground({'edge, #10, #11})
  => 1
term_ground({'edge, #10, {'var, 'To}})
  => 0
term_normalize({'edge, {'var, 'Y}, {'var, 'X}, {'var, 'Y}}, ['X -> #10])
  => {'edge, {'var, 'V1}, #10, {'var, 'V1}}
term_normalize({{'var, 'A}, {'var, 'B}}) == term_normalize({{'var, 'C}, {'var, 'D}})
  => 1

// term_query
term_query({'edge, {'var, 'From}, {'var, 'To}}, {{'edge, #10, #11}})
  => {['From -> #10, 'To -> #11]}
term_query({'edge, {'var, 'From}, {'var, 'From}}, {{'edge, #10, #11}})
  => {}
term_query({'edge, {'var, 'From}, {'var, 'To}}, {{'edge, #10, #11}}, {}, ['From -> #10])
  => {['From -> #10, 'To -> #11]}
term_query({'edge, {'var, 'X}, {'var, 'Y}}, {{'edge, {'var, 'Any}, #2}})
  => {['Y -> #2]}
;;
rules = {{{'reachable, {'var, 'A}, {'var, 'B}}, {{'edge, {'var, 'A}, {'var, 'B}}}}, {{'reachable, {'var, 'A}, {'var, 'B}}, {{'edge, {'var, 'A}, {'var, 'C}}, {'reachable, {'var, 'C}, {'var, 'B}}}}};
return term_query({'reachable, #1, {'var, 'Where}}, {{'edge, #1, #2}, {'edge, #2, #3}, {'edge, #3, #4}}, rules);
  => {['Where -> #2], ['Where -> #3], ['Where -> #4]}
;;
// A circle of edges does not keep it going round
rules = {{{'reachable, {'var, 'A}, {'var, 'B}}, {{'edge, {'var, 'A}, {'var, 'B}}}}, {{'reachable, {'var, 'A}, {'var, 'B}}, {{'edge, {'var, 'A}, {'var, 'C}}, {'reachable, {'var, 'C}, {'var, 'B}}}}};
return term_query({'reachable, 1, {'var, 'Where}}, {{'edge, 1, 2}, {'edge, 2, 1}, {'edge, 2, 3}}, rules);
  => {['Where -> 2], ['Where -> 1], ['Where -> 3]}
term_query(1, {}, {{{'a, {'var, 'X}}, {{'b}}}})
  !> E_INVARG
term_query(1, {}, {{{'a}, {}}})
  !> E_INVARG
term_query(1, {}, {{{'a}, {{'not, {'b}}}}})
  !> E_INVARG
term_query({'p, {'var, 'X}}, {}, {{{'p, {'var, 'X}}, {{'p, {{'var, 'X}}}}}})
  !> E_MAXREC
term_query({{'var, 'X}}, {{1}, {2}, {3}}, {}, [], ['max_steps -> 2])
  !> E_MAXREC

// value_diff
value_diff({1, 2}, {1, 2})
  => ["changes" -> {}, "equal" -> true, "kind" -> "unchanged", "truncated" -> false]
value_diff(1, "one")
  => ["equal" -> false, "kind" -> "replace", "new_type" -> "str", "old_type" -> "int", "truncated" -> false]
value_diff(1, 2, ["include_values" -> true])
  => ["equal" -> false, "kind" -> "replace", "new" -> 2, "new_type" -> "int", "old" -> 1, "old_type" -> "int", "truncated" -> false]
;;
d = value_diff({"north", "south", "east"}, {"north", "south", "west"});
return {d["equal"], d["kind"], d["old_len"], d["changes"][1]["op"], d["changes"][1]["index"], d["changes"][1]["diff"]["kind"]};
  => {false, "list", 3, "change", 3, "replace"}
;;
d = value_diff({1, 3}, {1, 2, 3});
return {{c["op"], c["index"]} for c in (d["changes"])};
  => {{"add", 2}}
;;
d = value_diff({1, 2, 3}, {1, 3});
return {{c["op"], c["index"]} for c in (d["changes"])};
  => {{"remove", 2}}
;;
d = value_diff(["title" -> "Old", "count" -> 1], ["title" -> "New", "extra" -> 1]);
return {{c["op"], c["key"]} for c in (d["changes"])};
  => {{"remove", "count"}, {"add", "extra"}, {"change", "title"}}
;;
d = value_diff(<#1, .a = 1, {1}>, <#2, .a = 2, {1}>);
return {d["kind"], {c["field"] for c in (d["changes"])}};
  => {"flyweight", {"delegate", "slots"}}
value_diff({{1}}, {{2}}, ["max_depth" -> 1])["changes"][1]["diff"]["truncated"]
  => true
value_diff({1, 2, 3}, {4, 5, 6}, ["max_changes" -> 2])["truncated"]
  => true
value_diff(1, 2, ["nosuch" -> 1])
  !> E_INVARG
value_diff(1, 2, ["max_depth" -> "x"])
  !> E_TYPE
value_diff(1, 2, ["max_changes" -> 0])
  !> E_RANGE
;;
d = value_diff3({1, 2}, {1, 2}, {1, 3});
return {d["ok"], d["resolution"], d["value"]};
  => {true, "incoming", {1, 3}}
;;
d = value_diff3(1, 2, 2);
return {d["resolution"], d["value"]};
  => {"same", 2}
;;
d = value_diff3(1, 2, 1);
return {d["resolution"], d["value"]};
  => {"local", 2}
;;
d = value_diff3(1, 2, 3);
return {d["ok"], d["kind"], d["resolution"], d["local_diff"]["kind"], d["incoming_diff"]["kind"]};
  => {false, "conflict", "manual", "replace", "replace"}
