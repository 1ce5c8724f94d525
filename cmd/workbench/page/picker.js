// The code picker: a few letters of a code, and Enter. It opens beside what is selected.
import { around, back, h, fill, kept, say } from './dom.js';
import { slot, store } from './store.js';
import { t, n } from './words.js';

let open = null;

export const pickerOpen = () => open !== null;

// rank tells how well a code fits what was typed: 0 is best, -1 not at all.
function rank(code, typed) {
  if (!typed) return 0;
  const label = code.label.toLowerCase();
  const q = typed.toLowerCase();
  if (label === q) return 0;
  if (code.key === q) return 0.5;
  if (label.startsWith(q)) return 1;
  if (label.split(/[\s\-/,()]+/).some((w) => w.startsWith(q))) return 2;
  if (code.key.startsWith(q)) return 3;
  const parts = q.split(/\s+/);
  if (parts.length > 1 && parts.every((p) => label.split(/[\s\-/,()]+/).some((w) => w.startsWith(p)))) return 3;
  if (label.includes(q)) return 4;
  if (code.key.includes(q)) return 5;
  let i = 0;
  for (const c of label) if (c === q[i]) i++;
  return i === q.length && q.length > 2 ? 6 : -1;
}

function pathOf(code) {
  const out = [];
  for (let c = code; c.parent; ) {
    c = store.code(c.parent);
    out.unshift(c.label);
  }
  return out.join(' › ');
}

export function recent() { return kept.get(`recent.${store.study.title}`, []); }
export function remember(key) { kept.set(`recent.${store.study.title}`, [key, ...recent().filter((k) => k !== key)].slice(0, 12)); }

