package convert

import (
	"context"
	"strings"
	"testing"
	"time"
)

// webAccounted fails the test where letters or digits went without a line in the
// report.
func webAccounted(t *testing.T, res Result) {
	t.Helper()
	for _, e := range res.Report.Entries {
		if strings.Contains(e.What, "not accounted for") {
			t.Fatalf("%+v\nin a report of %+v\ntext %q", e, res.Report, res.Text)
		}
	}
}

// readWeb converts, checks the form of the text and its account.
func readWeb(t *testing.T, name, data string) Result {
	t.Helper()
	res, err := Convert(context.Background(), name, []byte(data), Options{Speakers: true})
	if err != nil {
		t.Fatalf("%s %.60q: %v", name, data, err)
	}
	checkText(t, res)
	webAccounted(t, res)
	return res
}

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"headings and paragraphs", "<title>T</title><h1>A <b>b</b>\n c</h1><p>En\n  to<p>tre&nbsp;fire<h3>C</h3>fem", "# A b c\n\nEn to\n\ntre fire\n\n### C\n\nfem\n"},
		{"unfinished blocks", "<body><p>en<div>to<p>tre</div>fire</p>fem", "en\n\nto\n\ntre\n\nfire\n\nfem\n"},
		{"line ends", "<p>en<br>to <br/> tre<br><br>fire<br>", "en\nto\ntre\n\nfire\n"},
		{"blanks over tags", "<p> en <b> to</b><i>tre </i> fire<!-- x --> fem", "en totre fire fem\n"},
		{"tabs", "<p>\tKari\t0:03 \n\tto\ttre<br>\tfire", "Kari 0:03 to tre\nfire\n"},
		{"a tab before a time", strings.Repeat("<p>Kari\t0:03</p>\n<p>Hva?</p><p>Ola\t0:09<p>Det.", 2), strings.TrimSuffix(strings.Repeat("Kari: [00:00:03] Hva?\n\nOla: [00:00:09] Det.\n\n", 2), "\n")},
		{"entities", "<p>&aring; &#229; &#x2013; &amp; &lt;b&gt; AT&T &foo; &#150;", "å å – & <b> AT&T &foo; –\n"},
		{"lists", "<ul><li>en<li><p>to<p>mer<ul><li>tre</ul></ul><ol start=3><li>fire<li>fem<ol type=a><li>seks<li value=5>sju</ol><li>åtte</ol>", "- en\n\n- to\n\nmer\n\n- tre\n\n3. fire\n\n4. fem\n\na. seks\n\ne. sju\n\n5. åtte\n"},
		{"headings in lists", "<ol><li><h2>Mål</h2><p>tekst</ol><ul><li><h2>Krav</h2></ul>", "## Mål\n\ntekst\n\n## Krav\n"},
		{"table", "<table><caption>Tall</caption><thead><tr><th>a<th>b<tbody><tr><td>c<p>d<td>e<br>f<tr><td colspan=2>g<tr><td rowspan=2>h<td>i<tr><td>j</table>", "Tall\n\na\tb\nc d\te f\ng\nh\ti\nj\n"},
		{"span", "<table><tr><td colspan=3>a<td>b<tr><td>c<td>d<td>e<td>f</table>", "a\t\t\tb\nc\td\te\tf\n"},
		{"span over rows", "<table><tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e<tr><td>f<td>g</table>", "a\tb\tc\nd\t\te\nf\tg\n"},
		{"layout table", "<table><tr><td>en<p>to</table><table><tr><td></td><td><h1>T</h1>tre</td></tr></table>", "en\n\nto\n\n# T\n\ntre\n"},
		{"nested table", "<table><tr><td>meny<td><p>a<table><tr><td>b<td>c</table>d</table>", "meny\n\na\n\nb\tc\n\nd\n"},
		{"presentation", "<table role=presentation><tr><td>a<td>b</table>", "a\n\nb\n"},
		{"text in a table but in no cell", "<table>x<tr>y<td>a<td>b</table>", "x\n\ny\n\na\tb\n"},
		{"quotations and terms", "<blockquote><p>en</blockquote><dl><dt>to<dd>tre</dl><q>fire</q>", "en\n\nto\n\ntre\n\n“fire”\n"},
		{"preformatted", "<pre>\nen\n  to\n\ntre</pre>", "en\nto\n\ntre\n"},
		{"textarea", "a<textarea>b\n<c>&amp;</textarea>d", "a\n\nb\n<c>&\n\nd\n"},
		{"hidden", "<p>a<span hidden>b</span><div style='DISPLAY : none'>c<p>d</div><nav><ul><li>e</ul></nav><script>f</script><style>g</style><template><p>h</template><noscript>i</noscript><select><option>j</select>k", "a\n\nk\n"},
		{"head and foot", "<header>a</header><aside>b</aside><main>c<footer>d</footer></main><footer>e</footer>", "a\n\nb\n\nc\n\nd\n"},
		{"furniture", "<body class='has-cookie-banner share'><a class=skip-link href='#m'>a</a><div id=CybotCookiebotDialog>b<div>c</div></div><ol class='breadcrumb'><li>d</ol><div class='social-services'>en</div><section id=consent>to</section>" +
			"<aside>tre</aside><aside class=sidebar-left>e</aside><form role=search>f</form><ul class='share-buttons'><li>g</ul><blockquote>fire<footer>fem</footer></blockquote><article class=share>seks</article><footer class=footnotes>sju</footer><footer>h</footer>",
			"en\n\nto\n\ntre\n\nfire\n\nfem\n\nseks\n\nsju\n"},
		{"names at pictures", "<p><img alt='Kari Hansen'> Kari: en</p><p><img alt='Kart over kommunen'></p><p>a <img alt='Kart over kommunen'></p><p><img alt='Intervjuer'></p>", "Kari: en\n\n[picture: Kart over kommunen]\n\na [Kart over kommunen]\n"},
		{"pictures", "<p>a <img alt='Kart over kommunen'> b <img src=x><img alt='🙂'>", "a [Kart over kommunen] b 🙂\n"},
		{"footnote links", "<p>a<sup><a href='#n1'>1</a></sup> b<a href='#n2' role=doc-noteref>*</a><p>c<div id=n1><p><a href='#r'>1</a> en<p>mer</div><p><a name=n2>*</a> to", "a[1] b[*]\n\nc\n\n[1] en\nmer\n\n[*] to\n"},
		{"footnotes in a list", "<p>a<a href='#fn1' class='footnote-ref' id='r1'><sup>1</sup></a></p><section><ol><li id=fn1><p>en<a href='#r1' class=footnote-back>↩︎</a></p></li></ol></section>", "a[1]\n\n[1] en\n"},
		{"links are no notes", "<p><a href='#a'>1</a> <a href='http://example.org'>to</a><p id=a>tre", "1 to\n\ntre\n"},
		{"deleted", "<p>a<del>b</del><del cite='mailto:x' datetime=2020>c</del>", "ab\n"},
		{"addresses", "<p>Kari <kari@example.org> og <https://example.org/x>", "Kari <kari@example.org> og <https://example.org/x>\n"},
		{"no markup", "en\nto\n\ntre & fire\n", "en\nto\n\ntre & fire\n"},
		{"XHTML", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/><script src='x'/></head><body><p><a id='x'/>en</p><div hidden='hidden'/>to<![CDATA[ <3]]></body></html>", "en\n\nto <3\n"},
		{"XHTML without a prolog", "<html xmlns='http://www.w3.org/1999/xhtml'><script src='x'/><title/><p>en</html>", "en\n"},
		{"headings by class", "<p class='c1 title'>en</p><div role=heading aria-level=3><div>to</div></div><p class=MsoHeading7>tre", "# en\n\n### to\n\n###### tre\n"},
		{"a heading without end", "<h3>en<p>" + strings.Repeat("lang tekst ", 60), "### en\n\n" + strings.TrimSpace(strings.Repeat("lang tekst ", 60)) + "\n"},
		{"drawing", "<p>a<svg><title>b</title><text>2015</text><text>2016</text></svg>c", "a 2015 2016 c\n"},
		{"misnested", "<b><p>a</b>b<i>c</p>d</i>e<p>f</div>g", "abc\n\nde\n\nfg\n"},
		{"end tags of cells", "<table><tr><td>a</div></b>b<td>c</table>d", "ab\tc\n\nd\n"},
		{"hash", "<p># a<br># b", "\\# a\n\\# b\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if res := readWeb(t, "x.html", c.in); res.Text != c.want {
				t.Errorf("got\n%q\nwant\n%q\n%+v", res.Text, c.want, res.Report)
			}
		})
	}
}

