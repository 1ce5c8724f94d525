package manuscript

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// sequences are the orders in which ECMA-376 (Part 1, 5th edition, wml.xsd) lets the children of an element stand. Word calls a
// file damaged, or drops what it cannot place, where they stand in another.
var sequences = map[string]string{
	"rPr":        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
	"pPr":        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
	"tblPr":      "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
	"tcPr":       "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
	"sectPr":     "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
	"style":      "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
	"lvl":        "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
	"numbering":  "numPicBullet abstractNum num numIdMacAtCleanup",
	"tbl":        "bookmarkStart bookmarkEnd tblPr tblGrid tr",
	"tblBorders": "top left start bottom right end insideH insideV",
	"tcBorders":  "top left start bottom right end insideH insideV tl2br tr2bl",
	"pBdr":       "top left bottom right between bar",
	"tblCellMar": "top left start bottom right end",
	"tcMar":      "top left start bottom right end",
	"styles":     "docDefaults latentStyles style",
	"settings":   "writeProtection view zoom removePersonalInformation mirrorMargins defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone evenAndOddHeaders characterSpacingControl updateFields footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping decimalSymbol listSeparator",
}

// first are the elements whose properties have to come before all else in them, and properties what these are called.
var properties = map[string]string{"p": "pPr", "r": "rPr", "tc": "tcPr", "tr": "trPr"}

// outOfOrder returns what stands in another order than the schema has it, or where it may not, in a part of a Word file.
func outOfOrder(part string) ([]string, error) {
	type open struct {
		name     string
		children []string
	}
	var stack []open
	var wrong []string
	d := xml.NewDecoder(strings.NewReader(part))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return wrong, nil
		}
		if err != nil {
			return nil, err
		}
		switch e := token.(type) {
		case xml.StartElement:
			name := e.Name.Local
			if len(stack) > 0 {
				parent := &stack[len(stack)-1]
				if name == properties[parent.name] && len(parent.children) > 0 {
					wrong = append(wrong, name+" is not first in "+parent.name)
				}
				if order := strings.Fields(sequences[parent.name]); len(order) > 0 {
					at := slices.Index(order, name)
					if at < 0 {
						wrong = append(wrong, name+" may not stand in "+parent.name)
					}
					for _, before := range parent.children {
						if slices.Index(order, before) > at {
							wrong = append(wrong, name+" stands after "+before+" in "+parent.name)
						}
					}
				}
				parent.children = append(parent.children, name)
			}
			stack = append(stack, open{name: name})
		case xml.EndElement:
			last := stack[len(stack)-1]
			if last.name == "tc" && (len(last.children) == 0 || last.children[len(last.children)-1] != "p") {
				wrong = append(wrong, "a cell does not end with a paragraph")
			}
			stack = stack[:len(stack)-1]
		}
	}
}

func TestElementsOfWordStandInTheOrderOfItsSchema(t *testing.T) {
	m := sample()
	wide := Table{ID: "t2", Caption: "Bred", Head: []string{""}}
	for range 9 {
		wide.Head = append(wide.Head, "En lang overskrift over en kolonne")
	}
	row := Row{}
	for range wide.Head {
		row.Cells = append(row.Cells, Cell{Lines: []Text{Plain("noe som er sagt"), Plain("og noe til")}, State: "mixed"})
	}
	wide.Rows = []Row{row, {Head: true, Cells: make([]Cell, len(wide.Head))}}
	m.Add(wide, Picture{Caption: "Et bilde", PNG: []byte("png"), Width: 30, Height: 10, Words: "søyler"})
	parts := partsOf(t, docxOf(t, m))
	checked := 0
	for name, text := range parts {
		if !strings.HasPrefix(name, "word/") || !strings.HasSuffix(name, ".xml") {
			continue
		}
		checked++
		wrong, err := outOfOrder(text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, w := range wrong {
			t.Errorf("%s: %s", name, w)
		}
	}
	if checked < 5 {
		t.Errorf("only %d parts were looked at", checked)
	}
	wrong, err := outOfOrder(`<w:p xmlns:w="w"><w:r/><w:pPr><w:jc/><w:spacing/></w:pPr></w:p>`)
	if err != nil || len(wrong) != 2 {
		t.Errorf("a paragraph out of order: %q, %v", wrong, err)
	}
}
