package convert

import (
	"bytes"
	"encoding/base64"
	"mime"
	"strings"
)

// kind returns the media type of a part; text/plain if it says none.
func (p mailPart) kind() (string, map[string]string) {
	value := p.head.value("content-type")
	if value == "" {
		return "text/plain", nil
	}
	kind, params, err := mime.ParseMediaType(value)
	if kind == "" || err != nil && params == nil {
		kind, _, _ = strings.Cut(value, ";")
		kind = strings.ToLower(strings.TrimSpace(kind))
		if !strings.Contains(kind, "/") {
			kind = "text/plain"
		}
		params = looseParams(value)
	}
	return kind, params
}

// looseParams reads the parameters of a line that is not quite in form.
func looseParams(value string) map[string]string {
	params := map[string]string{}
	for i, pair := range strings.Split(value, ";") {
		if name, v, ok := strings.Cut(pair, "="); ok && i > 0 {
			params[strings.ToLower(strings.TrimSpace(name))] = strings.Trim(strings.TrimSpace(v), `"`)
		}
	}
	return params
}

// splitParts cuts a body at its boundary. What stands before the first part and
// after the last is for programs that do not know parts, and is dropped.
func splitParts(body []byte, boundary string, r *Report) []mailPart {
	mark := []byte("--" + boundary)
	var parts []mailPart
	start, closed := -1, false
	aside := func(text []byte) {
		if s := strings.Join(strings.Fields(strings.ToValidUTF8(string(text), "\ufffd")), " "); s != "" {
			r.In += weigh(s)
			r.Drop("words for mail programs that do not know parts", s)
		}
	}
	add := func(end int) {
		if start < 0 {
			aside(body[:end])
			return
		}
		head, rest := cutPartHead(body[start:end])
		parts = append(parts, mailPart{head, rest})
	}
	for at := 0; at < len(body) && !closed && boundary != ""; {
		next := len(body)
		if i := bytes.IndexByte(body[at:], '\n'); i >= 0 {
			next = at + i + 1
		}
		line := body[at:next]
		if bytes.HasPrefix(line, mark) {
			rest := bytes.TrimSpace(line[len(mark):])
			if closed = string(rest) == "--"; closed || len(rest) == 0 {
				add(at)
				start = next
			}
		}
		at = next
	}
	switch {
	case closed:
		aside(body[start:])
	case start < 0:
		r.Add("warning", "a mail of parts in which none begins; read as one text", 1, "")
		return []mailPart{{body: body}}
	default:
		add(len(body))
		r.Add("warning", "the mail ends before its last part does; check that it was saved whole", 1, "")
	}
	return parts
}

// cutPartHead is cutMailHead for a part, which may have no head at all.
func cutPartHead(data []byte) (mailHead, []byte) {
	if bytes.HasPrefix(data, []byte("\n")) || bytes.HasPrefix(data, []byte("\r\n")) {
		return nil, data
	}
	return cutMailHead(data)
}

// bytes returns the body of a part without its transfer encoding. Damage is
// reported, and what can be read is kept.
func (p mailPart) bytes(r *Report) []byte {
	switch strings.ToLower(p.head.value("content-transfer-encoding")) {
	case "base64":
		return fromBase64(p.body, r)
	case "quoted-printable":
		return fromQuotedPrintable(p.body)
	}
	return p.body
}

// text returns the characters of a part.
func (p mailPart) text(params map[string]string, r *Report) (string, error) {
	data := p.bytes(r)
	if kind, _ := p.kind(); kind == "text/html" {
		return decodeMarkup(data, params["charset"], r)
	}
	return decodeAs(data, params["charset"], r)
}

func fromBase64(body []byte, r *Report) []byte {
	var out []byte
	var run []byte // letters up to the next "="
	damaged := false
	flush := func() {
		for len(run)%4 == 1 {
			run, damaged = run[:len(run)-1], true
		}
		part := make([]byte, base64.RawStdEncoding.DecodedLen(len(run)))
		n, err := base64.RawStdEncoding.Decode(part, run)
		damaged = damaged || err != nil
		out, run = append(out, part[:n]...), run[:0]
	}
	for _, c := range body {
		switch {
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '+', c == '/':
			run = append(run, c)
		case c == '=':
			flush()
		case c > ' ':
			damaged = true
		}
	}
	flush()
	if damaged {
		r.Add("warning", "a part of the mail is damaged (base64); check its text", 1, "")
	}
	return out
}

// fromQuotedPrintable reads =C3=A5 and lines that go on; what is no code stays.
func fromQuotedPrintable(body []byte) []byte {
	out := make([]byte, 0, len(body))
	for i := 0; i < len(body); i++ {
		if body[i] != '=' {
			out = append(out, body[i])
			continue
		}
		rest := body[i+1:]
		end := bytes.IndexByte(rest[:min(len(rest), 80)], '\n')
		switch {
		case end >= 0 && len(bytes.TrimSpace(rest[:end])) == 0:
			i += end + 1
		case len(rest) >= 2 && unhex(rest[0]) >= 0 && unhex(rest[1]) >= 0:
			out = append(out, byte(unhex(rest[0])<<4|unhex(rest[1])))
			i += 2
		default:
			out = append(out, '=')
		}
	}
	return out
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}