func TestHTMLReport(t *testing.T) {
	res := readWeb(t, "x.html", "<title>Plan</title><nav>Hjem Om</nav><p>tekst<span style='display:none'>skjult 1</span><select><option>ja<option>nei</select><ol><li>x</ol>")
	if res.Title != "Plan" {
		t.Errorf("title %q", res.Title)
	}
	for what, characters := range map[string]int{"navigation of the page": 6, "hidden text": 7, "choices of a form": 5, "title of the page": 4, "numbers of list items": -1} {
		found := false
		for _, e := range res.Report.Entries {
			found = found || strings.HasPrefix(e.What, what) && e.Characters == characters
		}
		if !found {
			t.Errorf("no %q with %d in %+v", what, characters, res.Report)
		}
	}
	if res.Report.In != 4+6+5+7+5+1 || res.Report.Kept != 7 {
		t.Errorf("in %d, kept %d", res.Report.In, res.Report.Kept)
	}
	if res := readWeb(t, "x.html", "a<!-- b --><!--[if x]>c<![endif]--><!-- -->"); len(res.Report.Entries) != 1 || !hasEntry(res.Report, "dropped", "comments") {
		t.Errorf("%+v", res.Report)
	}
	for _, cut := range []string{"<p>a<b", "<p>a<!-- b", "<p>a</", "<p>a<script>b", "<p>a<span title='b"} {
		if res := readWeb(t, "x.html", cut); !hasEntry(res.Report, "warning", "the page ends inside") && cut != "<p>a</" {
			t.Errorf("%q: %q %+v", cut, res.Text, res.Report)
		}
	}
}

