// What is selected in a document, as two characters. It is set with the mouse, or with the keys: by sentences, and from there
// by words.
import { typing } from './dom.js';
import { paintPending } from './paint.js';
import { Line } from './places.js';

export class Selection {
  constructor(paper, onChange) {
    this.paper = paper;
    this.onChange = onChange;
    this.at = null;
    this.listener = () => this.fromPage();
    document.addEventListener('selectionchange', this.listener);
  }

  close() { document.removeEventListener('selectionchange', this.listener); }

  // fromPage takes over what the mouse selected. Blanks at the ends do not count.
  fromPage() {
    if (typing(document.activeElement)) { // the browser shows one selection at a time, and this one is in a field
      paintPending(this.paper, this.at);
      return;
    }
    const s = document.getSelection();
    if (!s || s.rangeCount === 0 || s.isCollapsed) {
      if (this.at && !this.holding) this.set(null, false);
      return;
    }
    const r = s.getRangeAt(0);
    if (!this.paper.el.contains(r.startContainer) && !this.paper.el.contains(r.endContainer)) return;
    const from = this.paper.el.contains(r.startContainer) ? this.paper.char(r.startContainer, r.startOffset) : this.paper.blocks[0].block.at[0];
    const to = this.paper.el.contains(r.endContainer) ? this.paper.char(r.endContainer, r.endOffset) : this.paper.doc.length;
    if (from === null || to === null) return;
    this.set(this.trimmed([from, to]), false);
  }

  trimmed([from, to]) {
    const first = this.paper.blockAt(from);
    if (!first) return null;
    from = Math.max(from, first.block.at[0]);
    let last = this.paper.blockAt(Math.max(from, to - 1));
    if (last.block.at[0] >= to && last.i > first.i) last = this.paper.blocks[last.i - 1];
    to = Math.min(to, last.block.at[1]);
    const blank = (char) => /\s/.test(this.charAt(char));
    while (from < to && blank(from)) from++;
    while (to > from && blank(to - 1)) to--;
    return to > from ? [from, to] : null;
  }

  charAt(char) {
    const b = this.paper.blockAt(char);
    if (!b || char < b.block.at[0]) return '\n';
    return new Line(b.block.text, b.block.at[0]).slice(char, char + 1);
  }

  // set selects a passage; with show also on the page.
  set(at, show = true) {
    const changed = String(at) !== String(this.at);
    this.at = at;
    if (show) {
      this.holding = true;
      const s = document.getSelection();
      s.removeAllRanges();
      const r = at && this.paper.range(at);
      if (r) s.addRange(r);
      setTimeout(() => { this.holding = false; });
    }
    if (changed) this.onChange(at);
  }

  clear() { this.set(null); }

  sentences() {
    this.all ??= this.paper.blocks.flatMap((b) => b.block.sentences?.length ? b.block.sentences : [b.block.at]);
    return this.all;
  }

  // sentence selects the next sentence, or the one before, seen from what is selected, else from a coding, or from a block.
  sentence(step, coding, block) {
    const all = this.sentences();
    let i;
    if (this.at) {
      i = step > 0 ? all.findIndex((s) => s[0] >= this.at[1]) : all.findLastIndex((s) => s[1] <= this.at[0]);
      const partly = all.find((s) => s[0] < this.at[1] && this.at[0] < s[1] && (this.at[0] > s[0] || this.at[1] < s[1]));
      if (partly && this.at[1] - this.at[0] < partly[1] - partly[0]) i = all.indexOf(partly);
    } else if (coding) i = step > 0 ? all.findIndex((s) => s[0] >= coding.at[1]) : all.findLastIndex((s) => s[1] <= coding.at[0]);
    else if (block) i = step > 0 ? all.findIndex((s) => s[0] >= block.block.at[0]) : all.findLastIndex((s) => s[1] <= block.block.at[1]);
    if (i === undefined || i < 0) return;
    this.set([...all[i]]);
  }

  // more moves the end of what is selected by a sentence.
  more(step) {
    if (!this.at) return;
    const all = this.sentences();
    if (step > 0) {
      const next = all.find((s) => s[1] > this.at[1]);
      if (next) this.set([this.at[0], next[1]]);
    } else {
      const before = all.findLast((s) => s[1] < this.at[1] && s[1] > this.at[0]);
      if (before) this.set([this.at[0], before[1]]);
    }
  }

  // word moves the end, or the begin, by a word.
  word(step, start) {
    if (!this.at) return;
    let [from, to] = this.at;
    const edges = this.words();
    if (start) {
      const edge = step > 0 ? edges.find((w) => w[0] > from) : edges.findLast((w) => w[0] < from);
      if (edge && edge[0] < to) from = edge[0];
    } else {
      const edge = step > 0 ? edges.find((w) => w[1] > to) : edges.findLast((w) => w[1] < to);
      if (edge && edge[1] > from) to = edge[1];
    }
    this.set([from, to]);
  }

  // words returns the words of the blocks around what is selected, with the marks that cling to them.
  words() {
    const first = this.paper.blockAt(this.at[0]).i;
    const last = this.paper.blockAt(this.at[1] - 1).i;
    const out = [];
    for (let i = Math.max(0, first - 1); i <= Math.min(this.paper.blocks.length - 1, last + 1); i++) {
      const { block } = this.paper.blocks[i];
      const line = new Line(block.text, block.at[0]);
      for (const m of block.text.matchAll(/\S+/g)) out.push([line.char(m.index), line.char(m.index + m[0].length)]);
    }
    return out;
  }

  rect() {
    const r = this.at && this.paper.range(this.at);
    if (!r) return null;
    const rects = [...r.getClientRects()].filter((x) => x.width > 0);
    return { first: rects[0], last: rects[rects.length - 1] };
  }
}