// pick asks for a code. It calls back with { key } or with { create: label } and, for a coding, what it says.
export function pick({ near, title, quote = '', says = true, create = true, exclude = [], done, cancelled = () => {} }) {
  close();
  let chosen = 0;
  let side = 'for';
  let options = [];
  const id = 'picker-list';
  const input = h('input', { type: 'text', placeholder: t('picker.placeholder'), autocomplete: 'off', spellcheck: false, role: 'combobox', 'aria-expanded': 'true', 'aria-controls': id, 'aria-label': title, oninput: () => { chosen = 0; list(); } });
  const ul = h('ul', { id, role: 'listbox', 'aria-label': t('codes') });
  const about = h('div', { class: 'about' });
  const sides = says && h('div', { class: 'segments', role: 'radiogroup', 'aria-label': t('says') },
    ['for', 'against', 'qualified'].map((s, i) => h('button', { type: 'button', role: 'radio', data: { says: s }, 'aria-checked': String(s === side), title: `Alt+${i + 1}`, tabIndex: -1, onclick: () => { choose(s); input.focus(); } }, t(`says.${s}`))));
  const el = h('div', { class: 'picker', role: 'dialog', 'aria-label': title },
    h('div', { class: 'quote' }, quote ? `“${quote.length > 140 ? `${quote.slice(0, 140)}…` : quote}”` : title), input, sides, ul, about);

  function choose(s) {
    side = s;
    for (const b of sides.children) b.setAttribute('aria-checked', String(b.dataset.says === s));
  }

  function list() {
    const q = input.value.trim();
    const order = recent();
    const place = (c) => { const i = order.indexOf(c.key); return i < 0 ? 99 : i; };
    options = [...store.codes.values()].filter((c) => !exclude.includes(c.key)).map((c) => ({ key: c.key, code: c, rank: rank(c, q) })).filter((o) => o.rank >= 0)
      .sort((a, b) => a.rank - b.rank || place(a.code) - place(b.code) || (a.code.kind === 'structural') - (b.code.kind === 'structural') || a.code.index - b.code.index).slice(0, 60);
    if (create && q && !options.some((o) => o.rank < 1)) {
      const made = { create: q, label: t('picker.create', { name: q }) };
      if (options.length && options[0].rank <= 3) options.push(made);
      else options.unshift(made);
    }
    const words = quote.replace(/\s+/g, ' ').replace(/[.,;:]+$/, '');
    if (create && words && words.length <= 90) options.push({ create: words, invivo: true, label: t('picker.invivo', { name: words }) });
    chosen = Math.min(chosen, Math.max(0, options.length - 1));
    fill(ul, options.map((o, i) => h('li', { id: `opt-${i}`, role: 'option', 'aria-selected': String(i === chosen), class: o.code ? slot(o.key) : o.invivo ? 'create invivo' : 'create', data: { key: o.key || '' }, onmousedown: (e) => { e.preventDefault(); take(i, e.shiftKey); }, onmousemove: (e) => { if (chosen !== i && (e.movementX || e.movementY)) { chosen = i; mark(); } } },
      o.code ? [h('span', { class: 'dot' }), h('span', { class: 'name' }, o.code.label), h('span', { class: 'path' }, pathOf(o.code) || (o.code.kind ? kind(o.code.kind) : ''))] : [h('span', { class: 'plus' }, o.invivo ? '❝' : '+'), h('span', { class: 'name' }, o.label), o.invivo && h('kbd', {}, 'Ctrl+↵')])));
    mark();
  }

  function mark() {
    [...ul.children].forEach((li, i) => li.setAttribute('aria-selected', String(i === chosen)));
    const o = options[chosen];
    input.setAttribute('aria-activedescendant', o ? `opt-${chosen}` : '');
    ul.children[chosen]?.scrollIntoView({ block: 'nearest' });
    fill(about, o?.code ? [o.code.definition || h('i', {}, t('no.definition')), o.code.include && h('div', {}, h('b', {}, `${t('code.include')}: `), o.code.include), o.code.exclude && h('div', {}, h('b', {}, `${t('code.exclude')}: `), o.code.exclude)] : o?.invivo ? t('picker.invivo.about') : o ? t('picker.create.about') : t('picker.none'));
  }

  function take(i, again) {
    const o = options[i];
    if (!o) return;
    close();
    if (o.key) remember(o.key);
    done({ key: o.key, create: o.create, says: side, again });
  }

  el.addEventListener('keydown', (e) => {
    e.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[e.key];
    if (step) {
      const last = options.length - 1;
      chosen = step === -1 && chosen === 0 ? last : step === 1 && chosen === last ? 0 : Math.max(0, Math.min(last, chosen + step)); // single steps go round
      mark();
    } else if (e.key === 'Enter') take(e.ctrlKey || e.metaKey ? options.findIndex((o) => o.invivo) : chosen, e.shiftKey);
    else if (e.key === 'Escape') { close(); cancelled(); } else if (sides && e.altKey && ['1', '2', '3'].includes(e.key)) choose(['for', 'against', 'qualified'][e.key - 1]);
    else if (e.key !== 'Tab' || e.target !== input) return;
    if (e.key === 'Tab') return;
    e.preventDefault();
  });
  const outside = (e) => { if (!el.contains(e.target)) { close(); cancelled(); } };
  setTimeout(() => document.addEventListener('mousedown', outside));
  open = { el, outside, before: around(document.activeElement) };
  document.body.append(el);
  list();
  place(el, near);
  input.focus();
  say(`${title}. ${n('picker.count', options.length)}`);
}

export function kind(k) {
  const word = t(`kind.${k}`);
  return word === `kind.${k}` ? k : word;
}

function place(el, near) {
  const w = el.offsetWidth;
  const hgt = Math.min(420, window.innerHeight - 24);
  if (!near || window.innerWidth < 720) { el.classList.add('central'); return; }
  const right = window.innerWidth - w - 12;
  let top = near.last.bottom + 8;
  let left = Math.max(8, Math.min(near.last.left, right));
  if (top + hgt > window.innerHeight - 8) {
    top = near.first.top - 8 - Math.min(el.offsetHeight, hgt);
    if (top < 8) { // neither below nor above it: at the side, so that what is being coded can be read
      top = Math.max(8, Math.min(near.first.top, window.innerHeight - hgt - 8));
      left = right;
    }
  }
  el.style.setProperty('top', `${top}px`);
  el.style.setProperty('left', `${left}px`);
}

export function close() {
  if (!open) return;
  const { el, outside, before } = open;
  open = null;
  document.removeEventListener('mousedown', outside);
  el.remove();
  back(before);
}
