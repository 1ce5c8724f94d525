// Elements are made here and nowhere else. Whatever comes from the study goes into the page as
// text, never as markup.
import { t } from './words.js';

// h makes an element. Of its properties, those that begin with "on" are listeners, "class" and the names with a hyphen
// are attributes, "data" holds data attributes, "style" custom properties, and all others are properties. The value of a text
// field is what it begins with: whether something has been typed can be told from it.
export function h(tag, props = {}, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null) continue;
    if (name.startsWith('on')) el.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(el.dataset, value);
    else if (name === 'style') for (const [k, v] of Object.entries(value)) el.style.setProperty(k, v);
    else if (name === 'class' || name === 'role' || name === 'for' || name === 'list' || name.includes('-')) {
      if (value !== false || name.startsWith('aria-')) el.setAttribute(name, value);
    } else if (name === 'value' && 'defaultValue' in el) el.defaultValue = value;
    else el[name] = value;
  }
  put(el, children);
  return el;
}

function put(el, children) {
  for (const c of children.flat(9)) {
    if (c === undefined || c === null || c === false || c === '') continue;
    el.append(typeof c === 'object' ? c : String(c));
  }
}

// fill gives an element other children. If one of the old ones had the focus, what has taken its place gets it, with what was being
// typed; if nothing has, the nearest that stands around it.
export function fill(el, ...children) {
  const was = document.activeElement;
  const within = was !== el && el.contains(was) && { among: alike(el, was).indexOf(was), around: around(was.parentElement) };
  el.replaceChildren();
  put(el, children);
  if (within) {
    const now = el.contains(was) ? was : alike(el, was).at(within.among) ?? alike(el, was)[0];
    if (now && now !== was) goOnTyping(was, now);
    back([now, ...within.around].filter(Boolean));
  }
  return el;
}

// alike returns the elements within another that stand for the same thing as one of before.
function alike(el, was) { return [...el.querySelectorAll(was.tagName)].filter((e) => standFor(e, was)); }

// standFor tells whether two elements stand for the same thing, so that one may be the other drawn anew.
export function standFor(a, b) {
  const what = (e) => e.id || e.name || e.dataset.id || e.hash || (e.getAttribute('aria-label') ?? (e.matches('button') ? e.textContent : ''));
  return a.tagName === b.tagName && a.type === b.type && what(a) === what(b);
}

// goOnTyping moves what is being typed from a field that has been drawn anew into the new one. It counts as changed when it is left.
function goOnTyping(was, now) {
  if (!was.matches('input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea') || was.value === was.defaultValue) return;
  now.value = was.value;
  now.setSelectionRange(was.selectionStart, was.selectionEnd);
  const left = () => now.dispatchEvent(new Event('change', { bubbles: true }));
  now.addEventListener('blur', left, { once: true });
  now.addEventListener('input', () => now.removeEventListener('blur', left), { once: true }); // from here on the browser tells
}

export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

// inSlices does something with each of many: with the first at once, with the others so many at a time, between which the page
// answers to whoever uses it. It ends early where wanted no longer holds.
export async function inSlices(list, size, each, wanted = () => true) {
  for (let i = 0; i < list.length && wanted(); i += size) {
    list.slice(i, i + size).forEach(each);
    if (i + size < list.length) await (window.scheduler?.yield ? window.scheduler.yield() : new Promise((done) => { setTimeout(done); }));
  }
}

// say tells a screen reader.
export function say(text) {
  const el = $('#said');
  el.textContent = '';
  setTimeout(() => { el.textContent = text; }, 30);
}

// inEnglish frames a message that could not be said in the page's language.
export const inEnglish = (english, ...parts) => (english ? [h('p', { class: 'hint' }, t('english')), h('div', { lang: 'en' }, parts)] : parts);

// note shows a message for a while: what was done, or, with a remedy, what was not.
export function note(text, { hint = '', wrong = false, action = null, english = '' } = {}) {
  const el = h('div', { class: wrong ? 'note wrong' : 'note', role: wrong ? 'alert' : undefined },
    inEnglish(english, h('p', {}, text), hint && h('p', { class: 'hint' }, hint)),
    action && h('button', { class: 'quiet', onclick: () => { el.remove(); action.run(); } }, action.label),
    wrong && h('button', { class: 'close', 'aria-label': t('close'), onclick: () => el.remove() }, '×'));
  const box = $('#notes');
  for (const before of [...box.children].filter((x) => !x.matches('.wrong') || box.children.length > 2)) before.remove();
  box.append(el);
  if (!wrong) say(text);
  setTimeout(() => el.remove(), wrong ? 15000 : 3500);
}

// typing tells whether keys belong to a field, or to a dialog that lies over everything else.
export function typing(target) {
  return target instanceof Element && (target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]') || !!$('dialog[open]'));
}

// dialog shows a dialog until it is closed and returns it. The focus goes back to where it was; if that was drawn anew
// meanwhile, to the nearest of what stood around it that is still there.
export function dialog(title, ...children) {
  const before = around(document.activeElement);
  const d = h('dialog', { 'aria-label': title }, h('header', {}, h('h2', {}, title), h('button', { class: 'close', 'aria-label': t('close'), onclick: () => d.close() }, '×')), h('div', { class: 'dialog-body' }, children));
  d.addEventListener('close', () => { d.remove(); back(before); });
  d.addEventListener('input', () => { d.dataset.touched = ''; }); // another page closes it, but not over what was typed
  d.addEventListener('keydown', (e) => { // Enter in a field of one line does what the dialog is for, as it does in a form
    const go = $('.dialog-body > .buttons .primary', d);
    if (e.key !== 'Enter' || e.isComposing || !go || !e.target.matches('input:not([type=checkbox])')) return;
    e.preventDefault();
    go.click();
  });
  document.body.append(d);
  d.showModal();
  if (document.activeElement?.matches('.close')) $('.dialog-body :is(input:not([type=checkbox]), select, textarea, [role=radio])', d)?.focus();
  return d;
}

// around returns an element and those that it stands in, from the inside out.
export function around(el) {
  const out = [];
  for (; el && el !== document.body; el = el.parentElement) out.push(el);
  return out;
}

// back gives the focus to the first of these elements that can have it, or to what has taken its place; at last to the main part.
export function back(elements) {
  [...elements, $('#main')].some((was) => {
    const el = was.isConnected || !was.id ? was : document.getElementById(was.id);
    el?.focus({ preventScroll: true });
    return document.activeElement === el;
  });
}

// kept remembers a choice of this browser.
export const kept = {
  get(name, otherwise) {
    try { return JSON.parse(localStorage.getItem(`crosscase.${name}`)) ?? otherwise; } catch { return otherwise; }
  },
  set(name, value) {
    try { localStorage.setItem(`crosscase.${name}`, JSON.stringify(value)); } catch { /* it is only a comfort */ }
  },
};
