// Arguments that functions do not take: too many or too few are E_ARGS, one of a wrong kind is E_TYPE, whatever the function does.

// ---- angles (in radians) and hyperbolic functions
asinh(1, 1)
  !> E_ARGS
asinh()
  !> E_ARGS
asinh("one")
  !> E_TYPE
atan2(1.5, 1.5, 1)
  !> E_ARGS
atan2(1.5)
  !> E_ARGS
atan2("one", 1.5)
  !> E_TYPE
cos(1.5, 1)
  !> E_ARGS
cos()
  !> E_ARGS
cos("one")
  !> E_TYPE
tan(1.5, 1)
  !> E_ARGS
tan()
  !> E_ARGS
tan("one")
  !> E_TYPE
tanh(1.5, 1)
  !> E_ARGS
tanh()
  !> E_ARGS
tanh("one")
  !> E_TYPE
to_degrees(1, 1)
  !> E_ARGS
to_degrees()
  !> E_ARGS
to_degrees("one")
  !> E_TYPE
to_radians(1, 1)
  !> E_ARGS
to_radians()
  !> E_ARGS
to_radians("one")
  !> E_TYPE

// ---- bytes in strings, and their encodings
binary_from_str("a", 1)
  !> E_ARGS
binary_from_str()
  !> E_ARGS
binary_from_str(5)
  !> E_TYPE

// ---- files and folders by name (ToastStunt's FIO)
file_chmod("a", "a", 1)
  !> E_ARGS
file_chmod("a")
  !> E_ARGS
file_chmod(5, "a")
  !> E_TYPE
file_chmod("a", "a")
  !> E_PERM
file_last_access(1, 1)
  !> E_ARGS
file_last_access()
  !> E_ARGS
file_last_access(1)
  !> E_PERM
file_last_change(1, 1)
  !> E_ARGS
file_last_change()
  !> E_ARGS
file_last_change(1)
  !> E_PERM
file_last_modify(1, 1)
  !> E_ARGS
file_last_modify()
  !> E_ARGS
file_last_modify(1)
  !> E_PERM
file_list("a", 1, 1)
  !> E_ARGS
file_list()
  !> E_ARGS
file_list(5)
  !> E_TYPE
file_list("a")
  !> E_PERM
file_mkdir("a", 1)
  !> E_ARGS
file_mkdir()
  !> E_ARGS
file_mkdir(5)
  !> E_TYPE
file_mkdir("a")
  !> E_PERM
file_mode(1, 1)
  !> E_ARGS
file_mode()
  !> E_ARGS
file_mode(1)
  !> E_PERM
file_remove("a", 1)
  !> E_ARGS
file_remove()
  !> E_ARGS
file_remove(5)
  !> E_TYPE
file_remove("a")
  !> E_PERM
file_rename("a", "a", 1)
  !> E_ARGS
file_rename("a")
  !> E_ARGS
file_rename(5, "a")
  !> E_TYPE
file_rename("a", "a")
  !> E_PERM
file_rmdir("a", 1)
  !> E_ARGS
file_rmdir()
  !> E_ARGS
file_rmdir(5)
  !> E_TYPE
file_rmdir("a")
  !> E_PERM
file_size(1, 1)
  !> E_ARGS
file_size()
  !> E_ARGS
file_size(1)
  !> E_PERM
file_stat(1, 1)
  !> E_ARGS
file_stat()
  !> E_ARGS
file_stat(1)
  !> E_PERM
file_type(1, 1)
  !> E_ARGS
file_type()
  !> E_ARGS
file_type(1)
  !> E_PERM

// ---- finding what a player means
complex_matches("a", {}, 1, 1, 1)
  !> E_ARGS
complex_matches("a")
  !> E_ARGS
complex_matches(5, {})
  !> E_TYPE