func TestHTMLCharsets(t *testing.T) {
	const latin, utf8 = "<p>bl\xe5b\xe6r \x96", "<p>blåbær –"
	for _, c := range []struct{ name, in, did, what string }{
		{"declared", "<meta charset=iso-8859-1>" + latin, "normalised", "windows-1252"},
		{"declared the old way", `<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">` + latin, "normalised", "windows-1252"},
		{"declared in XML", `<?xml version="1.0" encoding="windows-1252"?>` + latin, "normalised", "windows-1252"},
		{"undeclared", latin, "warning", "read as Windows-1252"},
		{"falsely UTF-8", `<meta charset="utf-8">` + latin, "warning", "read as Windows-1252"},
		{"falsely Latin", `<meta charset="iso-8859-1">` + utf8, "warning", "says that it is"},
		{"unknown", `<meta charset="x-mine">` + latin, "warning", "names a character set"},
		{"mark", "\xef\xbb\xbf<meta charset=iso-8859-1>" + utf8, "dropped", "byte order mark"},
		{"UTF-16", "\xff\xfe<\x00p\x00>\x00b\x00l\x00\xe5\x00b\x00\xe6\x00r\x00 \x00\x13 ", "normalised", "UTF-16"},
	} {
		res := readWeb(t, "x.html", c.in)
		if res.Text != "blåbær –\n" || !hasEntry(res.Report, c.did, c.what) {
			t.Errorf("%s: %q %+v", c.name, res.Text, res.Report)
		}
	}
	if res := readWeb(t, "x.html", `<meta charset="utf-8">`+utf8); len(res.Report.Entries) > 0 {
		t.Errorf("%+v", res.Report)
	}
}

// What stands in bold type is known to those who look for speakers.
func TestHTMLBold(t *testing.T) {
	p := newHTMLPage(context.Background(), &Report{})
	if err := p.read("<style>.c1{font-weight:700}</style><p><b>Hva? </b><p><span class=c1>Når</span><b>?</b><p><strong>Hva</strong> er det<p style='font-weight:bold'>Hvor <span style='font-weight:normal'>da</span><p style='font-weight: bold'>Hvorfor"); err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{true, true, false, false, true} {
		if p.blocks[i].bold != want {
			t.Errorf("%+v", p.blocks[i])
		}
	}
}

