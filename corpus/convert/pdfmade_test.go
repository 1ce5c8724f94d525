package convert

import (
	"fmt"
	"strings"
)

// madeReport returns the blocks of an invented annual report of a municipality:
// chapters with sections, paragraphs, lists, tables and footnotes. The same
// number of chapters gives the same report. A footnote stands after the
// paragraph that mentions it, as "[1]".
func madeReport(chapters int) []Block {
	m := reportMaker{seed: 7}
	m.put(Block{Kind: Heading, Level: 1, Text: "Årsmelding for Fjellvik kommune"})
	for c := range chapters {
		subject := reportSubjects[c%len(reportSubjects)]
		m.put(Block{Kind: Heading, Level: 2, Text: fmt.Sprintf("%d %s", c+1, subject)})
		m.paragraphs(2, subject)
		m.put(Block{Kind: Heading, Level: 3, Text: fmt.Sprintf("%d.1 Mål og måloppnåelse", c+1)})
		m.paragraphs(1, subject)
		m.table(4+c%5, subject)
		m.paragraphs(2, subject)
		m.note(subject)
		m.put(Block{Kind: Heading, Level: 3, Text: fmt.Sprintf("%d.2 Arbeidet videre", c+1)})
		m.paragraphs(1, subject)
		for range 3 {
			m.put(Block{Kind: ListItem, Text: m.pick(reportTasks)})
		}
		m.paragraphs(3, subject)
	}
	return m.blocks
}

type reportMaker struct {
	blocks []Block
	seed   uint32
	notes  int
}

func (m *reportMaker) put(b Block) { m.blocks = append(m.blocks, b) }

// next returns a number under n from a fixed series.
func (m *reportMaker) next(n int) int {
	m.seed = m.seed*1664525 + 1013904223
	return int(m.seed>>8) % n
}

func (m *reportMaker) pick(of []string) string { return of[m.next(len(of))] }

func (m *reportMaker) sentence(subject string) string {
	s := m.pick(reportSentences)
	s = strings.ReplaceAll(s, "{s}", strings.ToLower(subject))
	s = strings.ReplaceAll(s, "{p}", fmt.Sprintf("%d,%d prosent", 1+m.next(97), m.next(10)))
	s = strings.ReplaceAll(s, "{n}", fmt.Sprint(12+m.next(880)))
	return strings.ReplaceAll(s, "{u}", m.pick(reportUnits))
}

func (m *reportMaker) paragraphs(n int, subject string) {
	for range n {
		var s []string
		for range 3 + m.next(5) {
			s = append(s, m.sentence(subject))
		}
		m.put(Block{Text: strings.Join(s, " ")})
	}
}

func (m *reportMaker) table(rows int, subject string) {
	m.put(Block{Kind: Row, Cells: []string{"Indikator", "Resultat 2014", "Resultat 2015", "Mål 2016"}})
	for range rows {
		m.put(Block{Kind: Row, Tight: true, Cells: []string{
			m.pick(reportIndicators), fmt.Sprintf("%d,%d %%", m.next(100), m.next(10)), fmt.Sprintf("-%d", 100+m.next(1900)), fmt.Sprint(m.next(5000)),
		}})
	}
}

func (m *reportMaker) note(subject string) {
	m.notes++
	last := &m.blocks[len(m.blocks)-1]
	last.Text += fmt.Sprintf(" Tallene er foreløpige.[%d]", m.notes)
	m.put(Block{Kind: Note, Text: fmt.Sprintf("[%d] %s", m.notes, m.sentence(subject))})
}

