package convert

import (
	"cmp"
	"encoding/xml"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"crosscase/corpus/catalogue"
)

// book is the list of parts that an e-book carries.
type book struct {
	archive  *archive
	title    string
	dated    Dated     // when it was published
	chapters []chapter // in reading order
	styles   []string  // names of the style sheets
}

// chapter is a part of the reading order.
type chapter struct {
	name     string // in the archive
	page     bool   // is text, not a picture
	xml      bool
	contents bool // called the table of contents
}

// opf is the file in which an e-book lists its parts.
type opf struct {
	Title []string `xml:"metadata>title"`
	Date  []struct {
		Event string `xml:"event,attr"`
		Day   string `xml:",chardata"`
	} `xml:"metadata>date"`
	Meta []struct {
		Property string `xml:"property,attr"`
		Says     string `xml:",chardata"`
	} `xml:"metadata>meta"`
	Item []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		Type       string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Ref []struct {
		ID string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
	Guide []struct {
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	} `xml:"guide>reference"`
}

const containerPart = "META-INF/container.xml"

// openBook finds the parts of an e-book. All names are looked up in the archive
// only; one that leads out of it is not found.
func openBook(a *archive, r *Report) (*book, error) {
	if a = a.inFolder(containerPart); !a.has(containerPart) {
		return nil, catalogue.Errorf("is %s, not an e-book; %s", a.is(), a.remedy(".epub"))
	}
	var container struct {
		Root []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := unmarshalPart(a, containerPart, &container); err != nil {
		return nil, err
	}
	list := ""
	for _, root := range container.Root {
		if name := path.Clean(unescapePath(root.Path)); list == "" && a.has(name) {
			list = name
		}
	}
	if list == "" {
		return nil, catalogue.Errorf("is a damaged e-book: the list of its parts is not in it; get it again")
	}
	var o opf
	if err := unmarshalPart(a, list, &o); err != nil {
		return nil, err
	}
	b := &book{archive: a}
	for _, t := range o.Title {
		t = strings.Join(strings.Fields(t), " ")
		if !strings.EqualFold(t, "Unknown Title") && !strings.EqualFold(t, "Unknown") {
			b.title = cmp.Or(b.title, t)
		}
	}
	b.dated = o.published()
	b.fill(o, path.Dir(list))
	if len(b.chapters) == 0 {
		b.allPages(r)
	}
	return b, nil
}

// published returns when the book says that it was published. A date that is the day on which the file was made is none: programs write it
// where they know no other.
func (o opf) published() Dated {
	made := ""
	for _, m := range o.Meta {
		if m.Property == "dcterms:modified" {
			made = datedBy(m.Says, "").Date
		}
	}
	for _, d := range o.Date {
		if d.Event != "" && !strings.Contains(strings.ToLower(d.Event), "publi") {
			continue
		}
		if found := datedBy(d.Day, "dc:date"); found.Date != "" && found.Date != made {
			return found
		}
	}
	return Dated{}
}

// fill takes the reading order from the list, whose names are meant from folder.
func (b *book) fill(o opf, folder string) {
	contents := map[string]bool{}
	for _, g := range o.Guide {
		if strings.EqualFold(g.Type, "toc") {
			contents[resolve(folder, g.Href)] = true
		}
	}
	byID := map[string]chapter{}
	for _, item := range o.Item {
		name := resolve(folder, item.Href)
		kind := strings.ToLower(item.Type)
		if kind == "text/css" {
			b.styles = append(b.styles, name)
		}
		byID[item.ID] = chapter{name: name, page: isPage(kind, name), xml: kind != "text/html",
			contents: hasWord(item.Properties, "nav") || contents[name]}
	}
	for _, ref := range o.Ref {
		c, ok := byID[ref.ID]
		if !ok {
			c = chapter{name: ref.ID, page: true}
		}
		b.chapters = append(b.chapters, c)
	}
}

// isPage tells whether a part is text, by its kind or, without one, by its name.
func isPage(kind, name string) bool {
	switch kind {
	case "application/xhtml+xml", "text/html", "application/xml", "text/xml", "text/x-oeb1-document":
		return true
	case "":
		return isPageName(name)
	}
	return false
}

func isPageName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".xhtml", ".html", ".htm", ".xml":
		return !strings.HasPrefix(name, "META-INF/")
	}
	return false
}

// allPages takes every page of a book that lists none, by name.
func (b *book) allPages(r *Report) {
	for name := range b.archive.files {
		if isPageName(name) {
			b.chapters = append(b.chapters, chapter{name: name, page: true, xml: true})
		}
	}
	slices.SortFunc(b.chapters, func(x, y chapter) int { return strings.Compare(x.name, y.name) })
	r.Add("warning", "the e-book does not say in which order its parts are read: taken by their names", 1, "")
}

// resolve returns the name of the part to which a link from a folder leads.
func resolve(folder, href string) string {
	href, _, _ = strings.Cut(href, "#")
	return strings.TrimPrefix(path.Join(folder, unescapePath(href)), "/")
}

// unescapePath resolves %20 and the like in a link.
func unescapePath(s string) string {
	if u, err := url.PathUnescape(s); err == nil {
		return u
	}
	return s
}

// unmarshalPart reads a small XML part.
func unmarshalPart(a *archive, name string, into any) error {
	data, err := a.read(name)
	if err != nil {
		return err
	}
	s, err := decodeMarkup(data, "", &Report{})
	if err == nil {
		dec := xml.NewDecoder(strings.NewReader(s))
		dec.Strict, dec.Entity = false, xml.HTMLEntity
		dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // decoded already
		err = dec.Decode(into)
	}
	if err != nil {
		return catalogue.Errorf("is a damaged e-book (%s: %v); get it again", name, err)
	}
	return nil
}

// fontSecrets are the ways to scramble fonts that leave the text readable.
var fontSecrets = []string{"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}

// checkProtection refuses a book whose chapters are encrypted.
func (b *book) checkProtection() error {
	const part = "META-INF/encryption.xml"
	if !b.archive.has(part) {
		return nil
	}
	var secret struct {
		Data []struct {
			Method struct {
				Algorithm string `xml:",attr"`
			} `xml:"EncryptionMethod"`
			Ref struct {
				URI string `xml:",attr"`
			} `xml:"CipherData>CipherReference"`
		} `xml:"EncryptedData"`
	}
	if err := unmarshalPart(b.archive, part, &secret); err != nil {
		return err
	}
	for _, d := range secret.Data {
		name := resolve("", d.Ref.URI)
		encrypted := slices.ContainsFunc(b.chapters, func(c chapter) bool { return c.name == name })
		if encrypted && !slices.Contains(fontSecrets, d.Method.Algorithm) {
			return catalogue.Errorf("is protected against copying (DRM): its chapters are encrypted; get a copy without protection")
		}
	}
	return nil
}

// faces reads the type of the classes from the style sheets.
func (b *book) faces() (map[string]typeFace, error) {
	faces := map[string]typeFace{}
	for _, name := range b.styles {
		css, err := b.archive.read(name)
		if err != nil {
			return nil, err
		}
		addFaces(faces, string(css))
	}
	return faces, nil
}
