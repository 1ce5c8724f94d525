// What the page knows of the study, and who works in it.
import { asker, get, edit, complain, post, Refused } from './api.js';
import { kept, note } from './dom.js';
import { setWords, t } from './words.js';

export const store = {
  study: null, coder: '', codes: new Map(), known: 0, // known is the newest version of the study of which this page has heard

  // load reads the study anew.
  async load() {
    asker.coder = this.coder || kept.get('coder', '');
    this.take(await this.fresh('study'));
  },

  // fresh gets something of the study. An answer that was on its way while this page heard of something newer is asked for again.
  async fresh(path, params) {
    const coder = asker.coder;
    const out = await get(path, params);
    if (out.version < this.known || coder !== asker.coder) return this.fresh(path, params);
    this.known = out.version;
    return out;
  },

  // others tells whether what others coded is shown; where it is not, none of it comes to this page at all.
  get others() { return !this.study.blind; },

  async showOthers(is) {
    try { this.take(await post('blind', { coder: this.coder, blind: !is })); return true; } catch (e) { complain(e); return false; }
  },

  take(study) {
    this.study = study;
    this.known = Math.max(this.known, study.version);
    setWords(study.words);
    document.documentElement.lang = study.language;
    this.codes = new Map(study.codes.map((c, i) => [c.key, { ...c, index: i }]));
    colours(study.codes);
    const names = study.coders.map((c) => c.name);
    const wanted = this.coder || kept.get('coder', '');
    this.coder = names.includes(wanted) ? wanted : study.coder || names[0] || '';
    asker.coder = this.coder;
  },

  code(key) { return this.codes.get(key) || { key, label: key, kind: '', definition: '', values: [], questions: [], missing: true }; },
  coderLabel(name) { return this.study.coders.find((c) => c.name === name)?.label ?? { guide: t('coder.guide'), rules: t('coder.rules'), consensus: t('coder.consensus') }[name] ?? name; },
  steps() { return this.study.undo[this.coder] || { undo: '', redo: '' }; },
  memo(name) { return this.study.memos.find((m) => m.name === name); },
  readers(d) { return d.readBy.split(', ').map((r) => r.replace(/^(.*?)( \(part\))?$/, (all, name, part) => this.coderLabel(name) + (part ? ` (${t('status.part')})` : ''))).join(', '); },
  document(key) { return this.study.documents.find((d) => d.key === key); },

  // edit makes an edit in the name of whoever works here. It returns the answer, or null if it was refused; then why is
  // shown, and onNewer is given what is there now. A change that cannot be taken back, or done again, is left as it is by onSkip.
  async edit(body, { quiet = false, onNewer = null, onSkip = null } = {}) {
    try {
      const out = await edit({ ...body, coder: this.coder });
      if (out.study) this.take(out.study);
      this.known = Math.max(this.known, out.version);
      this.study.undo[this.coder] = out.steps;
      document.dispatchEvent(new CustomEvent('steps'));
      if (!quiet && out.did) note(out.did.replace(/^\p{Ll}/u, (first) => first.toUpperCase()));
      return out;
    } catch (e) {
      complain(e, e.skip && onSkip && { label: t('skip.change'), run: onSkip });
      if (e instanceof Refused && e.status === 409 && onNewer) onNewer(e.now);
      return null;
    }
  },
};

// The colours are twelve hues that are told apart next to each other; a code has the one of its place among the codes that people
// use, or its own. Structural codes are grey.
const hues = [18, 208, 92, 285, 150, 335, 48, 240, 120, 310, 180, 65];
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

function colours(codes) {
  const rules = [];
  const light = (name, colour, tint, strong) => `.${name} { --code: ${colour} } ::highlight(${name}) { background-color: ${tint} } ::highlight(${name}-proposed) { text-decoration: underline 2px dotted ${strong}; text-underline-offset: 3px }`;
  hues.forEach((hue, i) => {
    rules.push([light(`h${i}`, `oklch(0.58 0.14 ${hue})`, `oklch(0.72 0.13 ${hue} / 0.26)`, `oklch(0.62 0.14 ${hue})`), light(`h${i}`, `oklch(0.74 0.13 ${hue})`, `oklch(0.68 0.13 ${hue} / 0.32)`, `oklch(0.74 0.13 ${hue})`)]);
  });
  rules.push([light('grey', 'oklch(0.62 0.02 250)', 'oklch(0.7 0.02 250 / 0.16)', 'oklch(0.7 0.02 250)'), light('grey', 'oklch(0.66 0.02 250)', 'oklch(0.7 0.02 250 / 0.2)', 'oklch(0.6 0.02 250)')]);
  let next = 0;
  slots.clear();
  for (const c of codes) {
    const own = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(c.colour);
    if (own) {
      const name = `own-${c.colour.slice(1).toLowerCase()}`;
      slots.set(c.key, name);
      const rule = light(name, c.colour, `color-mix(in oklab, ${c.colour} 28%, transparent)`, c.colour);
      rules.push([rule, rule]);
    } else slots.set(c.key, c.kind === 'structural' ? 'grey' : `h${next++ % hues.length}`);
  }
  const text = (i) => rules.map((r) => r[i]).join('\n');
  sheet.replaceSync(`${text(0)}\n@media (prefers-color-scheme: dark) { ${text(1)} }`);
}

const slots = new Map();

// slot returns the class of a code's colour.
export const slot = (key) => slots.get(key) || 'grey';
export const slotNames = () => [...new Set([...slots.values(), 'grey'])];
