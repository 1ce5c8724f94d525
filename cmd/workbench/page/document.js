// The document view: reading and coding.
import { get, complain } from './api.js';
import { $, h, fill, kept, note, say } from './dom.js';
import { documentKey } from './keys.js';
import { Inspector } from './inspect.js';
import { paint, paintHits, paintPending, clear } from './paint.js';
import { Paper } from './paper.js';
import { pick, remember, close as closePicker } from './picker.js';
import { Selection } from './select.js';
import { memoDialog } from './memos.js';
import { store } from './store.js';
import { t, n } from './words.js';

export class DocumentView {
  titled = true;

  constructor() {
    this.current = '';
    this.mode = null; // { kind: 'limits', coding }
    this.hint = h('div', { class: 'hintbar', hidden: true });
    this.list = h('nav', { class: 'doclist', 'aria-label': t('documents') });
    this.scroller = h('div', { class: 'paper', tabIndex: 0, 'aria-label': t('transcript') });
    this.head = h('header', { class: 'dochead' });
    this.turn = Promise.resolve(); // the edits before the next one
    this.inspector = new Inspector(this);
    this.el = h('div', { class: 'document' }, this.list, h('div', { class: 'middle' }, this.scroller, this.hint), this.inspector.el);
  }

  async open(key, at) {
    key = key || kept.get(`last.${store.study.title}`, '') || store.study.documents[0]?.key;
    if (!key) { fill(this.el, h('div', { class: 'empty' }, h('h1', { class: 'hidden' }, t('tab.document')), h('p', {}, t('no.documents')), h('a', { class: 'button', href: '#start' }, t('take.in')))); return; }
    let doc;
    try {
      doc = await store.fresh('document', { key });
    } catch (e) {
      if (key !== store.study.documents[0]?.key && !at && store.study.documents.length) { kept.set(`last.${store.study.title}`, ''); await this.open(store.study.documents[0].key); return; }
      this.drawList(); // from which another one can be chosen
      throw e;
    }
    kept.set(`last.${store.study.title}`, key);
    await this.use(doc);
    if (at) {
      requestAnimationFrame(() => {
        this.paper.reveal(at);
        paintHits(this.paper, [at]);
        const c = this.shown().find((x) => String(x.at) === String(at));
        if (c) this.look(c.id, false);
      });
    } else this.scroller.scrollTop = kept.get(`scroll.${key}`, 0);
  }

  close() {
    this.remember();
    closePicker();
    clear();
    this.selection?.close();
    this.paper?.close();
  }

  remember() { if (this.doc) kept.set(`scroll.${this.doc.key}`, Math.round(this.scroller.scrollTop)); }

  // use shows a document as it is now. The page of a text that has not changed stays where it is; that of another one is shown once it is made,
  // unless something else is wanted by then.
  async use(doc) {
    const fresh = !this.doc || this.doc.key !== doc.key || this.doc.digest !== doc.digest || this.doc.blocks.length !== doc.blocks.length;
    let paper;
    if (fresh) {
      this.coming = doc;
      paper = new Paper(doc, { onMark: (id) => this.look(id) });
      await paper.build();
      if (this.coming !== doc) { paper.close(); return; }
    }
    const top = this.scroller.scrollTop;
    const sameDocument = this.doc?.key === doc.key;
    this.doc = doc;
    if (fresh) {
      this.selection?.close();
      this.paper?.close();
      this.current = '';
      this.mode = null;
      this.later = new Set(); // proposals that are left for later, in this round
      this.paper = paper;
      this.selection = new Selection(this.paper, (at) => this.selected(at));
      this.drawHead();
      fill(this.scroller, this.head, this.paper.el, this.foot());
      if (sameDocument) this.scroller.scrollTop = top;
      document.title = `${doc.title} – crosscase`;
    } else {
      this.paper.doc = doc;
      this.drawHead();
    }
    this.drawList();
    this.draw();
  }