// Word's "web page": the form follows what it documents of its mso- styles.
func TestWordHTML(t *testing.T) {
	in := "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">" +
		"<!--[if gte mso 9]><xml><o:P>skjult</o:P></xml><![endif]--></head><body lang=NO-BOK><div class=WordSection1>" +
		"<p class=MsoTitle>Plan<o:p></o:p></p><p class=MsoToc1><a href=\"#_Toc1\">M\xe5l 2</a></p><h1><a name=\"_Toc1\">M\xe5l</a><o:p></o:p></h1>" +
		"<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>\xb7<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>en<o:p></o:p></p>" +
		"<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span>to</p>" +
		"<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>tre</p>" +
		"<p class=MsoNormal>fire<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\" title=\"\"><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> fem<span style='mso-hide:all'>bort</span><span class=MsoCommentReference><span><a class=msocomanchor id=\"_anchor_1\" href=\"#_msocom_1\">[KN1]</a></span></span></p>" +
		"<div style='mso-element:footnote-list'><hr size=1><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href=\"#_ftnref1\" name=\"_ftn1\" title=\"\"><span class=MsoFootnoteReference>[1]</span></a> Noten.</p></div></div>" +
		"<div style='mso-element:comment-list'><p>Kommentar</p></div></div></body></html>"
	res := readWeb(t, "x.htm", in)
	if want := "# Plan\n\n# Mål\n\n- en\n\n- to\n\n1. tre\n\nfire[1] fem\n\n[1] Noten.\n"; res.Text != want {
		t.Errorf("%q\n%+v", res.Text, res.Report)
	}
	for _, what := range []string{"lines of the table of contents", "hidden text", "comments in the margin", "signs before list items"} {
		if !hasEntry(res.Report, "dropped", what) {
			t.Errorf("no %q in %+v", what, res.Report)
		}
	}
}

// Pages that are made to take long, or to take much memory, must not.
func TestHTMLHostile(t *testing.T) {
	for _, c := range []struct{ name, data string }{
		{"deep", strings.Repeat("<div>", 200_000) + "a" + strings.Repeat("</div>", 200_000) + "b"},
		{"deep inline", strings.Repeat("<b>", 200_000) + "a" + strings.Repeat("<p>b", 50_000)},
		{"fonts and paragraphs", strings.Repeat("<font size=1>", 300) + strings.Repeat("<p>a", 200_000)},
		{"deep tables", strings.Repeat("<table><tr><td>a<td>", 20_000)},
		{"deep lists", strings.Repeat("<ol><li>a", 50_000)},
		{"wide cells", "<table>" + strings.Repeat("<tr><td colspan=1000000 rowspan=60000>a<td>b", 20_000)},
		{"end tags", "<i><table><tr><td>" + strings.Repeat("<b>", 390) + strings.Repeat("</i>", 200_000)},
		{"attributes", "<p " + strings.Repeat("a=b ", 200_000) + ">x"},
		{"open tag", "a<p " + strings.Repeat("style=", 200_000)},
		{"comments", "a" + strings.Repeat("<!--", 200_000)},
		{"entities", strings.Repeat("&amp;", 500_000)},
		{"stamps", "<p>" + strings.Repeat("<span class=timestamp>0:01</span>", 50_000)},
		{"notes", "<p>" + strings.Repeat("<sup><a href=#a>1</a></sup>", 50_000) + strings.Repeat("<p id=a>x", 20_000)},
		{"preformatted", "<pre>" + strings.Repeat("a\n", 500_000)},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := time.Now()
			res, err := Convert(context.Background(), "x.html", []byte(c.data), Options{Speakers: true})
			if err == nil {
				webAccounted(t, res)
			}
			t.Logf("%v", time.Since(at))
		})
	}
	if _, err := Convert(context.Background(), "x.html", []byte("<p>"+strings.Repeat("a", maxMarkup+1)), Options{}); err == nil || !strings.Contains(err.Error(), "without a tag between") {
		t.Errorf("error %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := newHTMLPage(ctx, &Report{}).read("<p>a"); err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{
		noScribe,
		"<title>T</title><h1>A</h1><p>en<br>to<table><tr><td colspan=2>a<td rowspan=3>b<tr><td><table><tr><td>c<td>d</table></table>",
		"<ol start=3 type=i><li>a<li value=9><p>b<ul><li>c</ol><p class=MsoListParagraph>·&nbsp; d",
		"<p>a<sup><a href='#n'>1</a></sup><nav>b</nav><del cite=x>c</del><li id=n>1. d<p>e",
		"<b class=speaker>Kari</b> <i class=timestamp>0:03</i> x?<p><b class=speaker>Ola</b><pre>a\n\nb",
		"<?xml encoding='iso-8859-1'?><title/><p hidden/>\xe5<![CDATA[x]]><img alt='y z'>&amp;&#229;<q>z",
		"<meta charset=shift_jis>\x83\x65<p>\x83\x58<textarea>a</textarea><svg><title>b</title></svg>",
		"<table>a<caption>b<tr>c<td>d<th>e<div style=display:none>f</table><script>g",
	} {
		f.Add([]byte(s))
	}
	fuzzWeb(f, "x.html")
}

