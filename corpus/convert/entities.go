package convert

import "strings"

// entities are the signs of HTML that stand in texts which were copied from a page.
var entities = strings.NewReplacer(
	"&#39;", "'", "&#039;", "'", "&#x27;", "'", "&apos;", "'", "&#34;", `"`, "&quot;", `"`, "&lt;", "<", "&gt;", ">", "&nbsp;", " ", "&#160;", " ",
	"&hellip;", "…", "&#8230;", "…", "&ndash;", "–", "&#8211;", "–", "&mdash;", "—", "&#8212;", "—",
	"&lsquo;", "‘", "&rsquo;", "’", "&#8217;", "’", "&ldquo;", "“", "&rdquo;", "”", "&laquo;", "«", "&raquo;", "»",
	"&aring;", "å", "&Aring;", "Å", "&aelig;", "æ", "&AElig;", "Æ", "&oslash;", "ø", "&Oslash;", "Ø", "&auml;", "ä", "&ouml;", "ö",
	"&uuml;", "ü", "&eacute;", "é", "&#229;", "å", "&#230;", "æ", "&#248;", "ø")

// ampersands writes "&amp;" as "&", also where it was written so twice.
func ampersands(s string) string {
	if !strings.Contains(s, "&amp;") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "&amp;")
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i+1])
		for s = s[i+1:]; strings.HasPrefix(s, "amp;"); {
			s = s[len("amp;"):]
		}
	}
}

// resolveEntities writes the signs of HTML in a transcript as themselves.
func resolveEntities(blocks []Block, r *Report) []Block {
	var out []Block // nil as long as nothing was found
	for i := range blocks {
		b := &blocks[i]
		if b.Cells != nil || strings.IndexByte(b.Text, '&') < 0 {
			continue
		}
		text := entities.Replace(ampersands(b.Text))
		if text == b.Text {
			continue
		}
		lines := strings.Split(text, "\n") // a no-break space may end a line
		kept := lines[:0]
		for _, l := range lines {
			if b.Kind == Heading {
				l = strings.Join(strings.Fields(l), " ")
			}
			if l = strings.TrimRight(l, " \t"); l != "" {
				kept = append(kept, l)
			}
		}
		if text = strings.Join(kept, "\n"); text == "" {
			continue
		}
		if out == nil {
			out = append([]Block(nil), blocks...)
		}
		out[i].Text = text
		d := digitsIn(b.Text) - digitsIn(text)
		r.add("normalised", "signs of HTML (&#39; and the like) written as themselves", 1, weigh(b.Text)-weigh(text), clip(b.Text[strings.IndexByte(b.Text, '&'):], 20))
		if d != 0 {
			r.add("normalised", timesEntry, 0, -d, "")
		}
	}
	if out == nil {
		return blocks
	}
	return out
}
