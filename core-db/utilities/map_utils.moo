object MAP_UTILS [
  import_export_id -> "map_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "map utilities"
  parent: GENERIC_UTILS
  owner: HACKER
  readable: true

  override aliases = {"map_utils"};
  override description = "Verbs for working on maps.";

  method get owner: HACKER
    // :get(map, key [, default]) => the value at the key, or the default, 0 if not said
    {map, key, ?default = 0} = args;
    return maphaskey(map, key) ? map[key] | default;
  endmethod

  method keys owner: HACKER
    // :keys(map) => its keys
    return mapkeys(args[1]);
  endmethod

  method values owner: HACKER
    // :values(map) => its values, in the order of their keys
    return mapvalues(args[1]);
  endmethod

  method "to_pairs to_alist" owner: HACKER
    // :to_pairs(map) => {{key, value}, …}
    {map} = args;
    return {{key, map[key]} for key in (mapkeys(map))};
  endmethod

  method "from_pairs from_alist" owner: HACKER
    // :from_pairs({{key, value}, …}) => the map
    map = [];
    for pair in (args[1])
      map[pair[1]] = pair[2];
    endfor
    return map;
  endmethod

  method zip owner: HACKER
    // :zip(keys, values) => the map that gives each key the value at its place; E_INVARG if there are not as many
    {keys, values} = args;
    length(keys) == length(values) || return E_INVARG;
    map = [];
    for key, i in (keys)
      map[key] = values[i];
    endfor
    return map;
  endmethod

  method "merge union" owner: HACKER
    // :merge(map, map, …) => all that is in the maps; where keys are equal the last counts
    {?map = [], @rest} = args;
    for other in (rest)
      for value, key in (other)
        map[key] = value;
      endfor
    endfor
    return map;
  endmethod

  method pick owner: HACKER
    // :pick(map, keys) => the map with only these keys
    {map, keys} = args;
    out = [];
    for key in (keys)
      maphaskey(map, key) && (out[key] = map[key]);
    endfor
    return out;
  endmethod

  method omit owner: HACKER
    // :omit(map, keys) => the map without these keys
    {map, keys} = args;
    for key in (keys)
      maphaskey(map, key) && (map = mapdelete(map, key));
    endfor
    return map;
  endmethod

  method map owner: ARCHWIZARD
    // :map(map, function) => the map with function(value, key) as the value at each key
    set_task_perms(caller_perms());
    {map, f} = args;
    for key in (mapkeys(map))
      map[key] = f(map[key], key);
    endfor
    return map;
  endmethod

  method filter owner: ARCHWIZARD
    // :filter(map, function) => the map with the keys for which function(value, key) is true
    set_task_perms(caller_perms());
    {map, f} = args;
    for value, key in (map)
      f(value, key) || (map = mapdelete(map, key));
    endfor
    return map;
  endmethod

  method invert owner: HACKER
    // :invert(map) => the map from each value to its key; of equal values the last key counts
    out = [];
    for value, key in (args[1])
      out[value] = key;
    endfor
    return out;
  endmethod

  method key_of owner: HACKER
    // :key_of(map, value [, default]) => the first key that has the value, or the default, 0 if not said
    {map, wanted, ?default = 0} = args;
    for value, key in (map)
      value == wanted && return key;
    endfor
    return default;
  endmethod

  method group_by owner: ARCHWIZARD
    // :group_by(list, function) => a map from function(element) to the list of elements for which it is that
    set_task_perms(caller_perms());
    {items, f} = args;
    out = [];
    for item in (items)
      key = f(item);
      out[key] = maphaskey(out, key) ? {@out[key], item} | {item};
    endfor
    return out;
  endmethod

  method count owner: HACKER
    // :count(list) => a map from each element to how often it is in the list
    out = [];
    for item in (args[1])
      out[item] = maphaskey(out, item) ? out[item] + 1 | 1;
    endfor
    return out;
  endmethod

  method sorted_by_value owner: HACKER
    // :sorted_by_value(map [, reverse]) => {{key, value}, …} in the order of the values
    {map, ?backwards = 0} = args;
    pairs = this:to_pairs(map);
    return sort(pairs, {pair[2] for pair in (pairs)}, 0, backwards);
  endmethod

  method test_maps owner: HACKER
    map = ["a" -> 1, "b" -> 2];
    $test:equal(this:get(map, "b"), 2);
    $test:equal(this:get(map, "x"), 0);
    $test:equal(this:get(map, "x", "none"), "none");
    $test:equal(this:keys(map), {"a", "b"});
    $test:equal(this:values(map), {1, 2});
    $test:equal(this:to_pairs(map), {{"a", 1}, {"b", 2}});
    $test:equal(this:from_pairs({{"a", 1}, {"b", 2}}), map);
    $test:equal(this:zip({"a", "b"}, {1, 2}), map);
    $test:equal(this:zip({"a"}, {}), E_INVARG);
    $test:equal(this:merge(map, ["b" -> 3, "c" -> 4]), ["a" -> 1, "b" -> 3, "c" -> 4]);
    $test:equal(this:merge(), []);
    $test:equal(this:pick(map, {"a", "x"}), ["a" -> 1]);
    $test:equal(this:omit(map, {"a", "x"}), ["b" -> 2]);
    $test:equal(this:map(map, {value, key} => tostr(key, value)), ["a" -> "a1", "b" -> "b2"]);
    $test:equal(this:filter(map, {value, key} => value > 1), ["b" -> 2]);
    $test:equal(this:invert(map), [1 -> "a", 2 -> "b"]);
    $test:equal(this:key_of(map, 2), "b");
    $test:equal(this:key_of(map, 5, E_NONE), E_NONE);
    $test:equal(this:group_by({1, 2, 3}, {n} => n % 2), [0 -> {2}, 1 -> {1, 3}]);
    $test:equal(this:count({"a", "b", "a"}), ["a" -> 2, "b" -> 1]);
    $test:equal(this:sorted_by_value(["x" -> 2, "y" -> 1]), {{"y", 1}, {"x", 2}});
    $test:equal(this:sorted_by_value(["x" -> 2, "y" -> 1], 1), {{"x", 2}, {"y", 1}});
  endmethod
endobject
