// The page: what stands at the top, which view is shown, and the keys that hold everywhere.
import { asker, complain, listen, pageId } from './api.js';
import { $, dialog, fill, h, kept, note, standFor, typing } from './dom.js';
import { help } from './help.js';
import { memoDialog } from './memos.js';
import { store } from './store.js';
import { t } from './words.js';

const views = {
  document: () => import('./document.js').then((m) => new m.DocumentView()),
  codebook: () => import('./codebook.js').then((m) => new m.CodebookView()),
  search: () => import('./search.js').then((m) => new m.SearchView()),
  cases: () => import('./cases.js').then((m) => new m.CasesView()),
  compare: () => import('./compare.js').then((m) => new m.CompareView()),
  memos: () => import('./memos.js').then((m) => new m.MemosView()),
  coverage: () => import('./coverage.js').then((m) => new m.CoverageView()),
  status: () => import('./status.js').then((m) => new m.StatusView()),
  start: () => import('./start.js').then((m) => new m.StartView()),
};
const tabs = ['document', 'codebook', 'search', 'cases', 'compare', 'memos', 'coverage', 'status'];

let view = null;
let shown = '';
let going = Promise.resolve();

// route shows the view that the address names: #view/what/where.
function route() {
  const [name, ...rest] = location.hash.slice(1).split('/').map(decodeURIComponent);
  let wanted = views[name] ? name : 'document';
  if (!store.study.study) wanted = 'start';
  going = going.then(() => show(wanted, rest)).catch(complain);
}

async function show(name, rest) {
  if (shown !== name || !view) {
    view?.close?.();
    view = await views[name]();
    shown = name;
    fill($('#main'), !view.titled && h('h1', { class: 'hidden' }, t(`tab.${name}`)), view.el); // one first heading: that of the view, where it has one
    $('#main').className = `view-${name}`;
    document.title = `${name === 'document' ? '' : `${t(`tab.${name}`)} – `}${store.study.title || 'crosscase'}`;
  }
  drawTop();
  const at = /^(\d+)-(\d+)$/.exec(rest[1] || '');
  await view.open(rest[0], at ? [Number(at[1]), Number(at[2])] : rest[1]);
}

function drawTop() {
  const { undo, redo } = store.steps();
  fill($('#skip'), t('skip'));
  fill($('#top'),
    h('a', { class: 'brand', href: '#document', title: store.study.folder }, h('img', { src: '/page/icon.svg', alt: '', width: 22, height: 22 }), h('span', {}, store.study.title || 'crosscase')),
    store.study.study && h('nav', { class: 'tabs', 'aria-label': t('views') }, tabs.map((name, i) => h('a', { id: `tab-${name}`, href: `#${name}`, 'aria-current': shown === name ? 'page' : undefined, title: `Alt+${i + 1}` }, t(`tab.${name}`)))),
    store.study.study && h('div', { class: 'tools' },
      h('button', { id: 'undo', disabled: !undo, title: undo ? `${t('undo')}: ${undo} (Ctrl+Z)` : t('undo'), 'aria-label': undo ? `${t('undo')}: ${undo}` : t('undo'), onclick: () => step('undo') }, '↶'),
      h('button', { id: 'redo', disabled: !redo, title: redo ? `${t('redo')}: ${redo} (Ctrl+⇧+Z)` : t('redo'), 'aria-label': redo ? `${t('redo')}: ${redo}` : t('redo'), onclick: () => step('redo') }, '↷'),
      store.study.problems.length > 0 && h('button', { id: 'problems', class: 'warn', title: t('problems'), onclick: problems }, `! ${store.study.problems.length}`),
      store.study.blind && h('span', { class: 'tag', title: t('blind.about') }, t('blind')),
      store.study.coders.length > 1 ? h('label', { class: 'who-codes' }, h('span', { class: 'hidden' }, t('who.codes')), h('select', { id: 'coder', title: t('who.codes'), onchange: (e) => { store.coder = e.target.value; asker.coder = store.coder; kept.set('coder', store.coder); changed({ all: true, files: [] }); } }, store.study.coders.map((c) => h('option', { value: c.name, selected: c.name === store.coder }, c.label)))) : h('span', { class: 'who-codes', title: t('who.codes') }, store.coderLabel(store.coder)),
      h('button', { id: 'help', title: `${t('help')} (?)`, 'aria-label': t('help'), onclick: help }, '?')));
}

