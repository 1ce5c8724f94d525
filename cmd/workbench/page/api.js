// Talking to the server. An edit has a key, so that one which is sent again, because nobody knows whether
// it arrived, is done once.
import { $, fill, note } from './dom.js';
import { t } from './words.js';

export const pageId = crypto.randomUUID();

// asker is in whose name the page asks: what the answers hold depends on it.
export const asker = { coder: '' };

export class Refused extends Error {
  constructor(status, body) {
    super(body.error || String(status));
    this.status = status;
    this.hint = body.hint || '';
    this.now = body.now;
    this.english = body.english;
    this.skip = body.skip;
  }
}

// Unreachable is an answer that did not come.
export class Unreachable extends Error {}

async function answer(asked) {
  let response;
  let text;
  try {
    response = await asked;
    text = await response.text();
  } catch (e) { throw new Unreachable(e.message); }
  let body = {};
  try { body = JSON.parse(text); } catch { body = { error: text.trim() }; }
  if (!response.ok) throw new Refused(response.status, body);
  return body;
}

export async function get(path, params = {}) {
  const q = new URLSearchParams(Object.entries({ ...params, as: asker.coder }).filter(([, v]) => v !== undefined && v !== '' && v !== null));
  return answer(fetch(`/api/${path}?${q}`));
}

export async function post(path, body) {
  return answer(fetch(`/api/${path}`, { method: 'POST', headers: { 'X-Crosscase': '1', 'Content-Type': 'application/json' }, body: JSON.stringify(body) }));
}

export async function send(path, files, params = {}) {
  const form = new FormData();
  for (const f of files) form.append('files', f, f.name);
  const q = new URLSearchParams(Object.entries({ ...params, as: asker.coder }).filter(([, v]) => v));
  return answer(fetch(`/api/${path}?${q}`, { method: 'POST', headers: { 'X-Crosscase': '1' }, body: form }));
}

export function connected(is) {
  const el = $('#banner');
  if (is === el.hidden) return;
  el.hidden = is;
  if (!is) fill(el, t('connection.lost'));
}

let queue = Promise.resolve();

// edit sends an edit after those before it have been answered. Where the connection breaks it is sent again, under the
// same key, for a minute.
export function edit(body) {
  const request = { ...body, key: crypto.randomUUID(), page: pageId };
  const run = async () => {
    for (let wait = 200, left = 60000; ; left -= wait, wait = Math.min(wait * 2, 5000)) {
      try {
        const out = await post('edit', request);
        connected(true);
        return out;
      } catch (e) {
        if (!(e instanceof Unreachable) || left <= 0) throw e;
        connected(false);
        await new Promise((done) => { setTimeout(done, wait); });
      }
    }
  };
  const result = queue.then(run);
  queue = result.catch(() => {});
  return result;
}

// complain shows why something was not done, with what else can be done. A mistake of the page's own is no lost connection, and goes to the browser's console too.
export function complain(e, action = null) {
  if (e instanceof Refused) note(e.message, { hint: e.hint, wrong: true, english: e.english, action });
  else if (e instanceof Unreachable) note(t('connection.gone'), { wrong: true });
  else {
    note(t('page.failed'), { wrong: true });
    window.reportError(e);
  }
}

// listen calls back with each report of a change, and again whenever the connection is back.
export function listen(tell) {
  const source = new EventSource('/api/events');
  source.onmessage = (m) => { connected(true); tell(JSON.parse(m.data)); };
  source.onerror = () => connected(false);
}
