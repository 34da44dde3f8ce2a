"use strict";
// Talks gmcp.mudstandards.org: binary messages are text, text messages are GMCP.
(() => {
  const screen = document.getElementById("screen"), line = document.getElementById("line"), prompt = document.getElementById("prompt"), state = document.getElementById("state");
  const history = [];
  let place = 0, socket = null, decoder = null, patience = 1000, isSaidGoodbye = false;

  const terminal = new Terminal(screen, (command, sends) => {
    if (sends) send(command);
    else { line.value = command; line.focus(); }
  });

  function gmcp(name, body) {
    if (socket?.readyState === WebSocket.OPEN) socket.send(body === undefined ? name : name + " " + JSON.stringify(body));
  }

  function tellSize() {
    const probe = document.createElement("span");
    probe.textContent = "0".repeat(50);
    screen.append(probe);
    const width = probe.getBoundingClientRect().width / 50, height = probe.getBoundingClientRect().height;
    probe.remove();
    if (width > 0 && height > 0) gmcp("Client.Size", { columns: Math.max(20, Math.floor(screen.clientWidth / width) - 1), rows: Math.max(5, Math.floor(screen.clientHeight / height)) });
  }

  function connect() {
    socket = new WebSocket((location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/ws", ["gmcp.mudstandards.org"]);
    socket.binaryType = "arraybuffer";
    decoder = new TextDecoder();
    isSaidGoodbye = false;
    socket.addEventListener("open", () => {
      patience = 1000;
      state.textContent = "Connected.";
      gmcp("Core.Hello", { client: "Moo page", version: "1" });
      gmcp("Core.Supports.Set", ["Client 1", "Char 1", "Room 1", "Comm.Channel 1"]);
      tellSize();
    });
    socket.addEventListener("message", event => {
      if (typeof event.data === "string") receive(event.data);
      else terminal.write(decoder.decode(event.data, { stream: true }));
    });
    socket.addEventListener("close", () => {
      secret(false);
      if (isSaidGoodbye) { state.textContent = "Disconnected. Press Enter to connect again."; return; }
      state.textContent = `Disconnected. Trying again in ${Math.round(patience / 1000)} s …`;
      setTimeout(connect, patience);
      patience = Math.min(patience * 2, 30000);
    });
  }

  function receive(message) {
    const blank = message.indexOf(" ");
    const name = (blank < 0 ? message : message.slice(0, blank)).toLowerCase();
    let body = null;
    try { body = blank < 0 ? null : JSON.parse(message.slice(blank + 1)); } catch { return; }
    if (name === "client.echo") secret(body?.on === false);
    else if (name === "room.info" && body?.name) document.title = body.name;
    else if (name === "core.goodbye") isSaidGoodbye = true;
  }

  function secret(isSecret) {
    line.type = isSecret ? "password" : "text";
    prompt.textContent = isSecret ? "Password" : "Command";
    line.value = "";
  }

  function send(text) {
    if (socket?.readyState !== WebSocket.OPEN) { if (socket?.readyState === WebSocket.CLOSED) connect(); return; }
    if (line.type === "text") {
      terminal.echo(text);
      if (text && history.at(-1) !== text) history.push(text);
      place = history.length;
    } else terminal.echo("");
    terminal.toEnd();
    socket.send(new TextEncoder().encode(text + "\n"));
  }

  document.getElementById("bar").addEventListener("submit", event => {
    event.preventDefault();
    send(line.value);
    line.value = "";
  });
  line.addEventListener("keydown", event => {
    if (line.type !== "text" || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    place = Math.min(history.length, Math.max(0, place + (event.key === "ArrowUp" ? -1 : 1)));
    line.value = history[place] ?? "";
  });
  let resizing = 0, wasAtEnd = true;
  screen.addEventListener("scroll", () => { wasAtEnd = terminal.isAtEnd; });
  new ResizeObserver(() => {
    // Lines that break elsewhere move the end; who was there stays there.
    if (wasAtEnd) terminal.toEnd();
    clearTimeout(resizing);
    resizing = setTimeout(tellSize, 300);
  }).observe(screen);
  setInterval(() => gmcp("Core.KeepAlive"), 60000);
  connect();
})();