function problems() {
  dialog(t('problems'), h('ol', { class: 'problems' }, store.study.problems.map((p) => h('li', {}, p))), h('p', { class: 'faint' }, t('problems.about')));
}

// step takes the latest change back, or does it again, or leaves it as it is and goes on to the one before.
async function step(op, how = '') {
  const doc = shown === 'document' ? view.doc?.key : '';
  if (!store.steps()[op]) { note(t(`${op}.none`)); return; }
  const out = await store.edit({ op, how, document: doc }, { onSkip: () => step(op, 'skip') });
  if (!out) return;
  if (out.document) await view.took(out);
  else await view.changed?.({ all: true, files: [] });
  drawTop();
}

let untold = null; // what has changed and is not shown yet

// changed shows what has changed on disk or in another page, once the view that is being opened is there.
function changed(report) {
  if (untold) {
    untold.all ||= report.all;
    untold.files.push(...report.files);
    return;
  }
  untold = { all: report.all, files: [...report.files] };
  going = going.then(async () => {
    const news = untold;
    untold = null;
    await store.load();
    drawTop();
    await view?.changed?.(news);
  }).catch(complain);
}

document.addEventListener('steps', drawTop);
document.addEventListener('undo', () => step('undo'));
document.addEventListener('redraw', () => changed({ all: true, files: [] }));
window.addEventListener('hashchange', () => { document.querySelectorAll('dialog[open]:not([data-touched])').forEach((d) => d.close()); route(); });
window.addEventListener('beforeunload', () => view?.remember?.());

// An Enter that was pressed somewhere else does not press what has got the focus meanwhile, unless it is the same, drawn anew.
let pressedOn = null;
document.addEventListener('keydown', (e) => { pressedOn = e.target; }, true);
document.addEventListener('keypress', (e) => { if (e.key === 'Enter' && pressedOn && e.target !== pressedOn && !standFor(e.target, pressedOn)) e.preventDefault(); }, true);

document.addEventListener('keydown', (e) => {
  const ctrl = e.ctrlKey || e.metaKey;
  const key = e.key.toLowerCase();
  if (ctrl && !typing(e.target) && (key === 'z' || key === 'y')) {
    e.preventDefault();
    step(key === 'y' || e.shiftKey ? 'redo' : 'undo');
    return;
  }
  if (!store.study?.study) return;
  if (e.altKey && !ctrl && !e.shiftKey && /^[1-8]$/.test(e.key)) {
    e.preventDefault();
    location.hash = `#${tabs[e.key - 1]}`;
    return;
  }
  if (e.altKey && !ctrl && !e.shiftKey && e.code === 'KeyM' && view?.about) { // a memo on what is at hand
    e.preventDefault();
    const a = view.about();
    if (a) memoDialog(a.what, a);
    return;
  }
  if (view?.pressed?.(e)) { e.preventDefault(); return; }
  if (typing(e.target) || ctrl || e.altKey || !kept.get('keys', true)) return;
  if (e.key === '?') { e.preventDefault(); help(); }
  if (e.key === '/') { e.preventDefault(); location.hash = '#search'; setTimeout(() => $('input[type=search]')?.focus(), 80); }
});

async function begin() {
  await store.load();
  let version = store.study.version;
  let first = true;
  listen((report) => {
    const gap = report.version > version + 1;
    const news = report.version > version;
    version = Math.max(version, report.version);
    if (first) { first = false; if (!news) return; }
    if (report.by === pageId && !gap) return;
    if (!report.files && !news) return;
    changed({ files: report.files || [], all: gap || !report.files });
  });
  route();
}

begin().catch((e) => { fill($('#main'), h('p', { class: 'empty' }, e.message)); });