// ---- flyweights (mooR): making them, and looking at or changing their slots and contents
flycontentsset(<#1>, {}, 1)
  !> E_ARGS
flycontentsset(<#1>)
  !> E_ARGS
flycontentsset({}, {})
  !> E_TYPE

// ---- from one kind of value to another
tobool(1, 1)
  !> E_ARGS
tobool()
  !> E_ARGS
tonum(1, 1)
  !> E_ARGS
tonum()
  !> E_ARGS
value_bytes(1, 1)
  !> E_ARGS
value_bytes()
  !> E_ARGS

// ---- hashes, plain and keyed
value_hash(1, 1, 1, 1)
  !> E_ARGS
value_hash()
  !> E_ARGS

// ---- in what values differ (mooR)
value_diff3(1, 1, 1, [], 1)
  !> E_ARGS
value_diff3(1, 1)
  !> E_ARGS
value_diff3(1, 1, 1, {})
  !> E_TYPE

// ---- kinds of value, conversions, equality
equal(1, 1, 1)
  !> E_ARGS
equal(1)
  !> E_ARGS

// ---- messages for clients rather than people: data, sounds
gmcp_send(#1, "a", 1, 1)
  !> E_ARGS
gmcp_send(#1)
  !> E_ARGS
gmcp_send("thing", "a")
  !> E_TYPE
msdp_send(#1, "a", 1, 1)
  !> E_ARGS
msdp_send(#1, "a")
  !> E_ARGS
msdp_send("thing", "a", 1)
  !> E_TYPE
play_sound(#1, "a", [], 1)
  !> E_ARGS
play_sound(#1)
  !> E_ARGS
play_sound("thing", "a")
  !> E_TYPE

// ---- objects and their numbers
is_anonymous(1, 1)
  !> E_ARGS
is_anonymous()
  !> E_ARGS
is_uuobjid(1, 1)
  !> E_ARGS
is_uuobjid()
  !> E_ARGS
max_object(1)
  !> E_ARGS
next_recycled_object(#1, 1)
  !> E_ARGS
next_recycled_object("thing")
  !> E_TYPE
objects(1)
  !> E_ARGS
recycled_objects(1)
  !> E_ARGS

// ---- opening and closing files, and moving about in them (ToastStunt's FIO)
file_close(1, 1)
  !> E_ARGS
file_close()
  !> E_ARGS
file_close("one")
  !> E_TYPE
file_close(1)
  !> E_PERM
file_eof(1, 1)
  !> E_ARGS
file_eof()
  !> E_ARGS
file_eof("one")
  !> E_TYPE
file_eof(1)
  !> E_PERM
file_flush(1, 1)
  !> E_ARGS
file_flush()
  !> E_ARGS
file_flush("one")
  !> E_TYPE
file_flush(1)
  !> E_PERM
file_handles(1)
  !> E_ARGS
file_handles()
  !> E_PERM
file_name(1, 1)
  !> E_ARGS
file_name()
  !> E_ARGS
file_name("one")
  !> E_TYPE
file_name(1)
  !> E_PERM
file_open("a", "a", 1)
  !> E_ARGS
file_open("a")
  !> E_ARGS
file_open(5, "a")
  !> E_TYPE
file_open("a", "a")
  !> E_PERM
file_openmode(1, 1)
  !> E_ARGS
file_openmode()
  !> E_ARGS
file_openmode("one")
  !> E_TYPE
file_openmode(1)
  !> E_PERM
file_seek(1, 1, "a", 1)
  !> E_ARGS
file_seek(1, 1)
  !> E_ARGS
file_seek("one", 1, "a")
  !> E_TYPE
file_seek(1, 1, "a")
  !> E_PERM
file_tell(1, 1)
  !> E_ARGS
file_tell()
  !> E_ARGS
file_tell("one")
  !> E_TYPE
file_tell(1)
  !> E_PERM
file_version(1)
  !> E_ARGS

// ---- other tasks: what waits, what runs, where it stands
active_tasks(1)
  !> E_ARGS
finished_tasks(1)
  !> E_ARGS
queue_info(#1, 1)
  !> E_ARGS
queue_info("thing")
  !> E_TYPE
queued_tasks(1, 1, 1)
  !> E_ARGS
valid_task(1, 1)
  !> E_ARGS
valid_task()
  !> E_ARGS
valid_task("one")
  !> E_TYPE

// ---- pages from the web (ToastStunt)
curl("a", 1, 1, 1)
  !> E_ARGS
curl()
  !> E_ARGS
curl(5)
  !> E_TYPE
curl("a")
  !> E_PERM

// ---- parents, children, ancestors, descendants
parents(1, 1)
  !> E_ARGS
parents()
  !> E_ARGS

// ---- patterns with holes over lists and maps (mooR): matching them, filling them in
term_ground(1, [], 1)
  !> E_ARGS
term_ground()
  !> E_ARGS
term_ground(1, {})
  !> E_TYPE
term_match(1, {}, [], [], 1)
  !> E_ARGS
term_match(1)
  !> E_ARGS
term_match(1, 5)
  !> E_TYPE
term_normalize(1, [], [], 1)
  !> E_ARGS
term_normalize()
  !> E_ARGS
term_normalize(1, {})
  !> E_TYPE
term_variables(1, [], 1)
  !> E_ARGS
term_variables()
  !> E_ARGS
term_variables(1, {})
  !> E_TYPE

// ---- reading and writing open files (ToastStunt's FIO)
file_count_lines(1, 1)
  !> E_ARGS
file_count_lines()
  !> E_ARGS
file_count_lines("one")
  !> E_TYPE
file_count_lines(1)
  !> E_PERM
file_grep(1, "a", 1, 1)
  !> E_ARGS
file_grep(1)
  !> E_ARGS
file_grep("one", "a")
  !> E_TYPE
file_grep(1, "a")
  !> E_PERM
file_read(1, 1, 1)
  !> E_ARGS
file_read(1)
  !> E_ARGS
file_read("one", 1)
  !> E_TYPE
file_read(1, 1)
  !> E_PERM
file_readline(1, 1)
  !> E_ARGS
file_readline()
  !> E_ARGS
file_readline("one")
  !> E_TYPE
file_readline(1)
  !> E_PERM
file_readlines(1, 1, 1, 1)
  !> E_ARGS
file_readlines(1, 1)
  !> E_ARGS
file_readlines("one", 1, 1)
  !> E_TYPE
file_readlines(1, 1, 1)
  !> E_PERM
file_write(1, "a", 1)
  !> E_ARGS
file_write(1)
  !> E_ARGS
file_write("one", "a")
  !> E_TYPE
file_write(1, "a")
  !> E_PERM
file_writeline(1, "a", 1)
  !> E_ARGS
file_writeline(1)
  !> E_ARGS
file_writeline("one", "a")
  !> E_TYPE
file_writeline(1, "a")
  !> E_PERM

// ---- reading from connections
read_http("a", #1, 1)
  !> E_ARGS
read_http()
  !> E_ARGS
read_http(5)
  !> E_TYPE

// ---- roots, powers and logarithms
cbrt(1, 1)
  !> E_ARGS
cbrt()
  !> E_ARGS
cbrt("one")
  !> E_TYPE
exp2(1, 1)
  !> E_ARGS
exp2()
  !> E_ARGS
exp2("one")
  !> E_TYPE
expm1(1, 1)
  !> E_ARGS
expm1()
  !> E_ARGS
expm1("one")
  !> E_TYPE

// ---- running programs of the host (ToastStunt)
exec({}, "a", {}, 1)
  !> E_ARGS
exec()
  !> E_ARGS
exec(5)
  !> E_TYPE
exec({})
  !> E_PERM

// ---- sQLite databases beside the world (ToastStunt)
sqlite_close(1, 1)
  !> E_ARGS
sqlite_close()
  !> E_ARGS
sqlite_close("one")
  !> E_TYPE
sqlite_close(1)
  !> E_PERM
sqlite_execute(1, "a", {}, 1)
  !> E_ARGS
sqlite_execute(1, "a")
  !> E_ARGS
sqlite_execute("one", "a", {})
  !> E_TYPE
sqlite_execute(1, "a", {})
  !> E_PERM
sqlite_handles(1)
  !> E_ARGS
sqlite_handles()
  !> E_PERM
sqlite_info(1, 1)
  !> E_ARGS
sqlite_info()
  !> E_ARGS
sqlite_info("one")
  !> E_TYPE
sqlite_info(1)
  !> E_PERM
sqlite_interrupt(1, 1)
  !> E_ARGS
sqlite_interrupt()
  !> E_ARGS
sqlite_interrupt("one")
  !> E_TYPE
sqlite_interrupt(1)
  !> E_PERM
sqlite_last_insert_row_id(1, 1)
  !> E_ARGS
sqlite_last_insert_row_id()
  !> E_ARGS
sqlite_last_insert_row_id("one")
  !> E_TYPE
sqlite_last_insert_row_id(1)
  !> E_PERM
sqlite_limit(1, 1, 1, 1)
  !> E_ARGS
sqlite_limit(1, 1)
  !> E_ARGS
sqlite_limit("one", 1, 1)
  !> E_TYPE
sqlite_limit(1, 1, 1)
  !> E_PERM
sqlite_open("a", 1, 1)
  !> E_ARGS
sqlite_open()
  !> E_ARGS
sqlite_open(5)
  !> E_TYPE
sqlite_open("a")
  !> E_PERM
sqlite_query(1, "a", 1, 1)
  !> E_ARGS
sqlite_query(1)
  !> E_ARGS
sqlite_query("one", "a")
  !> E_TYPE
sqlite_query(1, "a")
  !> E_PERM

// ---- sizes and signs of numbers, rounding
ceil(1.5, 1)
  !> E_ARGS
ceil()
  !> E_ARGS
ceil("one")
  !> E_TYPE
copysign(1, 1, 1)
  !> E_ARGS
copysign(1)
  !> E_ARGS
copysign("one", 1)
  !> E_TYPE
fract(1, 1)
  !> E_ARGS
fract()
  !> E_ARGS
fract("one")
  !> E_TYPE
signum(1, 1)
  !> E_ARGS
signum()
  !> E_ARGS
signum("one")
  !> E_TYPE
trunc(1.5, 1)
  !> E_ARGS
trunc()
  !> E_ARGS
trunc("one")
  !> E_TYPE

// ---- spelling
spellcheck("a", 1)
  !> E_ARGS
spellcheck()
  !> E_ARGS
spellcheck(5)
  !> E_TYPE

// ---- text as it lies on a terminal
strip_markup("a", 1)
  !> E_ARGS
strip_markup()
  !> E_ARGS
strip_markup(5)
  !> E_TYPE
text_fit("a", 1, "a", "a", 1)
  !> E_ARGS
text_fit("a")
  !> E_ARGS
text_fit(5, 1)
  !> E_TYPE
text_width("a", 1)
  !> E_ARGS
text_width()
  !> E_ARGS
text_width(5)
  !> E_TYPE
text_wrap("a", 1, 1, 1)
  !> E_ARGS
text_wrap("a")
  !> E_ARGS
text_wrap(5, 1)
  !> E_TYPE

// ---- texts for terminals and for URLs
parse_ansi("a", 1)
  !> E_ARGS
parse_ansi()
  !> E_ARGS
parse_ansi(5)
  !> E_TYPE
remove_ansi("a", 1)
  !> E_ARGS
remove_ansi()
  !> E_ARGS
remove_ansi(5)
  !> E_TYPE
url_encode("a", 1)
  !> E_ARGS
url_encode()
  !> E_ARGS
url_encode(5)
  !> E_TYPE
urlencode("a", 1)
  !> E_ARGS
urlencode()
  !> E_ARGS
urlencode(5)
  !> E_TYPE

// ---- the built-in functions themselves: calling them by name, what they take, their help
function_help("a", 1)
  !> E_ARGS
function_help()
  !> E_ARGS
function_help(5)
  !> E_TYPE

// ---- the options of connections
connection_option(#1, "a", 1)
  !> E_ARGS
connection_option(#1)
  !> E_ARGS
connection_option("thing", "a")
  !> E_TYPE
connection_options(#1, "a", 1)
  !> E_ARGS
connection_options()
  !> E_ARGS
connection_options("thing")
  !> E_TYPE
set_connection_option(#1, "a", 1, 1)
  !> E_ARGS
set_connection_option(#1, "a")
  !> E_ARGS
set_connection_option("thing", "a", 1)
  !> E_TYPE

// ---- the running task: its numbers, permissions, stack; waiting; other tasks
caller_perms(1)
  !> E_ARGS
commit(1, 1)
  !> E_ARGS
seconds_left(1)
  !> E_ARGS
task_perms(1)
  !> E_ARGS
ticks_left(1)
  !> E_ARGS

// ---- the server: its version, log, end, and what it takes
db_disk_size(1)
  !> E_ARGS
memory_usage(1)
  !> E_ARGS
server_version(1, 1)
  !> E_ARGS

// ---- verbs of objects: what there is, adding and deleting, owners, bits, names and command lines
prepositions(1)
  !> E_ARGS
verb_args(1, 1, 1)
  !> E_ARGS
verb_args(1)
  !> E_ARGS

// ---- wAIFs: objects without a number, as many as a world likes, gone when nothing refers to them
waif_stats(1)
  !> E_ARGS

// ---- waiting for time, for other tasks and their messages; what a task keeps for itself; giving up
set_thread_mode(1, 1)
  !> E_ARGS
set_thread_mode("one")
  !> E_TYPE
suspend_if_needed(1, 1)
  !> E_ARGS
suspend_if_needed("one")
  !> E_TYPE
task_recv(1, 1)
  !> E_ARGS
task_recv("one")
  !> E_TYPE
task_send(1, 1, 1)
  !> E_ARGS
task_send(1)
  !> E_ARGS
task_send("one", 1)
  !> E_TYPE
thread_pool("a", "a", 1, 1)
  !> E_ARGS
thread_pool("a")
  !> E_ARGS
thread_pool(5, "a")
  !> E_TYPE
threads(1)
  !> E_ARGS
yin(1, 1, 1, 1)
  !> E_ARGS
yin("one")
  !> E_TYPE

// ---- ways and orders in graphs that are given as lists of edges (mooR)
graph_reachable({}, 1, [], 1)
  !> E_ARGS
graph_reachable({})
  !> E_ARGS
graph_reachable(5, 1)
  !> E_TYPE

// ---- ways, lines and regions on maps of tiles (mooR)
grid_reachable(1, 1, 1, 1, {}, {}, [], 1)
  !> E_ARGS
grid_reachable(1, 1, 1, 1, {})
  !> E_ARGS
grid_reachable("one", 1, 1, 1, {}, {})
  !> E_TYPE

// ---- what the server can tell of its caches and its scheduler
gc_collect(1)
  !> E_ARGS
gc_stats(1)
  !> E_ARGS
log_cache_stats(1)
  !> E_ARGS
run_gc(1)
  !> E_ARGS

// ---- what time it is
ctime(1, 1)
  !> E_ARGS
ctime("one")
  !> E_TYPE
ftime(1, 1)
  !> E_ARGS
ftime("one")
  !> E_TYPE

// ---- where connections come in, and connections to elsewhere
listeners(1, 1)
  !> E_ARGS

// ---- who and what is where; players
players(1)
  !> E_ARGS

// ---- who is connected, from where, for how long
buffered_output_length(#1, 1)
  !> E_ARGS
buffered_output_length("thing")
  !> E_TYPE
client_info(#1, 1)
  !> E_ARGS
client_info()
  !> E_ARGS
client_info("thing")
  !> E_TYPE
connected_players(1, 1)
  !> E_ARGS
connected_seconds(#1, 1)
  !> E_ARGS
connected_seconds()
  !> E_ARGS
connected_seconds("thing")
  !> E_TYPE
connection(1)
  !> E_ARGS
connection_info(#1, 1)
  !> E_ARGS
connection_info()
  !> E_ARGS
connection_info("thing")
  !> E_TYPE
connection_name_lookup(#1, 1, 1)
  !> E_ARGS
connection_name_lookup()
  !> E_ARGS
connection_name_lookup("thing")
  !> E_TYPE
connections(#1, 1)
  !> E_ARGS
connections("thing")
  !> E_TYPE
idle_seconds(#1, 1)
  !> E_ARGS
idle_seconds()
  !> E_ARGS
idle_seconds("thing")
  !> E_TYPE
