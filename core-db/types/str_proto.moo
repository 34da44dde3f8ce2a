object STR_PROTO [
  import_export_id -> "str_proto",
  import_export_hierarchy -> {"types"}
]
  name: "string prototype"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"str_proto"};
  override description = "What strings can be asked: `\"abc\":reverse()' calls this object's verb reverse with the string as `this'.";

  method "tostr tostring" owner: ARCHWIZARD
    // value:tostr() => the value as text
    return tostr(this);
  endmethod

  method "toliteral literal" owner: ARCHWIZARD
    // value:toliteral() => the value as it is written in a program
    return toliteral(this);
  endmethod

  method type owner: ARCHWIZARD
    // value:type() => the name of its kind: "STR", "LIST", …
    return $code_utils:type_str(this);
  endmethod

  method "length index rindex strsub strcmp strtr explode reverse match rmatch pcre_match pcre_replace parse_json text_width text_fit text_wrap strip_markup toint tofloat toobj tosym fromliteral" owner: ARCHWIZARD
    // string:length(), string:index(what), string:strsub(old, new), … => the built-in function of that name
    set_task_perms(caller_perms());
    return call_function(verb, this, @args);
  endmethod

  method "left right centre center columnize trim triml trimr strip_chars strip_all_but strip_all_but_seq uppercase lowercase capitalize capitalise index_all index_delimited index_d is_integer is_numeric is_float substitute substitute_delimited pronoun_sub words first_word word_start to_value char_list regexp_quote common a_or_an plural lines starts_with ends_with distance literal_object match_string find_prefix" owner: ARCHWIZARD
    // string:trim(), string:left(width), … => the verb of that name in $string_utils
    set_task_perms(caller_perms());
    return $string_utils:(verb)(this, @args);
  endmethod

  method split owner: ARCHWIZARD
    // string:split([separator]) => the pieces between separators, empty ones too; words if there is none
    {?separator = ""} = args;
    string = this;
    return separator ? this:_split(separator) | explode(string);
  endmethod

  method _split owner: ARCHWIZARD
    // string:_split(separator) => the pieces between separators of any length
    {separator} = args;
    string = this;
    pieces = {};
    while ((at = index(string, separator)))
      pieces = {@pieces, string[1..at - 1]};
      string = string[at + length(separator)..$];
    endwhile
    return {@pieces, string};
  endmethod

  method contains owner: ARCHWIZARD
    // string:contains(part) => whether the part is in it
    {part} = args;
    string = this;
    return !part || index(string, part) > 0;
  endmethod

  method repeat owner: ARCHWIZARD
    // string:repeat(n) => the string n times
    {n} = args;
    string = this;
    n > 0 && string || return "";
    length(string) * n > 1000000 && raise(E_INVARG, "That is too long.");
    return $string_utils:space(length(string) * n, string);
  endmethod

  method replace owner: ARCHWIZARD
    // string:replace(old, new) => the string with every old as new; letter case counts
    {old, new} = args;
    string = this;
    return strsub(string, old, new, 1);
  endmethod

  method map owner: ARCHWIZARD
    // string:map(function) => function(character) for each character, joined
    set_task_perms(caller_perms());
    {f} = args;
    string = this;
    out = "";
    for c in (string)
      out = tostr(out, f(c));
    endfor
    return out;
  endmethod

  method test_str_proto owner: ARCHWIZARD
    $test:equal("abc":reverse(), "cba");
    $test:equal("abc":length(), 3);
    $test:equal("a b c":words(), {"a", "b", "c"});
    $test:equal(" a ":trim(), "a");
    $test:equal("日":left(4), "日  ");
    $test:equal("a, b":split(", "), {"a", "b"});
    $test:equal("a  b":split(), {"a", "b"});
    $test:true("hello":contains("ell"));
    $test:true("hello":starts_with("he"));
    $test:equal("ab":repeat(3), "ababab");
    $test:same("Aa":replace("a", "b"), "Ab");
    $test:equal("abc":map({c} => c + "."), "a.b.c.");
    $test:same("ann":capitalize(), "Ann");
    $test:equal("12":toint(), 12);
    $test:equal("x":type(), "STR");
  endmethod
endobject
