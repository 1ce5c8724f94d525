package convert

import (
	"context"
	"encoding/base64"
	"strings"
	"testing"
	"time"
)

// mailOf writes a mail with line ends as they travel.
func mailOf(lines ...string) string { return strings.Join(lines, "\r\n") + "\r\n" }

func TestEmail(t *testing.T) {
	head := []string{"Received: from a by b;", "\tFri, 19 Feb 2016 10:03:09 +0100", "From: =?iso-8859-1?Q?K=E5re_=C5s?= <kaare@example.org>", "To: Ola <ola@example.org>,",
		" \"Berg, Anne\" <anne@example.org>", "Subject: =?UTF-8?B?UmU6IE3DuHRlIG9tIG3DpWw=?= i =?utf-8?q?kom?= =?utf-8?q?munen?=", "Date: Fri, 19 Feb 2016 10:03:00 +0100", "MIME-Version: 1.0"}
	top := "# Re: Møte om mål i kommunen\n\nFrom: Kåre Ås <kaare@example.org>\nTo: Ola <ola@example.org>, \"Berg, Anne\" <anne@example.org>\nDate: Fri, 19 Feb 2016 10:03:00 +0100\n"
	mail := func(lines ...string) string { return mailOf(append(head[:len(head):len(head)], lines...)...) }
	for _, c := range []struct{ name, in, want string }{
		{"plain", mail("Content-Type: text/plain; charset=iso-8859-15", "Content-Transfer-Encoding: 8bit", "", "Hei \xe6\xf8\xe5 \xa4", "linje to", "", "> Fra: Ola", "> > eldre", "", "Hilsen"), "\nHei æøå €\nlinje to\n\n> Fra: Ola\n> > eldre\n\nHilsen\n"},
		{"quoted-printable", mail("Content-Type: text/plain; charset=\"utf-8\"", "Content-Transfer-Encoding: quoted-printable", "", "bl=C3=A5=", "b=c3=a6r =3D 1=ZZ=", ""), "\nblåbær = 1=ZZ\n"},
		{"base64", mail("Content-Type: text/plain; charset=windows-1252", "Content-Transfer-Encoding: BASE64", "", base64.StdEncoding.EncodeToString([]byte("bl\xe5 \x96"))[:6], base64.StdEncoding.EncodeToString([]byte("bl\xe5 \x96"))[6:]), "\nblå –\n"},
		{"no type", mail("", "Hei."), "\nHei.\n"},
		{"flowed", mail("Content-Type: text/plain; format=flowed; DelSp=yes", "", "en lang lin ", "je og ", "", " >stuet", "> si ", "> tat", ">> eldre", "-- ", "Kåre"), "\nen lang linje og\n\n>stuet\n> sitat\n>> eldre\n--\nKåre\n"},
		{"HTML", mail("Content-Type: text/html; charset=us-ascii", "Content-Transfer-Encoding: quoted-printable", "", "<html><head><title>x</title><style>p{}</style></head><body><p style=3D'color:red'>Hei &aring;<p>to</body></html>"), "\nHei å\n\nto\n"},
		{"alternative", mail("Content-Type: multipart/alternative; boundary=\"=_a\"", "", "for old programs", "--=_a", "Content-Type: text/plain; charset=utf-8", "", "Hei <du>", "", "--=_a", "Content-Type: text/html", "", "<p>Hei &lt;du&gt; <b>fet</b>", "--=_a--", "after"), "\nHei <du>\n"},
		{"empty alternative", mail("Content-Type: multipart/alternative; boundary=a", "", "--a", "", "Se HTML.", "--a", "Content-Type: multipart/related; boundary=b", "", "--b", "Content-Type: text/html", "", "<p>Dette er hele brevet som ble sendt.", "--b", "Content-Type: image/png; name=logo.png", "", "xx", "--b--", "--a--"), "\nDette er hele brevet som ble sendt.\n"},
		{"mixed", mail("Content-Type: multipart/mixed; boundary=a", "", "--a", "Content-Type: text/plain", "", "Se vedlegg.", "--a", "Content-Type: application/pdf; name=\"=?utf-8?q?=C3=A5r.pdf?=\"", "Content-Disposition: attachment", "Content-Transfer-Encoding: base64", "", "JVBERi0=", "--a", "Content-Type: text/plain", "Content-Disposition: attachment; filename=notat.txt", "", "nei", "--a", "Content-Type: message/rfc822", "", "Subject: Gammelt", "From: Ola", "", "Innhold", "--a--"),
			"\nSe vedlegg.\n\n## Gammelt\n\nFrom: Ola\n\nInnhold\n"},
		{"no parts", mail("Content-Type: multipart/mixed; boundary=a", "", "Se her"), "\nSe her\n"},
		{"cut off", mail("Content-Type: multipart/mixed; boundary=a", "", "--a", "", "Se her"), "\nSe her\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := readWeb(t, "x.eml", c.in)
			if res.Text != top+c.want {
				t.Errorf("got\n%q\nwant\n%q\n%+v", res.Text, top+c.want, res.Report)
			}
			if res.Title != "Re: Møte om mål i kommunen" || res.Date != "2016-02-19" || len(res.Speakers) > 0 {
				t.Errorf("%q %q %+v", res.Title, res.Date, res.Speakers)
			}
			if c.name == "alternative" && !hasEntry(res.Report, "dropped", "words for mail programs") {
				t.Errorf("%+v", res.Report)
			}
			for _, e := range res.Report.Entries {
				if e.Did == "warning" && c.name != "cut off" && c.name != "no parts" && c.name != "flowed" {
					t.Errorf("%+v", e)
				}
			}
			if c.name == "mixed" && (!hasEntry(res.Report, "dropped", "attachment år.pdf") || !hasEntry(res.Report, "dropped", "attachment notat.txt")) ||
				c.name == "empty alternative" && !hasEntry(res.Report, "dropped", "attachment logo.png") ||
				c.name == "alternative" && !hasEntry(res.Report, "dropped", "the same text in another form") ||
				c.name == "cut off" && !hasEntry(res.Report, "warning", "the mail ends before its last part") {
				t.Errorf("%+v", res.Report)
			}
		})
	}
}