  // shown are the codings that are to be seen: mine, those of others unless they are hidden, and proposals.
  shown() { return this.doc.codings.filter((c) => c.coder === store.coder || (!c.proposed || this.showProposed())); }
  showProposed() { return kept.get('proposed', true); }
  proposals() { return this.doc.codings.filter((c) => c.proposed).sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]); }
  currentCoding() { return this.doc?.codings.find((c) => c.id === this.current); }

  draw() {
    if (this.current && !this.currentCoding()) this.current = '';
    const codings = this.shown();
    if (this.current && !codings.some((c) => c.id === this.current)) codings.push(this.currentCoding());
    this.paper.show(codings, this.current);
    paint(this.paper, codings, this.current);
    if (!this.currentCoding()) this.inspector.signature = null;
    this.inspector.show();
  }

  drawHead() {
    const { doc } = this;
    fill(this.head,
      h('select', { class: 'docselect', 'aria-label': t('documents'), onchange: (e) => { location.hash = `#document/${encodeURIComponent(e.target.value)}`; } }, store.study.documents.map((d) => h('option', { value: d.key, selected: d.key === doc.key }, d.title))),
      h('h1', { class: doc.blocks[0]?.text === doc.title ? 'hidden' : undefined }, doc.title),
      h('p', { class: 'meta' }, [doc.cases.map((c) => c.label).join(', '), doc.date, doc.minutes ? t('minutes', { n: doc.minutes }) : '', doc.key].filter(Boolean).join(' · ')),
      h('div', { class: 'toggles' },
        store.study.coders.length > 1 && h('label', { title: t('blind.about') }, h('input', { type: 'checkbox', checked: store.others, onchange: (e) => this.showOthers(e.target.checked) }), t('others.shown')),
        store.others && doc.hidden && h('span', {}, t('blind.until')),
        h('label', {}, h('input', { type: 'checkbox', checked: this.showProposed(), onchange: (e) => { kept.set('proposed', e.target.checked); this.draw(); } }), t('proposed.shown'))));
  }

  foot() {
    return h('footer', { class: 'docfoot', onfocusin: (e) => keepInSight(e.target) }, h('button', { class: 'primary', onclick: () => this.read() }, t('read.finish')), h('button', { class: 'quiet', onclick: () => this.step(1) }, t('next.document')));
  }

  drawList() {
    const byCase = new Map();
    for (const d of store.study.documents) {
      const name = d.cases.map((k) => store.study.cases.find((c) => c.key === k)?.label ?? k).join(', ') || t('no.case');
      if (!byCase.has(name)) byCase.set(name, []);
      byCase.get(name).push(d);
    }
    fill(this.list, [...byCase].map(([name, docs]) => [h('p', { class: 'group' }, name), h('ul', { 'aria-label': name }, docs.map((d) => h('li', {}, h('a', {
      href: `#document/${encodeURIComponent(d.key)}`, 'aria-current': d.key === this.doc?.key ? 'page' : undefined, title: `${d.key}` },
    h('span', { class: 'title' }, d.title), h('span', { class: 'state' }, d.readBy !== '-' ? h('span', { class: 'read', title: t('read.by', { names: store.readers(d) }) }, '✓') : '', d.proposed > 0 && h('span', { class: 'waiting', title: n('proposals.left', d.proposed) }, d.proposed))))))]));
    if (this.listed !== this.doc?.key) this.list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    this.listed = this.doc?.key;
  }

  step(by) {
    const docs = store.study.documents;
    const next = docs[(docs.findIndex((d) => d.key === this.doc.key) + by + docs.length) % docs.length];
    location.hash = `#document/${encodeURIComponent(next.key)}`;
  }

  // took shows what an edit has made.
  async took(out) {
    if (!out) return out;
    if (out.document && out.document.key === this.doc.key) {
      const d = store.document(this.doc.key);
      if (d) {
        d.proposed = out.document.codings.filter((c) => c.proposed).length;
        d.coded = out.document.codings.length - d.proposed;
        d.readBy = out.document.reads.map((r) => r.coder + (r.left.length ? ' (part)' : '')).join(', ') || '-';
      }
      await this.use(out.document);
    }
    return out;
  }

  // edit makes an edit of this document, once those before it are shown: a body that is worked out says what it is by then, or null
  // where there is nothing left to do. An edit that met something newer shows what is there now.
  edit(body, options = {}) {
    const document = this.doc.key;
    const run = async () => {
      const b = typeof body === 'function' ? body() : body;
      return b && await this.took(await store.edit({ document, ...b }, { ...options, onNewer: () => this.reload() }));
    };
    const out = this.turn.then(run);
    this.turn = out.catch(() => {});
    return out;
  }

  // of makes an edit of a coding as it is when its turn comes; one that is gone by then, or decided on, is let be.
  of(c, fields) {
    return () => {
      const now = this.doc.codings.find((x) => x.id === c.id) ?? this.doc.unplaced.find((x) => x.id === c.id);
      return now && now.proposed === c.proposed ? { id: now.id, version: now.version, ...fields } : null;
    };
  }

  async reload() {
    try {
      const doc = await store.fresh('document', { key: this.doc.key });
      if (doc.key === this.doc.key) await this.use(doc); // else another one has been opened meanwhile
    } catch (e) { complain(e); }
  }

  // --- what is selected, and coding it

  selected(at) {
    if (this.mode?.kind === 'limits') {
      paintPending(this.paper, at);
      return;
    }
    paintPending(this.paper, null);
    if (at && this.current) this.look('', false, true);
    this.tell(at ? [t('hint.selected'), h('kbd', {}, t('key.letters')), h('kbd', {}, '↵'), h('kbd', {}, '⇧→'), h('button', { class: 'primary', onmousedown: (e) => e.preventDefault(), onclick: () => this.code() }, t('code.it')), h('button', { onmousedown: (e) => e.preventDefault(), onclick: () => this.memo() }, t('memo'), h('kbd', {}, 'Alt+M'))] : null);
    if (this.doc.unplaced.length) { this.inspector.signature = null; this.inspector.show(); }
  }

  tell(parts) {
    this.hint.hidden = !parts;
    fill(this.hint, parts || '');
  }

  code() {
    const at = this.selection.at;
    if (!at) return;
    const near = this.selection.rect();
    paintPending(this.paper, at);
    pick({ near, title: t('code.passage'), quote: this.paper.text(at),
      cancelled: () => { this.selection.set(at); },
      done: async ({ key, create, says, again }) => {
        const out = await this.edit({ op: 'code', digest: this.doc.digest, at, says, ...(create ? { new: { label: create, origin: 'emergent' } } : { code: key }) }, { quiet: true });
        if (!out) { this.selection.set(at); return; }
        if (create) remember(out.code);
        note(t('coded.with', { code: store.code(key || out.code).label }));
        if (again) { this.selection.set(at); this.code(); } else { this.selection.clear(); this.look(out.id, false); this.focusMark(out.id); }
      } });
  }

  // about is what a memo would be about: what is selected, the passage of the coding that is being looked at, or the document.
  about() {
    if (!this.doc) return null;
    const at = this.selection.at ?? this.currentCoding()?.at;
    const saved = () => { this.selection.clear(); this.inspector.signature = null; this.draw(); };
    return at ? { what: `${this.doc.key}:${at[0]}-${at[1]}`, quote: this.paper.text(at), saved } : { what: `document:${this.doc.key}`, saved };
  }

  memo() {
    const a = this.about();
    memoDialog(a.what, a);
  }

  // useCode codes what is selected, or goes to the next place that has the code.
  async useCode(key) {
    const at = this.selection.at;
    if (at) {
      const out = await this.edit({ op: 'code', digest: this.doc.digest, at, says: 'for', code: key }, { quiet: true });
      if (out) { note(t('coded.with', { code: store.code(key).label })); this.selection.clear(); this.look(out.id, false); }
      return;
    }
    const places = this.shown().filter((c) => c.code === key).sort((a, b) => a.at[0] - b.at[0]);
    if (!places.length) { note(t('not.used.here', { code: store.code(key).label })); return; }
    const i = places.findIndex((c) => c.id === this.lastUsed);
    this.lastUsed = places[(i + 1) % places.length].id;
    this.paper.reveal(places[(i + 1) % places.length].at);
    this.look(this.lastUsed, false);
  }

  // --- one coding

  // look makes a coding the one that is being looked at.
  look(id, reveal = true, keepSelection = false) {
    if (this.mode) this.leaveMode();
    this.current = id === this.current && reveal ? '' : id;
    if (this.current && !keepSelection && this.selection.at) this.selection.clear();
    this.draw();
    const c = this.currentCoding();
    if (c) say([store.code(c.code).label, c.proposed ? t('proposed') : store.coderLabel(c.coder), t(`says.${c.says}`), this.paper.text(c.at).slice(0, 160)].join(', '));
  }

  focusMark(id) {
    const c = this.doc.codings.find((x) => x.id === id);
    if (c) this.paper.markOf(c)?.focus({ preventScroll: true });
  }

  goTo(c) {
    this.look(c.id, false);
    this.paper.reveal(c.at);
    this.focusMark(c.id);
  }

  async change(c, fields) { await this.edit(this.of(c, { op: 'change', ...fields }), { quiet: true }); }
  async confirm(c) { await this.edit(this.of(c, { op: 'confirm' })); }
  async place(c, at) { await this.edit({ op: 'place', id: c.id, digest: this.doc.digest, at }); this.selection.clear(); }

  async remove(c) {
    const out = await this.edit(this.of(c, { op: 'remove' }), { quiet: true });
    if ([document.body, $('#main')].includes(document.activeElement)) this.paper.blockAt(c.at[0])?.el.focus({ preventScroll: true });
    if (out) note(t('removed', { code: store.code(c.code).label }), { action: { label: t('undo'), run: () => document.dispatchEvent(new CustomEvent('undo')) } });
  }

  recode(c) {
    pick({ near: this.near(c), title: t('recode'), quote: this.paper.text(c.at), says: false, exclude: [c.code],
      done: ({ key, create }) => this.change(c, create ? { new: { label: create, origin: 'emergent' } } : { code: key }) });
  }

  near(c) {
    const rects = [...this.paper.range(c.at).getClientRects()].filter((r) => r.width > 0);
    return rects.length && rects[0].bottom > 0 && rects[0].top < window.innerHeight ? { first: rects[0], last: rects[rects.length - 1] } : null;
  }

  async adopt(c) { const out = await this.edit({ op: 'code', digest: this.doc.digest, at: c.at, code: c.code, says: c.says, value: c.value }); if (out) this.look(out.id, false); }

  // limits lets the limits of a coding be moved: with the keys, or by selecting anew.
  limits(c) {
    this.mode = { kind: 'limits', coding: c };
    this.selection.set([...c.at]);
    paintPending(this.paper, c.at);
    this.paper.blockAt(c.at[0]).el.focus({ preventScroll: true });
    this.tell([t('hint.limits'), h('kbd', {}, '⇧→'), h('kbd', {}, '⇧←'), h('kbd', {}, '⌥⇧→'), h('button', { class: 'primary', onmousedown: (e) => e.preventDefault(), onclick: () => this.saveLimits() }, t('save'), h('kbd', {}, '↵')), h('button', { onclick: () => this.leaveMode() }, t('cancel'), h('kbd', {}, 'Esc'))]);
    say(t('hint.limits'));
  }

  async saveLimits() {
    const { coding } = this.mode;
    const at = this.selection.at;
    this.leaveMode();
    if (!at || String(at) === String(coding.at)) return;
    const { digest } = this.doc;
    if (coding.proposed) {
      const next = this.following(this.proposals().findIndex((x) => x.id === coding.id));
      if (await this.edit(this.of(coding, { op: 'alter', code: coding.code, digest, at, says: coding.says }))) this.after(next);
    } else {
      await this.change(coding, { digest, at });
      this.focusMark(coding.id);
    }
  }

  leaveMode() {
    this.mode = null;
    paintPending(this.paper, null);
    this.tell(null);
    this.selection.clear();
  }

  // --- proposals

  // nextProposal goes to the next proposal, and leaves the one that is being looked at for later: it does not come again before all
  // the others are decided on or left. The one before comes again whether or not it was left.
  nextProposal(by) {
    const all = this.proposals();
    if (!all.length) { note(t('proposals.none')); return; }
    let i = all.findIndex((c) => c.id === this.current);
    if (by > 0 && i >= 0) { this.later.add(this.current); this.after(this.following(i)); return; }
    if (i < 0) {
      i = all.findIndex((c) => c.at[0] >= this.here().block.at[0]) - (by > 0 ? 1 : 0);
      if (by > 0) { this.after(this.following(i)); return; }
    }
    this.goTo(all[(i + by + all.length) % all.length]);
  }

  // following returns the proposal behind the n-th that is not left for later, from the beginning again behind the last.
  following(n) {
    const all = this.proposals();
    return [...all.slice(n + 1), ...all.slice(0, n + 1)].find((c) => !this.later.has(c.id))?.id;
  }

  async decide(c, how) {
    const next = this.following(this.proposals().findIndex((x) => x.id === c.id));
    const out = await this.edit(this.of(c, { op: how }), { quiet: true });
    if (!out) return;
    note(t(how === 'accept' ? 'accepted' : 'declined', { code: store.code(c.code).label }));
    this.after(next);
  }

  // after goes on to a proposal, or, where it waits no more, to the first that does.
  after(id) {
    const all = this.proposals();
    const c = all.find((x) => x.id === id && !this.later.has(id)) ?? all.find((x) => !this.later.has(x.id));
    if (c) { this.goTo(c); return; }
    this.later.clear(); // the next round begins with them
    this.look('', false);
    note(all.length ? n('later', all.length) : t('proposals.done'));
  }

  alter(c) {
    const next = this.following(this.proposals().findIndex((x) => x.id === c.id));
    pick({ near: this.near(c), title: t('alter'), quote: this.paper.text(c.at),
      done: async ({ key, create, says }) => {
        const out = await this.edit(this.of(c, { op: 'alter', says, ...(create ? { new: { label: create, origin: 'emergent' } } : { code: key }) }), { quiet: true });
        if (out) this.after(next);
      } });
  }

  // --- the whole document

  async read() { const out = await this.edit({ op: 'read' }, { quiet: true }); if (out) note(t('read.done', { title: this.doc.title })); }
  async unread() { await this.edit({ op: 'unread' }, { quiet: true }); }

  async showOthers(is) {
    if (!await store.showOthers(is)) { this.drawHead(); return; }
    document.dispatchEvent(new CustomEvent('steps'));
    await this.reload();
    note(t(is ? 'others.now' : 'others.hidden'));
  }

  // --- keys

  focusedBlock() {
    const el = document.activeElement?.closest?.('.block');
    if (el && this.paper.el.contains(el)) return this.paper.blocks[el.dataset.i];
    if (this.selection.at) return this.paper.blockAt(this.selection.at[0]);
    const c = this.currentCoding();
    if (c) return this.paper.blockAt(c.at[0]);
    return null;
  }

  // here returns the block in which one is reading: the one that has the focus, if it is on the screen, else the first that is.
  here() {
    const box = this.scroller.getBoundingClientRect();
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, window.innerHeight)];
    const onScreen = (b) => { const r = b.el.getBoundingClientRect(); return r.bottom > top + 20 && r.top < bottom; };
    const focused = this.focusedBlock();
    return focused && onScreen(focused) ? focused : this.paper.blocks.find(onScreen) ?? focused ?? this.paper.blocks[0];
  }

  moveBlock(by) {
    const here = this.here();
    const next = here === this.focusedBlock() ? this.paper.blocks[Math.max(0, Math.min(this.paper.blocks.length - 1, here.i + by))] : here;
    this.look('', false);
    this.selection.clear();
    next.el.focus({ preventScroll: true });
    next.el.scrollIntoView({ block: 'nearest' });
  }

  moveCoding(by) {
    const all = this.shown().sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
    if (!all.length) return;
    let i = all.findIndex((c) => c.id === this.current);
    if (i < 0) {
      i = all.findIndex((c) => c.at[0] >= this.here().block.at[0]);
      i = by > 0 ? i - 1 : i;
    }
    this.goTo(all[(i + by + all.length) % all.length]);
  }

  // pressed answers a key and tells whether it did.
  pressed(e) { return documentKey(this, e); }

  showSelection() {
    const at = this.selection.at;
    if (!at) return;
    const b = this.paper.blockAt(at[0]);
    if (document.activeElement !== b.el) b.el.focus({ preventScroll: true });
    const r = this.selection.rect();
    const box = this.scroller.getBoundingClientRect();
    if (r?.first && (r.first.top < box.top + 30 || r.last.bottom > box.bottom - 60)) this.scroller.scrollTop += r.first.top - box.top - box.height * 0.35;
    say(this.paper.text(at));
  }

  // changed hears of files that have changed.
  async changed(report) {
    if (!this.doc) return;
    const stem = this.doc.key.replace(/\.txt$/, '');
    if (report.all || report.files.some((f) => f.includes(`/${stem}.`) || !/^(codings|reviews|documents)\//.test(f))) await this.reload();
    else this.drawList();
  }

}

// keepInSight scrolls to what has the focus until the paragraphs about it, which are laid out only when they come near, have found their heights.
function keepInSight(e, frames = 12) {
  if (document.activeElement !== e) return;
  e.scrollIntoView({ block: 'nearest' });
  if (frames > 0) requestAnimationFrame(() => keepInSight(e, frames - 1));
}
