(async () => {
  await Promise.all(document.getAnimations().map((a) => a.finished)); // notes come up
  const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map();
  // rgba reads a colour in any of the forms of CSS.
  const rgba = (colour) => {
    if (!known.has(colour)) {
      pixel.clearRect(0, 0, 1, 1);
      pixel.fillStyle = colour;
      pixel.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
  const style = new Map();
  const of = (el) => { if (!style.has(el)) style.set(el, getComputedStyle(el)); return style.get(el); };
  const grounds = new Map();
  // ground is the colour behind what stands in an element; of stripes it is what lies between them.
  const ground = (el) => {
    if (!el) return rgba(getComputedStyle(document.documentElement).backgroundColor);
    if (!grounds.has(el)) {
      const own = rgba(of(el).backgroundColor);
      const layer = el.matches('dialog, .picker, .note') || own[3] === 1 ? own : over(own, ground(el.parentElement));
      grounds.set(el, layer[3] === 1 ? layer : over(layer, ground(el.parentElement)));
    }
    return grounds.get(el);
  };
  const faded = (el) => { let o = 1; for (let e = el; e; e = e.parentElement) o *= Number(of(e).opacity); return o; };
  const shown = (el) => el.checkVisibility({ visibilityProperty: true }) && !el.closest('.hidden, .skip');
  const asked = (el) => !el.closest(':disabled, [aria-disabled=true]');
  const name = (el) => `${el.tagName.toLowerCase()}${el.className ? `.${String(el.className).trim().split(/\s+/).join('.')}` : ''}`;
  const bad = new Map();
  let measured = 0;
  const hold = (colour, on, least, what, el) => {
    measured++;
    const c = over([...colour.slice(0, 3), colour[3] * faded(el)], on);
    const r = ratio(c, on);
    if (r + 0.005 < least) bad.set(`${name(el.parentElement)} > ${name(el)} ${what} ${r.toFixed(2)} of ${least}`, el.textContent.trim().slice(0, 40));
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n; (n = walk.nextNode());) {
    const el = n.parentElement;
    if (!n.data.trim() || el.matches('script, style, option, datalist *') || !shown(el) || !asked(el)) continue;
    const size = parseFloat(of(el).fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(of(el).fontWeight) >= 700);
    hold(rgba(of(el).color), ground(el), large ? 3 : 4.5, 'text', el);
  }
  for (const el of document.querySelectorAll('input:not([type=checkbox], [type=radio], [type=file]), select, textarea')) {
    if (!shown(el) || !asked(el)) continue;
    hold(rgba(of(el).borderTopColor), ground(el.parentElement), 3, 'edge', el);
    hold(rgba(of(el).color), ground(el), 4.5, 'text', el);
    if (el.placeholder) hold(rgba(getComputedStyle(el, '::placeholder').color), ground(el), 4.5, 'placeholder', el);
  }
  for (const el of document.querySelectorAll('.bar')) hold(rgba(of(el).getPropertyValue('--code')), ground(el.parentElement), 3, 'bar', el);
  for (const [highlight, ranges] of CSS.highlights) {
    const seen = new Set();
    for (const r of ranges) {
      const el = r.startContainer.parentElement;
      const key = `${of(el).color} ${ground(el)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const s = getComputedStyle(el, `::highlight(${highlight})`);
      const back = rgba(s.backgroundColor);
      if (back[3] > 0) hold(rgba(s.color), over(back, ground(el)), 4.5, `in ${highlight}`, el);
    }
  }
  return { Measured: measured, Bad: [...bad].map(([k, v]) => `${k}: “${v}”`) };
})()
