// The transcript as a readable page: blocks of text, with bars in the margin for what is coded and the names of the codes
// beside the place where each begins.
import { $, h, fill, inSlices } from './dom.js';
import { Line, overlaps } from './places.js';
import { slot, store } from './store.js';
import { t } from './words.js';

let papers = 0;

// slice is how many blocks are made, or their margins drawn, in one go.
const slice = 120;

export class Paper {
  constructor(doc, { onMark }) {
    this.doc = doc;
    this.onMark = onMark;
    this.blocks = []; // { block, el, text, lines: [{ node, line }], marks, bars, shown }
    this.current = '';
    this.what = null; // the codings that are drawn
    this.round = null; // of drawing the margins, of which those far from the screen come last
    this.number = ++papers;
    this.el = h('div', { class: 'blocks' });
    this.seen = new IntersectionObserver((entries) => {
      for (const e of entries) this.blocks[e.target.dataset.i].near = e.isIntersecting;
      this.placeBars(entries.filter((e) => e.isIntersecting).map((e) => this.blocks[e.target.dataset.i]));
    }, { rootMargin: '600px 0px' });
    this.sized = new ResizeObserver(() => {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => this.placeBars(this.blocks.filter((b) => b.near)));
    });
    this.sized.observe(this.el);
    this.el.addEventListener('contentvisibilityautostatechange', (e) => {
      const b = this.blocks[e.target.dataset?.i];
      if (b && !e.skipped) this.placeBars([b]);
    });
  }

  close() {
    this.round = null;
    this.seen.disconnect();
    this.sized.disconnect();
  }

  // build makes the blocks. None is to be seen before all are there.
  async build() {
    const out = document.createDocumentFragment();
    let table = null;
    await inSlices([...this.doc.blocks.entries()], slice, ([i, block]) => {
      const turn = block.turn >= 0 ? this.doc.turns[block.turn] : null;
      const b = { block, i, lines: [], near: false, signature: '' };
      if (block.page) out.append(h('div', { class: 'pagemark', role: 'separator', 'aria-label': t('page', { n: block.page }) }, t('page', { n: block.page })));
      let text;
      if (block.kind === 'heading') text = h(`h${Math.min(6, block.level + 1)}`, { class: 'txt' });
      else if (block.kind === 'row') text = h('div', { class: 'txt cells', role: 'row' });
      else text = h('p', { class: 'txt' });
      if (block.kind === 'row') {
        let start = block.at[0];
        const cells = block.text.split('\t');
        text.style.setProperty('--cells', cells.length);
        for (const cell of cells) {
          const line = new Line(cell, start);
          const node = document.createTextNode(cell);
          const el = h('span', { role: 'cell', class: 'cell' }, node);
          b.lines.push({ node, line });
          text.append(el);
          start += [...cell].length + 1;
        }
      } else {
        const node = document.createTextNode(block.text);
        b.lines.push({ node, line: new Line(block.text, block.at[0]) });
        text.append(node);
      }
      b.text = text;
      b.bars = h('div', { class: 'bars', 'aria-hidden': 'true' });
      b.marks = h('ul', { class: 'marks' });
      const speaker = turn && block.first ? h('div', { class: 'who' }, h('b', {}, turn.speaker), turn.time && h('time', {}, turn.time)) : h('div', { class: 'who' });
      const number = !this.doc.turns.length ? i + 1 : turn && block.first ? block.turn + 1 : ''; // as it is cited: the turns of a conversation are counted
      b.el = h('div', { class: `block ${block.kind}${turn ? ` role-${turn.role || 'none'}` : ''}${block.first ? ' first' : ''}`, id: `b${i}`, tabIndex: -1, data: { i } },
        h('span', { class: 'num', 'aria-hidden': 'true' }, number), speaker, text, b.bars, b.marks);
      if (turn) b.el.setAttribute('aria-label', `${block.turn + 1}, ${turn.speaker}`);
      this.blocks.push(b);
      if (block.kind === 'row') {
        if (!table) { table = h('div', { class: 'rows', role: 'table' }); out.append(table); }
        table.append(b.el);
      } else { table = null; out.append(b.el); }
      this.seen.observe(b.el);
    });
    fill(this.el, out);
  }

  // blockAt returns the block in which a character stands, or the next one.
  blockAt(char) {
    let lo = 0;
    let hi = this.blocks.length - 1;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (this.blocks[mid].block.at[1] <= char) lo = mid + 1;
      else hi = mid;
    }
    return this.blocks[lo];
  }

  // range returns the range of the page between two characters.
  range(at) {
    const r = document.createRange();
    const [a, b] = [this.point(at[0], false), this.point(at[1], true)];
    if (!a || !b) return null;
    r.setStart(a.node, a.unit);
    r.setEnd(b.node, b.unit);
    return r;
  }

  point(char, end) {
    const b = this.blockAt(end ? char - 1 : char);
    if (!b) return null;
    let best = b.lines[0];
    for (const l of b.lines) if (l.line.start <= (end ? char - 1 : char)) best = l;
    return { node: best.node, unit: best.line.unit(char) };
  }

  // char returns the character at a place of the page; one outside the text counts as the nearest.
  char(node, offset) {
    const host = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const el = host.closest?.('.block');
    if (!el) return null;
    const b = this.blocks[el.dataset.i];
    for (const l of b.lines) if (l.node === node) return l.line.char(offset);
    const place = document.createRange();
    place.setStart(node, offset);
    const first = b.lines[0].node;
    return place.comparePoint(first, 0) >= 0 ? b.block.at[0] : b.block.at[1];
  }

  text(at) {
    return this.blocks.filter((b) => overlaps(b.block.at, at)).map((b) => b.lines.map((l) => l.line.slice(Math.max(at[0], l.line.start), Math.max(at[0], Math.min(at[1], b.block.at[1])))).filter(Boolean).join('\t')).join('\n');
  }

  // show puts codings into the margin. Only blocks in which something changed are touched; where it is only another coding that is
  // looked at, only those of the two.
  show(codings, current) {
    const what = codings.map((c) => `${c.id}${c.version}`).join() + [...store.codes.values()].map((c) => c.label).join();
    const was = this.codings?.find((c) => c.id === this.current);
    const same = what === this.what;
    this.what = what;
    this.codings = codings;
    this.current = current;
    if (same) {
      const now = codings.find((c) => c.id === current);
      for (const b of new Set([was, now].filter(Boolean).flatMap((c) => this.blocksOf(c.at)))) this.drawBlock(b);
      return;
    }
    const lanes = lanesOf(codings);
    const width = Math.min(mostLanes, Math.max(2, ...lanes.values(), 0) + 1);
    this.el.style.setProperty('--lanes', width);
    const starting = this.blocks.map(() => []);
    const within = this.blocks.map(() => []);
    for (const c of codings) {
      const first = this.blockAt(c.at[0]);
      if (!first) continue;
      starting[first.i].push(c);
      for (let i = first.i; i < this.blocks.length && this.blocks[i].block.at[0] < c.at[1]; i++) within[i].push(c);
    }
    this.lanes = lanes;
    for (const b of this.blocks) {
      b.within = within[b.i];
      b.starting = starting[b.i];
    }
    const round = {};
    this.round = round;
    const near = this.blocks.filter((b) => b.near);
    near.forEach((b) => this.drawBlock(b));
    this.placeBars(near);
    inSlices(this.blocks.filter((b) => !b.near), slice, (b) => this.drawBlock(b), () => this.round === round);
  }

  // markOf returns the name of a coding in the margin.
  markOf(c) {
    this.drawBlock(this.blockAt(c.at[0]));
    return this.el.querySelector(`.mark[data-id="${CSS.escape(c.id)}"]`);
  }

  // blocksOf returns the blocks in which a place stands.
  blocksOf(at) {
    const out = [];
    for (let i = this.blockAt(at[0])?.i ?? this.blocks.length; i < this.blocks.length && this.blocks[i].block.at[0] < at[1]; i++) out.push(this.blocks[i]);
    return out;
  }

  // drawBlock draws the bars and names of a block, if they are not drawn as they are.
  drawBlock(b) {
    const { current, lanes } = this;
    const signature = [b.within.map((c) => `${c.id} ${c.version} ${lanes.get(c.id)} ${c.id === current}`), b.starting.map((c) => store.code(c.code).label), store.coder].join('|');
    if (signature === b.signature) return;
    b.signature = signature;
    fill(b.marks, b.starting.map((c) => h('li', {}, this.mark(c, b))));
    b.marks.setAttribute('aria-label', b.starting.length ? t('marks.here') : '');
    b.marks.hidden = !b.starting.length;
    fill(b.bars, b.within.map((c) => h('div', { class: `bar ${slot(c.code)}${c.proposed ? ' proposed' : ''}${c.coder !== store.coder ? ' others' : ''}${c.id === current ? ' current' : ''}`, title: store.code(c.code).label, data: { says: c.says }, style: { '--lane': Math.min(lanes.get(c.id), mostLanes - 1) }, onclick: () => this.onMark(c.id) })));
    if (b.near) this.placeBars([b]);
  }

  mark(c, b) {
    const code = store.code(c.code);
    const says = c.says !== 'for' ? t(`says.${c.says}`) : '';
    const whose = c.proposed ? t('proposed') : c.coder !== store.coder ? store.coderLabel(c.coder) : '';
    return h('button', {
      class: `mark ${slot(c.code)}${c.proposed ? ' proposed' : ''}${c.coder !== store.coder && !c.proposed ? ' others' : ''}${c.id === this.current ? ' current' : ''}`, data: { id: c.id, says: c.says },
      tabIndex: -1, 'aria-pressed': String(c.id === this.current), 'aria-label': [code.label, says, whose, c.note && t('has.note'), `“${this.text(c.at).slice(0, 80)}”`].filter(Boolean).join(', '),
      title: [code.label, says, whose, c.note].filter(Boolean).join(' · '), onclick: () => this.onMark(c.id),
      onfocus: () => b.el.classList.add('within'), onblur: () => b.el.classList.remove('within'),
    }, c.says !== 'for' && h('span', { class: 'says' }, c.says === 'against' ? '−' : '±'), h('span', { class: 'name' }, code.label), c.note && h('span', { class: 'sign' }, '✎'), c.was && h('span', { class: 'sign' }, '!'));
  }

  // placeBars measures where in a block each bar begins and ends: a block when it comes near the screen, and again when it has another width or
  // other codings. All are measured before any is moved, so that the browser works the page out once.
  placeBars(blocks) {
    const measured = [];
    for (const b of blocks) {
      if (!b.within?.length) continue;
      const box = b.el.getBoundingClientRect();
      const placed = `${box.width} ${box.height} ${b.signature}`;
      if (placed === b.placed) continue;
      b.placed = placed;
      measured.push([b, b.within.map((c) => {
        const inside = [Math.max(c.at[0], b.block.at[0]), Math.min(c.at[1], b.block.at[1])];
        const r = this.range(inside);
        const rects = r ? [...r.getClientRects()].filter((x) => x.width > 0) : [];
        if (!rects.length) { b.placed = ''; return [0, box.height]; } // the browser has not laid it out yet; it tells when it has
        return [c.at[0] < b.block.at[0] ? 0 : rects[0].top - box.top, c.at[1] > b.block.at[1] ? box.height : rects[rects.length - 1].bottom - box.top];
      })]);
    }
    for (const [b, places] of measured) {
      const bars = [...b.bars.children];
      places.forEach(([top, bottom], i) => {
        bars[i].style.setProperty('--from', `${Math.round(top)}px`);
        bars[i].style.setProperty('--long', `${Math.max(8, Math.round(bottom - top))}px`);
      });
    }
  }

  // reveal brings a place to where it is read.
  reveal(at, { block = 'center', focus = false, again = false } = {}) {
    const b = this.blockAt(at[0]);
    if (!b) return;
    b.el.scrollIntoView({ block });
    const { host, top, bottom } = this.uncovered(b.el);
    const rect = this.range(at)?.getBoundingClientRect();
    if (rect && (rect.top < top + 8 || rect.bottom > bottom - 8)) host.scrollTop += rect.top - top - Math.max(8, Math.min((bottom - top) * 0.35, (bottom - top - rect.height) / 2));
    if (focus) b.el.focus({ preventScroll: true });
    if (!again) requestAnimationFrame(() => this.reveal(at, { block, again: true })); // blocks that came into view have their true height now
  }

  // uncovered returns what scrolls the text, and between which lines of the window it is seen: where the window is narrow, the side lies over its lower part.
  uncovered(el) {
    const paper = el.closest('.paper');
    const host = getComputedStyle(paper).overflowY === 'visible' ? $('#main') : paper;
    const box = host.getBoundingClientRect();
    const bottom = Math.min(box.bottom, window.innerHeight);
    const side = $('.inspector')?.getBoundingClientRect();
    const covers = side && host !== paper && side.top > box.top && side.top < bottom && $('.inspector > .head');
    return { host, top: Math.max(box.top, 0), bottom: covers ? side.top : bottom };
  }
}

const mostLanes = 14;

// lanesOf gives each coding a lane, so that those that overlap stand beside each other.
function lanesOf(codings) {
  const ends = [];
  const lanes = new Map();
  for (const c of [...codings].sort((a, b) => a.at[0] - b.at[0] || b.at[1] - a.at[1])) {
    let lane = ends.findIndex((end) => end <= c.at[0]);
    if (lane < 0) lane = ends.length;
    ends[lane] = c.at[1];
    lanes.set(c.id, lane);
  }
  return lanes;
}