// fuzzWeb converts what the fuzzer makes and checks text and account.
func fuzzWeb(f *testing.F, name string) {
	f.Fuzz(func(t *testing.T, data []byte) {
		res, err := Convert(context.Background(), name, data, Options{Speakers: true})
		if err != nil {
			return
		}
		checkText(t, res)
		webAccounted(t, res)
	})
}

// A web page says in several ways when it was published; a date that its text names for one goes before.
func TestHTMLDate(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`<meta name="date" content="2021-05-03"><p>tekst`, "2021-05-03"},
		{`<meta property="article:published_time" content="2021-05-03T10:00:00+02:00"><meta name=date content=2022-01-01><p>Oppdatert 1.6.2023`, "2021-05-03"},
		{`<meta name="DC.date.issued" content="20210503"><p>tekst`, "2021-05-03"},
		{`<meta name="citation_publication_date" content="2021/05/03"><p>tekst`, "2021-05-03"},
		{`<meta itemprop="datePublished" content="3. mai 2021"><p>tekst`, "2021-05-03"},
		{`<p>tekst <time datetime="2021-05-03 12:00">i fjor</time>`, "2021-05-03"},
		{`<time datetime="2020-01-01">a</time><time itemprop="datePublished" datetime="2021-05-03">b</time><p>tekst`, "2021-05-03"},
		{`<time datetime="PT3M">tre</time><p>tekst`, ""},
		{`<meta name="created" content="2021-05-03"><meta name="date" content="i dag"><p>tekst`, ""},
		{`<meta name="date" content="2021-05-03"><p>Dato: 4. mai 2020<p>tekst`, "2020-05-04"},
		{`<nav><time datetime="2021-05-03">x</time></nav><p>tekst`, ""},
		{`<script type="application/ld+json">{"@context":"https://schema.org","datePublished": "2021-05-03T08:00"}</script><p>tekst`, "2021-05-03"},
		{`<script>{"@context":"https://schema.org","datePublished":"2020-01-01"}</script><meta name=date content=2021-05-03><p>tekst`, "2021-05-03"},
		{`<script>{"datePublished":"2020-01-01"}</script><p>tekst`, ""},
	} {
		res := readWeb(t, "x.html", c.in)
		said := len(res.Assumed) == 1 && res.Assumed[0].What == pageDated
		if res.Date != c.want || said != (c.want == "2021-05-03") {
			t.Errorf("%s: %q %+v", c.in, res.Date, res.Assumed)
		}
	}
}

// What is left out as furniture is accounted for, and a page that is mostly furniture says so.
func TestHTMLFurnitureIsAccountedFor(t *testing.T) {
	res := readWeb(t, "x.html", `<p>Vi har en plan.</p><footer>Kommunen, postboks 1</footer><div class="cookie-banner">Vi bruker kapsler <button>Godta alle sammen</button></div>`)
	accountedFor(t, res)
	if e := entry(res.Report, siteFeet); e.Count != 1 || e.Characters != 17 || !res.Report.Warns("more of the page") {
		t.Errorf("%+v", res.Report.Entries)
	}
}
