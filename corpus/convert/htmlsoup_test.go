package convert

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"
)

// soup puts n of the words together at random, the same for the same seed.
func soup(words []string, n int, seed uint64) string {
	rnd := rand.New(rand.NewPCG(seed, 7))
	var b strings.Builder
	for range n {
		b.WriteString(words[rnd.IntN(len(words))])
	}
	return b.String()
}

// checkSoup converts texts put together at random from pieces of a format, and
// checks the form of each result and its account.
func checkSoup(t *testing.T, file func(string) (name string, data []byte), pieces []string) {
	t.Helper()
	rounds := 3000
	if testing.Short() {
		rounds = 300
	}
	read := 0
	for seed := range rounds {
		text := soup(pieces, 1+seed%60, uint64(seed))
		name, data := file(text)
		res, err := Convert(context.Background(), name, data, Options{Speakers: true})
		if err != nil {
			continue
		}
		read++
		checkText(t, res)
		webAccounted(t, res)
		if t.Failed() {
			t.Fatalf("%q", text)
		}
	}
	if read < rounds/2 {
		t.Errorf("only %d of %d were read", read, rounds)
	}
}

var htmlPieces = strings.Split(`<p>|</p>|<div>|</div>|<br>|<h2>|</h2>|<ul>|</ul>|<ol type=a start=2>|</ol>|<li>|</li>|<table>|</table>|<tr>|</tr>|<td>|</td>|<th colspan=2 rowspan=2>|</th>|`+
	`<caption>|</caption>|<b>|</b>|<i>|</i>|<sup>|</sup>|<a href="#n1">|<a href="x.html#n2" role="doc-noteref">|<a name=n1>|<a name="ts_690_2070_S00">|<a name="ts_5000_7000_S01">|</a>|`+
	`<div id=n1>|<li id="n2">|<p id="n2">|<span id=n1>|</span>|<span hidden>|<div style="display:none">|<nav>|</nav>|<select>|<option>|</select>|<pre>|</pre>|<q>|</q>|<title>|</title>|<svg>|</svg>|`+
	`<span class="timestamp">|<div class="timestamp">|<span class="speaker">|<div class="speaker">|<time>|</time>|<p class="MsoListParagraph">·&nbsp; |o&nbsp;&nbsp;|<p class=MsoToc1>|<img alt="bilde 3">|<img>|`+
	`<hr>|<del cite=x>|</del>|<textarea>|</textarea>|<script>|</script>|<xmp>|<dl>|<dt>|<dd>|</dl>|1|2|*|[1]|a|Kari|Kari:|S00:|: |0:05|[00:00:12]|1:02:03,5|hva? |ord |&amp;|&aring;| |
|<!-- c -->|<x>|</x>|<template>|</template>|<kari@example.org>|#|	`, "|")

func TestHTMLSoup(t *testing.T) {
	checkSoup(t, func(s string) (string, []byte) { return "x.html", []byte(s) }, htmlPieces)
}

func TestEPUBSoup(t *testing.T) {
	checkSoup(t, func(s string) (string, []byte) {
		half := len(s) / 2
		return "x.epub", []byte(epubOf(t, "nav.xhtml", s[:half], "b.xhtml", "<p/>"+s, "c.xhtml", s[half:], "s.css", ".a{font-size:20pt}"))
	}, append([]string{`<span class="a">`, `<p class=a>`, `<a href="b.xhtml#n1" role=doc-noteref>`, `<div/>`, `<title/>`}, htmlPieces...))
}

func TestOTRSoup(t *testing.T) {
	checkSoup(t, func(s string) (string, []byte) { return "x.otr", []byte(otrOf(t, s)) }, htmlPieces)
}

var markdownPieces = strings.Split("# |\n# |### 00:00:05 {#a}\n|{#b}|\n|\n\n|**|*|_|__|`|```|```x\n|~~~\n|[|]|(|)|](b)|![c](d)|[e][f]|[f]: http://g\n|[^1]|\n[^1]: |<b>|</b>|<br>|<td>|<!-- h -->|<!--|-->|&amp;|&#229;|&copy|\\|\\*|Kari: |\nKari: |"+
	"**[0:05] Kari:** |> |- |\n- |1. |---\n|===\n|title: x\n|date: 2020\n|word |a1|hva?|<http://i>|\U0010FF41|\u00e5| |\t", "|")

func TestMarkdownSoup(t *testing.T) {
	pieces := append([]string{"|", "\n| a | b |\n", "|---|\n", "\\|"}, markdownPieces...)
	checkSoup(t, func(s string) (string, []byte) { return "x.md", []byte(s) }, pieces)
}

var emailPieces = strings.Split("\n~\n\n~Subject: a =?utf-8?q?=C3=A5?=\n~From: Kari\n~To: Ola\n~Date: 1 Jan 2020\n~Content-Type: text/plain\n~Content-Type: text/html; charset=utf-8\n~Content-Type: multipart/alternative; boundary=q\n~"+
	"Content-Type: multipart/mixed; boundary=r\n~Content-Type: message/rfc822\n~Content-Type: text/plain; format=flowed; delsp=yes\n~Content-Disposition: attachment; filename=x\n~Content-Transfer-Encoding: base64\n~"+
	"Content-Transfer-Encoding: quoted-printable\n~--q\n~--r\n~--q--\n~--r--\n~> sitat \n~ord \n~ord\n~=C3=A5~=\n~ZGVn~<p>~</p>~<b>~-- \n~hva?~Kari: ~\n ~\xe5", "~")

func TestEmailSoup(t *testing.T) {
	checkSoup(t, func(s string) (string, []byte) { return "x.eml", []byte("X-Mailer: y\n" + s + "\nslutt") }, emailPieces)
}
