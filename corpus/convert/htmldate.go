package convert

import (
	"cmp"
	"strings"

	"crosscase/corpus/pattern"
)

// pubdate is what says of a <time> that it is the page's.
const pubdate = "pubdate"

// published are the names, in lower case, under which a page says when it was published.
var published = setOf("date dc.date dc.date.issued dc.date.created dcterms.date dcterms.issued dcterms.created article:published_time og:article:published_time " +
	"og:published_time published_time publication_date publicationdate publish-date publish_date publishdate pubdate datepublished citation_publication_date " +
	"citation_date sailthru.date parsely-pub-date")

// timeBlocks is how many paragraphs from the top a <time> may stand in to be taken for that of the page.
const timeBlocks = 12

var (
	pageDay  = pattern.Of(`^((?:19|20)\d{2})[-/.]?(\d{2})[-/.]?(\d{2})(?:\D|$)`)
	pageData = pattern.Of(`"datePublished"\s*:\s*"([^"]{4,40})"`)
	pagePart = pattern.Of(`^(?:19|20)\d{2}(?:-\d{2})?$`)
)

// dateOfMeta takes the date that a <meta> gives; the first counts.
func (p *htmlPage) dateOfMeta(a htmlAttributes) {
	if name := strings.ToLower(a.name); !p.surely && (published[name] || published[a.property]) {
		p.takeDate(a.content, cmp.Or(a.property, name), true)
	}
}

// dateOfTime takes the date of a <time>: one that is said to be the page's, or the first at its top.
func (p *htmlPage) dateOfTime(a htmlAttributes) {
	own := a.property == pubdate || a.property == "datepublished" || a.classed("published", "dt-published", "entry-date")
	if !p.surely && (own || p.dated.Date == "" && len(p.blocks) < timeBlocks && len(p.tables) == 0) {
		p.takeDate(a.when, "time", own)
	}
}

// dateOfData takes the date in what a page says of itself for search engines (JSON-LD); a <meta> goes before it.
func (p *htmlPage) dateOfData(script string) {
	if p.dated.Date == "" && strings.Contains(script, "schema.org") {
		if m := pageData.FindStringSubmatch(script); m != nil {
			p.takeDate(m[1], "datePublished", false)
		}
	}
}

// takeDate takes what a page gives for its date.
func (p *htmlPage) takeDate(said, by string, surely bool) {
	if d := datedBy(said, by); d.Date != "" {
		p.dated, p.surely = d, surely
	}
}

// datedBy reads the date that a file gives of itself, and says by what; no date if it is none.
func datedBy(said, by string) Dated {
	said = strings.TrimSpace(said)
	var d Dated
	if m := pageDay.FindStringSubmatch(said); m != nil {
		d.Date = validDate(m[1], m[2], m[3])
	} else if pagePart.MatchString(said) {
		d.Date = said
	} else {
		d = readDate(said)
	}
	if d.Date != "" {
		d.assume(pageDated, by+" "+clip(said, 40))
	}
	return d
}