var (
	reportSubjects = []string{"Barnehage og skole", "Helse og omsorg", "Kultur og fritid", "Plan og byggesak", "Vei, vann og avløp", "Økonomi og styring", "Organisasjon og ledelse", "Næring og landbruk"}
	reportUnits    = []string{"Lia barnehage", "Solbakken sykehjem", "servicetorget", "kulturskolen", "barnevernet", "Elvestranda skole", "hjemmetjenesten", "teknisk drift"}
	reportTasks    = []string{
		"Følge opp brukerundersøkelsen og legge fram resultatene for hovedutvalget før sommeren",
		"Gjennomgå målekartet sammen med enhetslederne", "Videreføre internkontrollen i hver enhet",
		"Avklare hvilke indikatorer som faktisk brukes når budsjettet behandles i kommunestyret", "Rekruttere flere fagarbeidere",
		"Sammenlikne kostnadene med tre nabokommuner og vurdere effekten av felles innkjøp",
	}
	reportIndicators = []string{"Nærvær", "Tilfredse brukere", "Sykefravær i enheten", "Netto driftsresultat", "Årsverk", "Saker innen fristen", "Medarbeidernes tilfredshet med nærmeste leder", "Avvik"}
	reportSentences  = []string{
		"Kommunen har i løpet av året arbeidet med {s}, og resultatene viser en bedring på {p} sammenliknet med året før.",
		"Enhetslederne rapporterer at målekartet blir brukt i de månedlige møtene, men at tallene ofte kommer for sent til å påvirke prioriteringene.",
		"Ved {u} ble det gjennomført {n} brukersamtaler, og de fleste foresatte oppgir at de er fornøyde med oppfølgingen.",
		"Det er et mål at {s} skal gi innbyggerne gode og forutsigbare tjenester innenfor de rammene som kommunestyret har vedtatt.",
		"Sykefraværet økte med {p}, noe som i hovedsak skyldes langtidsfravær ved {u}.",
		"Rådmannen vurderer at måloppnåelsen samlet sett er tilfredsstillende.",
		"Flere av indikatorene er videreført fra forrige periode uten at det er tatt stilling til om de fortsatt er nyttige.",
		"I budsjettbehandlingen ble det lagt vekt på at effektiviseringen ikke skal gå ut over kvaliteten på de offentlige tjenestene.",
		"Etter omorganiseringen har {u} fått ansvar for {n} nye oppgaver, og det har vært krevende å finne rom for utviklingsarbeid.",
		"Avviket skyldes blant annet høyere utgifter til vikarer og lavere refusjoner enn forutsatt.",
		"Tilsynet i oktober avdekket {n} forhold som måtte rettes, og alle er lukket ved utgangen av året.",
		"Målet for neste år er å redusere saksbehandlingstiden med {p}.",
		"Ledergruppen har diskutert om styringssystemet er blitt for omfattende, og om enhetene heller bør velge noen få mål som de selv har eierskap til.",
		"Kommunen deltar i et nettverk der erfaringer med {s} deles mellom likesinnede kommuner.",
		"Innbyggerundersøkelsen hadde en svarprosent på {p}, og resultatene er lagt fram for kommunestyret.",
		"For {u} er det utarbeidet en egen handlingsplan som følges opp hvert tertial.",
		"Prosjektet ble avsluttet i juni, og erfaringene derfra er tatt med i arbeidet med økonomi- og handlingsplanen.",
		"Det er fortsatt usikkerhet knyttet til kvaliteten på tallene.",
	}
)

// madeTables returns the blocks of a document of tables: one that goes on over two
// pages, one of a single row, one with empty cells and cells of several lines.
func madeTables() []Block {
	m := reportMaker{seed: 11}
	m.put(Block{Kind: Heading, Level: 1, Text: "Tabeller for Fjellvik kommune"})
	m.paragraphs(1, "Økonomi")
	m.table(70, "Økonomi")
	m.paragraphs(2, "Økonomi")
	m.put(Block{Kind: Row, Cells: []string{"Sum", "93,1 %", "-1440", "12"}})
	m.paragraphs(1, "Økonomi")
	for i, cells := range [][]string{
		{"Tiltak", "Ansvar", "Frist", "Status"}, {"Ny skole på Lia", "Rådmannen", "", "I rute"},
		{"Felles innkjøp sammen med tre nabokommuner i regionen", "", "2017", ""}, {"Internkontroll", "Enhetslederne i alle enheter", "2016", "Ferdig"},
	} {
		m.put(Block{Kind: Row, Cells: cells, Tight: i > 0})
	}
	m.paragraphs(1, "Økonomi")
	return m.blocks
}

// madeTalk returns the turns of an invented interview, in the layout of a tool:
// "label" has the name before the words, "line" has name and time on a line of their
// own, "end" has the time at the end of the turn.
func madeTalk(turns int, layout string) []Block {
	m := reportMaker{seed: 23}
	m.put(Block{Kind: Heading, Level: 1, Text: "Intervju med rådmannen i Fjellvik"})
	for i := range turns {
		name, short, at := "Intervjuer", "I", fmt.Sprintf("00:%02d:%02d", i/3, i*20%60)
		words := m.sentence("økonomi")
		if i%2 == 1 {
			name, short = "Kari Berg", "B"
			words += " " + m.sentence("kultur") + " " + m.sentence("skole")
		} else {
			words = strings.TrimSuffix(words, ".") + "?"
		}
		switch layout {
		case "label":
			m.put(Block{Text: name + ": " + words})
		case "line":
			m.put(Block{Text: name + "  " + at})
			m.put(Block{Text: words})
		case "end":
			m.put(Block{Text: short + ": " + words + " #" + at + "-0#"})
		}
	}
	return m.blocks
}

