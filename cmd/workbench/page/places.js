// Places are characters (code points) on disk and in every request. The page counts in UTF-16 units, as
// the browser does. This is the only place where the one is turned into the other.

const astral = /[\ud800-\udbff]/;

// Line is a stretch of text that begins at a character of the document.
export class Line {
  constructor(text, start) {
    this.text = text;
    this.start = start;
    this.plain = !astral.test(text);
  }

  // unit returns the UTF-16 unit of a character of the document, within the stretch.
  unit(char) {
    const n = Math.max(0, char - this.start);
    if (this.plain) return Math.min(n, this.text.length);
    let unit = 0;
    for (let i = 0; i < n && unit < this.text.length; i++) unit += this.text.codePointAt(unit) > 0xffff ? 2 : 1;
    return unit;
  }

  // char returns the character of the document at a UTF-16 unit; one inside a character counts as its begin.
  char(unit) {
    if (this.plain) return this.start + Math.min(unit, this.text.length);
    let n = 0;
    for (let u = 0; u < unit && u < this.text.length; n++) {
      u += this.text.codePointAt(u) > 0xffff ? 2 : 1;
      if (u > unit) break;
    }
    return this.start + n;
  }

  // slice returns the text between two characters of the document.
  slice(from, to) { return this.text.slice(this.unit(from), this.unit(to)); }
}

export function parseLocator(locator) {
  const m = /^(.*):(\d+)-(\d+)$/.exec(locator);
  return m && { document: m[1], at: [Number(m[2]), Number(m[3])] };
}

export const overlaps = (a, b) => a[0] < b[1] && b[0] < a[1];
