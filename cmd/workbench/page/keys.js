// The keys of the document view.
import { $, kept, typing } from './dom.js';
import { pickerOpen } from './picker.js';
import { store } from './store.js';

// documentKey answers a key and tells whether it did.
export function documentKey(view, e) {
  if (!view.paper || pickerOpen() || typing(e.target)) return false;
  const at = view.selection.at;
  const c = view.currentCoding();
  const shift = e.shiftKey;
  if (view.mode?.kind === 'limits') {
    if (e.key === 'Enter') { view.saveLimits(); return true; }
    if (e.key === 'Escape') { view.leaveMode(); return true; }
  }
  if (at && shift && ['ArrowRight', 'ArrowLeft'].includes(e.key)) { view.selection.word(e.key === 'ArrowRight' ? 1 : -1, e.altKey); return true; }
  if (at && shift && ['ArrowDown', 'ArrowUp'].includes(e.key)) { view.selection.more(e.key === 'ArrowDown' ? 1 : -1); view.showSelection(); return true; }
  if (view.mode) return false;
  if (e.key === 'Tab' && !shift && c && e.target.closest?.('.mark')) return view.inspector.enter(); // what can be said of it comes next
  if (e.ctrlKey || e.metaKey || e.altKey) return false;
  if (['ArrowRight', 'ArrowLeft'].includes(e.key)) {
    view.look('', false, true);
    view.selection.sentence(e.key === 'ArrowRight' ? 1 : -1, c, view.here());
    view.showSelection();
    return true;
  }
  if (['ArrowDown', 'ArrowUp'].includes(e.key) && !shift) { view.moveBlock(e.key === 'ArrowDown' ? 1 : -1); return true; }
  if (e.key === 'Escape') {
    if (at) view.selection.clear();
    else if (c) view.look('', false);
    else return false;
    return true;
  }
  if (at) {
    if (e.key === 'Enter') { view.code(); return true; }
    if (e.key.length === 1 && /[\p{L}\p{N}]/u.test(e.key) && kept.get('keys', true)) view.code(); // the letter itself goes to the picker's field
    return false;
  }
  if (e.key === 'Delete' && c && !c.proposed && c.coder === store.coder) { view.remove(c); return true; }
  if (!kept.get('keys', true)) return false;
  const key = e.key.toLowerCase();
  if (c?.proposed) {
    if (key === 'a') { view.decide(c, 'accept'); return true; }
    if (key === 'd') { view.decide(c, 'decline'); return true; }
    if (key === 'c') { view.alter(c); return true; }
    if (key === 'l') { view.limits(c); return true; }
  } else if (c && c.coder === store.coder) {
    const side = { 1: 'for', 2: 'against', 3: 'qualified' }[e.key];
    if (side) { view.change(c, { says: side }); return true; }
    if (key === 'r') { view.recode(c); return true; }
    if (key === 'l') { view.limits(c); return true; }
    if (key === 'm') { $('textarea[name=note]', view.inspector.el)?.focus(); return true; }
  }
  switch (shift ? `⇧${key}` : key) {
    case 'n': view.nextProposal(1); return true;
    case 'p': view.nextProposal(-1); return true;
    case '.': view.moveCoding(1); return true;
    case ',': view.moveCoding(-1); return true;
    case 'o': view.showOthers(!store.others); return true;
    case '⇧f': view.read(); return true;
    case '⇧n': view.step(1); return true;
    case '⇧p': view.step(-1); return true;
    default: return false;
  }
}
