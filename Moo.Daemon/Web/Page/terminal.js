"use strict";
// Turns text with ANSI sequences into elements. Knows colours (16, 256, 24 bits), attributes and OSC 8 links; drops every other sequence.
class Terminal {
  static #basic = ["#1b1f27", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d6dae2",
    "#5c6370", "#ff7b86", "#b5e890", "#ffd787", "#82c4ff", "#e29bf5", "#7fdbe6", "#ffffff"];
  static #most = 3000;

  constructor(element, onCommand) {
    this.element = element;
    this.onCommand = onCommand;
    this.held = "";
    this.link = null;
    this.newLine();
    this.reset();
  }

  reset() { this.style = { classes: new Set(), color: null, back: null, inverse: false }; }

  newLine() {
    this.line = document.createElement("div");
    this.element.append(this.line);
    while (this.element.childElementCount > Terminal.#most) this.element.firstElementChild.remove();
  }

  // Shows the newest line, wherever somebody has scrolled to.
  toEnd() { this.element.scrollTop = this.element.scrollHeight; }

  get isAtEnd() { return this.element.scrollTop + this.element.clientHeight >= this.element.scrollHeight - 40; }

  // What the server last wrote without ending the line: its prompt.
  get prompt() { return this.line.textContent; }

  echo(text) {
    const own = document.createElement("span");
    own.className = "mine";
    own.textContent = text;
    this.line.append(own);
    this.newLine();
  }

  write(text) {
    const atEnd = this.isAtEnd;
    text = this.held + text;
    this.held = "";
    // CSI …, OSC … ended by BEL or ST, other two-character escapes; then control characters.
    const pattern = /\x1b\[([0-9;:?]*)([@-~])|\x1b\]([^\x07\x1b]*)(?:\x07|\x1b\\)|\x1b[^\[\]]|[\x00-\x1a\x1c-\x1f\x7f\x80-\x9f]/g;
    let at = 0;
    for (let match; (match = pattern.exec(text)); at = pattern.lastIndex) {
      this.#show(text.slice(at, match.index));
      if (match[2] === "m") this.#attributes(match[1]);
      else if (match[3] !== undefined) this.#command(match[3]);
      else if (match[0] === "\n") this.newLine();
      else if (match[0] === "\t") this.#show("\t");
    }
    const rest = text.slice(at);
    const escape = rest.indexOf("\x1b");
    // A sequence may be cut in two; what looks like one but goes on for ever is none.
    if (escape >= 0 && rest.length - escape < 4096) { this.#show(rest.slice(0, escape)); this.held = rest.slice(escape); }
    else this.#show(rest.replaceAll("\x1b", ""));
    if (atEnd) this.element.scrollTop = this.element.scrollHeight;
  }

  #show(text) {
    if (!text) return;
    let part;
    if (this.link && this.link.command) {
      const command = this.link;
      part = document.createElement("button");
      part.type = "button";
      part.className = "link";
      part.addEventListener("click", () => this.onCommand(command.text, command.sends));
    } else if (this.link) {
      part = document.createElement("a");
      part.href = this.link.address;
      part.target = "_blank";
      part.rel = "noopener noreferrer";
    } else {
      part = document.createElement("span");
    }
    part.textContent = text;
    part.classList.add(...this.style.classes);
    const [color, back] = this.style.inverse ? [this.style.back ?? "var(--back)", this.style.color ?? "var(--text)"] : [this.style.color, this.style.back];
    if (color) part.style.color = color;
    if (back) part.style.backgroundColor = back;
    this.line.append(part);
  }

  #attributes(list) {
    const numbers = list.split(/[;:]/).map(Number);
    for (let i = 0; i < numbers.length; i++) {
      const n = numbers[i], style = this.style;
      if (n === 0) this.reset();
      else if (n === 1) style.classes.add("bold");
      else if (n === 2) style.classes.add("faint");
      else if (n === 3) style.classes.add("italic");
      else if (n === 4) style.classes.add("underline");
      else if (n === 7) style.inverse = true;
      else if (n === 9) style.classes.add("strike");
      else if (n === 22) { style.classes.delete("bold"); style.classes.delete("faint"); }
      else if (n === 23) style.classes.delete("italic");
      else if (n === 24) style.classes.delete("underline");
      else if (n === 27) style.inverse = false;
      else if (n === 29) style.classes.delete("strike");
      else if (n >= 30 && n <= 37) style.color = Terminal.#basic[n - 30];
      else if (n >= 90 && n <= 97) style.color = Terminal.#basic[n - 82];
      else if (n >= 40 && n <= 47) style.back = Terminal.#basic[n - 40];
      else if (n >= 100 && n <= 107) style.back = Terminal.#basic[n - 92];
      else if (n === 39) style.color = null;
      else if (n === 49) style.back = null;
      else if (n === 38 || n === 48) {
        const isIndex = numbers[i + 1] === 5;
        const color = isIndex ? Terminal.#indexed(numbers[i + 2]) : `rgb(${numbers.slice(i + 2, i + 5).map(v => v & 255).join()})`;
        if (n === 38) style.color = color; else style.back = color;
        i += isIndex ? 2 : 4;
      }
    }
  }

  static #indexed(n) {
    if (n < 16) return Terminal.#basic[n];
    if (n >= 232) { const grey = 8 + (n - 232) * 10; return `rgb(${grey},${grey},${grey})`; }
    const step = v => v === 0 ? 0 : 55 + v * 40;
    return `rgb(${step(Math.floor((n - 16) / 36))},${step(Math.floor((n - 16) / 6) % 6)},${step((n - 16) % 6)})`;
  }

  #command(text) {
    if (!text.startsWith("8;")) return;
    const address = text.slice(text.indexOf(";", 2) + 1);
    const scheme = address.slice(0, address.indexOf(":"));
    if (scheme === "http" || scheme === "https") this.link = { address };
    else if (scheme === "send" || scheme === "prompt") {
      let command = address.slice(scheme.length + 1);
      try { command = decodeURIComponent(command); } catch { /* taken as it stands */ }
      this.link = { command: true, text: command, sends: scheme === "send" };
    } else this.link = null;
  }
}
