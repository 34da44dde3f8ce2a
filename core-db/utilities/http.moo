object HTTP [
  import_export_id -> "http",
  import_export_hierarchy -> {"utilities"}
]
  name: "HTTP utilities"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  property reasons (owner: ARCHWIZARD, flags: "rc") = [
    200 -> "OK",
    201 -> "Created",
    204 -> "No Content",
    301 -> "Moved Permanently",
    302 -> "Found",
    304 -> "Not Modified",
    400 -> "Bad Request",
    401 -> "Unauthorized",
    403 -> "Forbidden",
    404 -> "Not Found",
    405 -> "Method Not Allowed",
    409 -> "Conflict",
    413 -> "Content Too Large",
    429 -> "Too Many Requests",
    500 -> "Internal Server Error",
    501 -> "Not Implemented",
    503 -> "Service Unavailable"
  ];
  override aliases = {"http"};
  override description = "Verbs for the web: addresses, queries, requests and answers.";

  method help_msg owner: ARCHWIZARD
    // $http:request("GET", "http://host/path") opens a connection, if the server allows outgoing ones, and returns what read_http() makes of the answer. Only a wizard's program may call it. It speaks http:, not https:.
  endmethod

  method parse_url owner: ARCHWIZARD
    // :parse_url(text) => ["scheme" -> , "host" -> , "port" -> , "path" -> , "query" -> map, "fragment" -> ], or E_INVARG
    {text} = args;
    found = match(text, "^%([a-z][a-z0-9+.-]*%)://%([^/?#]*%)%([^?#]*%)%(%|%?[^#]*%)%(%|#.*%)$");
    found || return E_INVARG;
    scheme = $string_utils:lowercase(substitute("%1", found));
    host = substitute("%2", found);
    at = rindex(host, "@");
    host = host[at + 1..$];
    port = scheme == "https" ? 443 | 80;
    if ((place = match(host, ":[0-9]+$")))
      port = toint(host[place[1] + 1..$]);
      host = host[1..place[1] - 1];
    endif
    host || return E_INVARG;
    query = substitute("%4", found);
    return ["scheme" -> scheme, "host" -> host, "port" -> port, "path" -> substitute("%3", found) || "/", "query" -> query ? this:parse_query(query[2..$]) | [], "fragment" -> substitute("%5", found)[2..$]];
  endmethod

  method parse_query owner: ARCHWIZARD
    // :parse_query("a=1&b=two+words") => ["a" -> "1", "b" -> "two words"]
    {text} = args;
    out = [];
    for part in (explode(text, "&"))
      at = index(part, "=");
      key = at ? part[1..at - 1] | part;
      value = at ? part[at + 1..$] | "";
      out[url_decode(strsub(key, "+", " "))] = url_decode(strsub(value, "+", " "));
    endfor
    return out;
  endmethod

  method query owner: ARCHWIZARD
    // :query(map) => "key=value&…" with everything encoded as it must be
    parts = {};
    for value, key in (args[1])
      parts = {@parts, tostr(url_encode(tostr(key)), "=", url_encode(tostr(value)))};
    endfor
    return $string_utils:from_list(parts, "&");
  endmethod

  method header owner: ARCHWIZARD
    // :header(message, name [, default]) => a header of a message from read_http(), whatever the letter case
    {message, name, ?default = ""} = args;
    for value, key in (`message["headers"] ! E_RANGE => []')
      key == name && return value;
    endfor
    return default;
  endmethod

  method message owner: ARCHWIZARD
    // :message(first line, headers, body) => the lines of an HTTP message; each header's line breaks are taken out
    {first, headers, ?body = ""} = args;
    lines = {first};
    for value, key in (headers)
      lines = {@lines, strtr(tostr(key, ": ", value), "\r\n", "  ")};
    endfor
    body && (lines = {@lines, tostr("Content-Length: ", length(encode_binary(body)) - 2 * this:_escapes(encode_binary(body)))});
    return {@lines, "", body};
  endmethod

  method _escapes owner: ARCHWIZARD
    // :_escapes(binary string) => how many ~XX stand in it
    return length(args[1]) - length(strsub(args[1], "~", ""));
  endmethod

  method response owner: ARCHWIZARD
    // :response(status, body [, type [, headers]]) => the lines of an answer
    {status, body, ?type = "text/plain; charset=utf-8", ?headers = []} = args;
    headers["Content-Type"] = type;
    headers["Connection"] = "close";
    reason = maphaskey(this.reasons, status) ? this.reasons[status] | "";
    return this:message(tostr("HTTP/1.1 ", status, " ", reason), headers, body);
  endmethod

  method json_response owner: ARCHWIZARD
    // :json_response(status, value) => the lines of an answer with a value as JSON
    {status, value} = args;
    return this:response(status, generate_json(value), "application/json");
  endmethod

  method request owner: ARCHWIZARD
    // :request(method, url [, headers [, body]]) => the answer as a map from read_http(), or E_INVARG
    // For wizards' programs, and only where the server allows outgoing connections.
    caller_perms().wizard || raise(E_PERM, "Only a wizard's program may fetch from the web.");
    {kind, url, ?headers = [], ?body = ""} = args;
    parts = this:parse_url(url);
    typeof(parts) == MAP && parts["scheme"] == "http" || return E_INVARG;
    headers["Host"] = parts["host"];
    headers["Connection"] = "close";
    path = parts["path"] + (parts["query"] ? "?" + this:query(parts["query"]) | "");
    connection = open_network_connection(parts["host"], parts["port"]);
    try
      set_connection_option(connection, "hold-input", 1);
      for line in (this:message(tostr(kind, " ", path, " HTTP/1.1"), headers, body))
        notify(connection, line);
      endfor
      return read_http("response", connection);
    finally
      `boot_player(connection) ! ANY';
    endtry
  endmethod

  method test_addresses owner: ARCHWIZARD
    url = this:parse_url("http://host.example:8080/a/b?x=1&y=two+words#end");
    $test:equal(url["host"], "host.example");
    $test:equal(url["port"], 8080);
    $test:equal(url["path"], "/a/b");
    $test:equal(url["query"], ["x" -> "1", "y" -> "two words"]);
    $test:equal(url["fragment"], "end");
    $test:equal(this:parse_url("https://host.example")["port"], 443);
    $test:equal(this:parse_url("https://host.example")["path"], "/");
    $test:equal(this:parse_url("no address"), E_INVARG);
    $test:equal(this:parse_query(this:query(["a b" -> "c&d"])), ["a b" -> "c&d"]);
  endmethod

  method test_messages owner: ARCHWIZARD
    lines = this:response(404, "gone");
    $test:equal(lines[1], "HTTP/1.1 404 Not Found");
    $test:true("Content-Length: 4" in lines);
    $test:equal(lines[$], "gone");
    $test:true("X: a  b" in this:message("GET / HTTP/1.1", ["X" -> "a\r\nb"]));
    $test:true("Content-Type: application/json" in this:json_response(200, [1 -> 2]));
    $test:equal(this:header(["headers" -> ["Host" -> "x"]], "host"), "x");
    $test:equal(this:header([], "host", "none"), "none");
  endmethod
endobject
