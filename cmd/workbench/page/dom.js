// Elements are made here and nowhere else. Whatever comes from the study goes into the page as
// text, never as markup.
import { t } from './words.js';

// h makes an element. Of its properties, those that begin with "on" are listeners, "class" and the names with a hyphen
// are attributes, "data" holds data attributes, "style" custom properties, and all others are properties.
export function h(tag, props = {}, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null) continue;
    if (name.startsWith('on')) el.addEventListener(name.slice(2), value);
    else if (name === 'data') Object.assign(el.dataset, value);
    else if (name === 'style') for (const [k, v] of Object.entries(value)) el.style.setProperty(k, v);
    else if (name === 'class' || name === 'role' || name === 'for' || name === 'list' || name.includes('-')) {
      if (value !== false || name.startsWith('aria-')) el.setAttribute(name, value);
    } else el[name] = value;
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

// fill gives an element other children.
export function fill(el, ...children) {
  el.replaceChildren();
  put(el, children);
  return el;
}

export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

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
  while (box.children.length > 2) box.firstChild.remove();
  box.append(el);
  if (!wrong) say(text);
  setTimeout(() => el.remove(), wrong ? 15000 : 3500);
}

// typing tells whether keys belong to a field.
export function typing(target) {
  return target instanceof Element && (target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]') || !!target.closest('dialog[open]'));
}

// dialog shows a dialog until it is closed and returns it. The focus goes back to where it was; if that was drawn anew
// meanwhile, to the nearest of what stood around it that is still there.
export function dialog(title, ...children) {
  const before = [];
  for (let el = document.activeElement; el && el !== document.body; el = el.parentElement) before.push(el);
  const d = h('dialog', { 'aria-label': title }, h('header', {}, h('h2', {}, title), h('button', { class: 'close', 'aria-label': t('close'), onclick: () => d.close() }, '×')), h('div', { class: 'dialog-body' }, children));
  d.addEventListener('close', () => { d.remove(); back(before); });
  document.body.append(d);
  d.showModal();
  return d;
}

// back gives the focus to the first of these elements that can have it, or to what has taken its place.
function back(elements) {
  elements.some((was) => {
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