// A mail that another program put together: two forms of the text, an attachment.
func TestEmailFile(t *testing.T) {
	res := readWeb(t, "mail.eml", string(source(t, "mail.eml")))
	for _, want := range []string{"# Svar på spørsmål om målstyring i kommunen – og litt om budsjettet for neste år\n\nFrom: Kåre Åsen <kaare@example.org>\nTo: Øyvind Berg <oyvind@example.org>, post@example.org\nDate: Fri,",
		"\n\n> Hva mener du om indikatorene?\n> Er de til hjelp?\nJa – i hele organisasjonen. Dette er en lang linje som går forbi sytti tegn, slik at kodingen må bryte den i to.\n\nHilsen Kåre\n"} {
		if !strings.Contains(res.Text, want) {
			t.Errorf("no %q in\n%s", want, res.Text)
		}
	}
	if !hasEntry(res.Report, "dropped", "attachment årsmelding 2015.pdf") || !hasEntry(res.Report, "dropped", "the same text in another form") || len(res.Speakers) > 0 {
		t.Errorf("%+v", res)
	}
}

// A thread of answers is no conversation of speakers called From and To.
func TestEmailThread(t *testing.T) {
	res := readWeb(t, "x.eml", mailOf("From: Kari", "To: Ola", "Subject: Hva nå?", "", "Hei?", "", "From: Ola", "To: Kari", "Sent: i dag", "Subject: Hva?", "", "Når?", "", "From: Kari", "To: Ola", "", "Hvorfor?", "Fra: Ola", "Til: Kari", "Ja?"))
	if len(res.Speakers) > 0 {
		t.Errorf("%+v", res.Speakers)
	}
}

func TestEmailErrors(t *testing.T) {
	for in, want := range map[string]string{
		"hei\n": "does not begin with the lines of an e-mail", "Hei: a\n\n": "",
		"Subject: x\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIAG":    "is an encrypted e-mail",
		"Subject: x\nContent-Type: multipart/encrypted; boundary=a\n\n--a\n\nMIAG\n--a--":        "is an encrypted e-mail",
		"X: y\nContent-Type: image/png\n\nxx":                                                    "holds pictures and no text (pictures: 1)",
		"X: y\n" + strings.Repeat("Content-Type: message/rfc822\n\n", 100) + "\nx":               "nests its parts more than",
		"X: y\nContent-Type: text/plain\n\na\x00b":                                               "holds no text",
		"X: y\nContent-Type: text/plain; charset=\nContent-Transfer-Encoding: base64\n\n=?=?*\n": "holds no text",
	} {
		_, err := Convert(context.Background(), "x.eml", []byte(in), Options{})
		if want == "" {
			want = "holds no text"
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: error %v, want %q", in, err, want)
		}
	}
}

func TestEmailHostile(t *testing.T) {
	for name, in := range map[string]string{
		"folded":      "Subject: a\n" + strings.Repeat(" b\n", 300_000) + "\nx",
		"coded":       "Subject: " + strings.Repeat("=?a?q? ", 150_000) + "?=\n\nx",
		"parts":       "Content-Type: multipart/mixed; boundary=a\n\n" + strings.Repeat("--a\nContent-Type: image/png; name=x\n\n", 100_000) + "--a\n\nx",
		"named":       "Content-Type: multipart/mixed; boundary=a\n\n" + strings.Repeat("--a\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: image/png; name=x\n\n--b\nContent-Type: image/png; name=y\n\n--b--\n", 20_000),
		"alternative": "Content-Type: multipart/alternative; boundary=a\n\n" + strings.Repeat("--a\n\nx\n", 50_000),
		"flowed":      "Content-Type: text/plain; format=flowed\n\n" + strings.Repeat("a \n", 500_000),
		"quoted":      "Content-Type: text/plain; format=flowed\n\n" + strings.Repeat(">", 1_000_000) + "a",
		"encoded":     "Content-Transfer-Encoding: quoted-printable\n\n" + strings.Repeat("=", 1_000_000) + "a",
	} {
		at := time.Now()
		if res, err := Convert(context.Background(), "x.eml", []byte(in), Options{Speakers: true}); err == nil {
			webAccounted(t, res)
		}
		t.Logf("%s %v", name, time.Since(at))
	}
}

func FuzzEmail(f *testing.F) {
	for _, s := range []string{
		"From: =?utf-8?q?=C3=A5?= <a@b>\nSubject: x\nContent-Type: multipart/alternative; boundary=a\n\n--a\n\nI: a?\n\n> b\n--a\nContent-Type: text/html; charset=latin1\nContent-Transfer-Encoding: quoted-printable\n\n<p>a=E5<b>c\n--a--\n",
		"Date: 1 Jan 2020\nContent-Type: text/plain; format=flowed; delsp=yes; charset=shift_jis\nContent-Transfer-Encoding: base64\n\nZGVn IA==\n",
		"X: y\nContent-Type: message/rfc822\n\nSubject: z\nContent-Type: multipart/mixed; boundary=\"q\"\n\n--q\nContent-Disposition: attachment; filename=a\n\nb\n--q\n\nc \n> d \n-- \ne",
	} {
		f.Add([]byte(s))
	}
	fuzzWeb(f, "x.eml")
}