// reportODT writes blocks as a flat ODF text with a running head and page
// numbers; columns is how many stand on a page, border is that of the cells of
// tables.
func reportODT(blocks []Block, columns int, border string) string {
	var s strings.Builder
	s.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>` +
		`<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm"/><style:text-properties style:font-name="Liberation Serif" fo:font-size="11pt" fo:language="nb" fo:country="NO" fo:hyphenate="true"/></style:default-style>` +
		`<style:style style:name="Standard" style:family="paragraph"/>`)
	for i, size := range []string{"22pt", "16pt", "13pt"} {
		fmt.Fprintf(&s, `<style:style style:name="Heading_20_%d" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="%d"><style:paragraph-properties fo:margin-top="0.5cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="%s" fo:font-weight="bold"/></style:style>`, i+1, i+1, size)
	}
	fmt.Fprintf(&s, `</office:styles><office:automatic-styles><text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="1cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>`+
		`<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="%[1]d" fo:column-gap="0.8cm"/></style:section-properties></style:style>`+
		`<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="%[2]s"/></style:style><style:style style:name="N" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/></style:style>`+
		`<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style><style:header-footer-properties fo:margin-bottom="0.6cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:margin-top="0.6cm"/></style:footer-style></style:page-layout></office:automatic-styles>`+
		`<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"><style:header><text:p>Fjellvik kommune, årsmelding 2015</text:p></style:header><style:footer><text:p>Side <text:page-number/> av <text:page-count/></text:p></style:footer></style:master-page></office:master-styles><office:body><office:text>`, columns, border)
	if columns > 1 {
		s.WriteString(`<text:section text:name="A" text:style-name="S">`)
	}
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		text, note := strings.ReplaceAll(xmlText(b.Text), "  ", " <text:s/>"), ""
		if i+1 < len(blocks) && blocks[i+1].Kind == Note {
			mark, words, _ := strings.Cut(blocks[i+1].Text, " ")
			note = `<text:note text:note-class="footnote"><text:note-citation>` + strings.Trim(mark, "[]") + `</text:note-citation><text:note-body><text:p text:style-name="Footnote">` + xmlText(words) + `</text:p></text:note-body></text:note>`
			text = strings.ReplaceAll(text, mark, note)
		}
		switch b.Kind {
		case Heading:
			fmt.Fprintf(&s, `<text:h text:style-name="Heading_20_%d" text:outline-level="%d">%s</text:h>`, b.Level, b.Level, text)
		case Paragraph:
			fmt.Fprintf(&s, `<text:p text:style-name="Standard">%s</text:p>`, text)
		case ListItem:
			s.WriteString(`<text:list text:style-name="L">`)
			for ; i < len(blocks) && blocks[i].Kind == ListItem; i++ {
				fmt.Fprintf(&s, `<text:list-item><text:p>%s</text:p></text:list-item>`, xmlText(blocks[i].Text))
			}
			i--
			s.WriteString(`</text:list>`)
		case Row:
			fmt.Fprintf(&s, `<table:table table:name="T%d"><table:table-column table:number-columns-repeated="%d"/>`, i, len(b.Cells))
			for first := i; i < len(blocks) && blocks[i].Kind == Row && (i == first || blocks[i].Tight); i++ {
				open, end := "", ""
				if i == first {
					open, end = "<table:table-header-rows>", "</table:table-header-rows>"
				}
				s.WriteString(open + "<table:table-row>")
				for c, cell := range blocks[i].Cells {
					style := "Standard"
					if c == 2 {
						style = "N"
					}
					fmt.Fprintf(&s, `<table:table-cell table:style-name="C"><text:p text:style-name="%s">%s</text:p></table:table-cell>`, style, xmlText(cell))
				}
				s.WriteString("</table:table-row>" + end)
			}
			i--
			s.WriteString(`</table:table>`)
		}
	}
	if columns > 1 {
		s.WriteString(`</text:section>`)
	}
	s.WriteString(`</office:text></office:body></office:document>`)
	return s.String()
}

func xmlText(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}
