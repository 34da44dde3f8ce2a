object LOCK_UTILS [
  import_export_id -> "lock_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "lock utilities"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"lock_utils"};
  override description = "Keys: who may pass, and how people write it down.";

  method help_msg owner: ARCHWIZARD
    // A key says who may use, take or pass something. It is written with objects and these signs:
    //   brass key         whoever is that object or carries it
    //   a && b, a || b    both, one of both
    //   ! a               whoever does not pass a
    //   ? a               whoever passes the key of a
    //   ( … )             to group
    // In a program a key is 0 (everybody), an object, or {"&&", a, b}, {"||", a, b}, {"!", a}, {"?", a}.
  endmethod

  method eval_key owner: ARCHWIZARD
    // :eval_key(key, who) => whether somebody passes
    {key, who} = args;
    if (typeof(key) == OBJ)
      return who == key || (valid(key) && $object_utils:contains(who, key));
    elseif (typeof(key) != LIST || !key)
      return true;
    endif
    if (key[1] == "&&")
      return this:eval_key(key[2], who) && this:eval_key(key[3], who);
    elseif (key[1] == "||")
      return this:eval_key(key[2], who) || this:eval_key(key[3], who);
    elseif (key[1] == "!")
      return !this:eval_key(key[2], who);
    elseif (key[1] == "?")
      return valid(key[2]) && key[2]:is_unlocked_for(who) && true || false;
    endif
    return false;
  endmethod

  method parse_keyexp owner: ARCHWIZARD
    // :parse_keyexp(string, who) => the key that the string describes to somebody, or a string that says what is wrong
    {string, who} = args;
    tokens = this:_tokens(string);
    tokens || return "There is no key there.";
    result = this:_parse_or(tokens, who);
    typeof(result) == STR && return result;
    {key, rest} = result;
    return rest ? tostr("I don't understand \"", rest[1], "\" there.") | key;
  endmethod

  method _tokens owner: ARCHWIZARD
    // :_tokens(string) => the words and signs in it
    {string} = args;
    found = {};
    word = "";
    at = 1;
    while (at <= length(string))
      c = string[at];
      two = string[at..min(at + 1, $)];
      sign = two in {"&&", "||"} ? two | c in {"(", ")", "!", "?"} ? c | "";
      if (sign)
        $string_utils:trim(word) && (found = {@found, $string_utils:trim(word)});
        word = "";
        found = {@found, sign};
        at = at + length(sign);
      else
        word = word + c;
        at = at + 1;
      endif
    endwhile
    return $string_utils:trim(word) ? {@found, $string_utils:trim(word)} | found;
  endmethod

  method _parse_or owner: ARCHWIZARD
    // :_parse_or(tokens, who) => {key, tokens left}, or what is wrong; && and || bind alike, from left to right
    {tokens, who} = args;
    left = this:_parse_one(tokens, who);
    typeof(left) == STR && return left;
    {key, tokens} = left;
    while (tokens && tokens[1] in {"&&", "||"})
      right = this:_parse_one(tokens[2..$], who);
      typeof(right) == STR && return right;
      key = {tokens[1], key, right[1]};
      tokens = right[2];
    endwhile
    return {key, tokens};
  endmethod

  method _parse_one owner: ARCHWIZARD
    // :_parse_one(tokens, who) => {key, tokens left} for an object, a negation or a group, or what is wrong
    {tokens, who} = args;
    tokens || return "Something is missing at the end.";
    {first, @rest} = tokens;
    if (first == "(")
      result = this:_parse_or(rest, who);
      typeof(result) == STR && return result;
      result[2] && result[2][1] == ")" || return "A closing parenthesis is missing.";
      return {result[1], listdelete(result[2], 1)};
    elseif (first in {"!", "?"})
      result = this:_parse_one(rest, who);
      typeof(result) == STR && return result;
      first == "?" && typeof(result[1]) != OBJ && return "Only an object can stand after a question mark.";
      return {{first, result[1]}, result[2]};
    elseif (first in {"&&", "||", ")"})
      return tostr("I don't expect \"", first, "\" there.");
    endif
    what = $match_utils:find(first, who)[1];
    valid(what) || (what = $string_utils:match_player(first));
    valid(what) || return tostr("I don't know what \"", first, "\" is.");
    return {what, rest};
  endmethod

  method unparse_key owner: ARCHWIZARD
    // :unparse_key(key) => the key as people read it: "#12[brass key] || #34[Ann]"
    {key} = args;
    typeof(key) == OBJ && return valid(key) ? tostr(key, "[", key.name, "]") | tostr(key);
    typeof(key) == LIST && key || return "everybody";
    key[1] in {"!", "?"} && return key[1] + this:_group(key[2]);
    return tostr(this:_group(key[2], key[1]), " ", key[1], " ", this:_group(key[3], key[1]));
  endmethod

  method words owner: ARCHWIZARD
    // :words(key) => whom the key lets pass, in words: "Ann or the brass key", "everybody but Bob"
    {key} = args;
    typeof(key) == OBJ && return valid(key) ? is_player(key) ? key.name | tostr("whoever has ", key:the()) | "nobody";
    typeof(key) == LIST && key || return "everybody";
    key[1] == "!" && return "everybody but " + this:words(key[2]);
    key[1] == "?" && return valid(key[2]) ? tostr("whoever passes the lock of ", key[2]:the()) | "nobody";
    return tostr(this:words(key[2]), key[1] == "&&" ? " and " | " or ", this:words(key[3]));
  endmethod

  method _group owner: ARCHWIZARD
    // :_group(key [, sign]) => the key as text, in parentheses where it needs them
    {key, ?sign = ""} = args;
    text = this:unparse_key(key);
    return typeof(key) == LIST && key && key[1] in {"&&", "||"} && key[1] != sign ? "(" + text + ")" | text;
  endmethod

  method test_keys owner: ARCHWIZARD
    $test:equal(this:_tokens("a key && !(b||c)"), {"a key", "&&", "!", "(", "b", "||", "c", ")"});
    $test:equal(this:parse_keyexp("#1", player), #1);
    $test:equal(this:parse_keyexp("#1 && (#3 || !#5)", player), {"&&", #1, {"||", #3, {"!", #5}}});
    $test:equal(this:parse_keyexp("?#1", player), {"?", #1});
    $test:equal(typeof(this:parse_keyexp("(#1", player)), STR);
    $test:equal(typeof(this:parse_keyexp("#1 &&", player)), STR);
    $test:equal(typeof(this:parse_keyexp("no such thing anywhere", player)), STR);
    $test:true(this:eval_key(0, #1));
    $test:true(this:eval_key(#1, #1));
    $test:false(this:eval_key(#1, #3));
    $test:true(this:eval_key({"||", #1, #3}, #3));
    $test:false(this:eval_key({"&&", #1, #3}, #3));
    $test:true(this:eval_key({"!", #1}, #3));
    $test:equal(this:unparse_key({"||", #1, {"!", #3}}), tostr("#1[", #1.name, "] || !#3[", #3.name, "]"));
    $test:equal(this:words({"||", #2, {"!", #2}}), tostr(#2.name, " or everybody but ", #2.name));
    $test:equal(this:words($lock_utils), "whoever has the lock utilities");
    $test:equal(this:unparse_key({"&&", #1, {"||", #1, #1}}), tostr("#1[", #1.name, "] && (#1[", #1.name, "] || #1[", #1.name, "])"));
  endmethod
endobject
