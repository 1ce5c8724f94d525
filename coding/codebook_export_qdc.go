package coding

import (
	"bytes"
	"crypto/sha1"
	"encoding/xml"
	"fmt"
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/pattern"
)

const qdcSpace = "urn:QDA-XML:codebook:1.0"

var rrggbb = pattern.Of(`^#[0-9a-f]{6}$`)

// codesQDC returns a code book as a REFI-QDA codebook, and the colours that such a file cannot
// hold.
func codesQDC(b *Codebook, study string) ([]byte, []LeftOut) {
	var out bytes.Buffer
	var left []LeftOut
	out.WriteString(xml.Header + `<CodeBook xmlns="` + qdcSpace + `" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="` + qdcSpace +
		` http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd" origin="crosscase">` + "\n  <Codes>\n")
	var write func(codes []Code, indent string)
	write = func(codes []Code, indent string) {
		for i := range codes {
			c := &codes[i]
			fmt.Fprintf(&out, `%s<Code guid="%s" name="%s" isCodable="true"`, indent, guidOf(study, c.Key), escapeXML(oneLine(c.Title())))
			switch colour := readColour(c.Colour); {
			case rrggbb.MatchString(colour):
				fmt.Fprintf(&out, ` color="%s"`, strings.ToUpper(colour))
			case c.Colour != "":
				left = append(left, LeftOut{catalogue.Text("%s: %s", c.Key, c.Colour), "a colour that is not written as #rrggbb"})
			}
			description := qdcDescription(c)
			if description == "" && len(c.Children) == 0 {
				out.WriteString("/>\n")
				continue
			}
			out.WriteString(">\n")
			if description != "" {
				fmt.Fprintf(&out, "%s  <Description>%s</Description>\n", indent, escapeXML(description))
			}
			write(c.Children, indent+"  ")
			out.WriteString(indent + "</Code>\n")
		}
	}
	write(b.Codes, "    ")
	out.WriteString("  </Codes>\n</CodeBook>\n")
	return out.Bytes(), left
}

// qdcDescription returns the definition and, each on a line of its own, what else the description
// holds.
func qdcDescription(c *Code) string {
	parts := []string{strings.TrimRight(c.Definition, "\n")}
	for _, name := range []string{"include", "exclude", "example"} {
		f, _ := fieldNamed(name)
		if text := strings.TrimRight(f.get(c), "\n"); text != "" {
			parts = append(parts, strings.ToUpper(name[:1])+name[1:]+": "+text)
		}
	}
	return strings.TrimLeft(strings.Join(parts, "\n"), "\n")
}

// escapeXML writes a text as XML; what XML cannot hold is left out.
func escapeXML(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff || r == 0xfffd {
			return -1
		}
		return r
	}, s)
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "\t", "&#9;").Replace(s)
}

// guidOf returns the guid of a code: the same for the same study and key (RFC 9562, version 5).
func guidOf(study, key string) string {
	space := []byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8} // for addresses
	sum := sha1.Sum(append(space, "urn:crosscase:"+study+":code:"+key...))
	sum[6], sum[8] = sum[6]&0x0f|0x50, sum[8]&0x3f|0x80
	return strings.ToUpper(fmt.Sprintf("%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16]))
}
