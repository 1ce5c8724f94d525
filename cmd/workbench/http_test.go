package workbench_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"crosscase/cmd/workbench"
	"crosscase/corpus/plainfile"
)

// page is what a page of the workbench does, without a browser.
type page struct {
	t    testing.TB
	base string
	http *http.Client
}

// enter exchanges the token of an address for the cookie.
func enter(t testing.TB, address string) *page {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	base, _, _ := strings.Cut(address, "/?")
	p := &page{t, base, &http.Client{Jar: jar, Timeout: 30 * time.Second}}
	r, err := p.http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if body, _ := io.ReadAll(r.Body); r.StatusCode != http.StatusOK || !bytes.Contains(body, []byte("<main")) {
		t.Fatalf("%s: %d %s", address, r.StatusCode, body)
	}
	return p
}

// ask sends a request and returns the status and the answer.
func (p *page) ask(method, path string, body any, change func(*http.Request)) (int, map[string]any) {
	p.t.Helper()
	var b io.Reader
	if body != nil {
		data, err := json.Marshal(body)
		if err != nil {
			p.t.Fatal(err)
		}
		b = bytes.NewReader(data)
	}
	r, err := http.NewRequest(method, p.base+path, b)
	if err != nil {
		p.t.Fatal(err)
	}
	if method == http.MethodPost {
		r.Header.Set("X-Crosscase", "1")
		r.Header.Set("Origin", p.base)
	}
	if change != nil {
		change(r)
	}
	answer, err := p.http.Do(r)
	if err != nil {
		p.t.Fatal(err)
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	var out map[string]any
	_ = json.Unmarshal(data, &out)
	return answer.StatusCode, out
}

func (p *page) get(path string) map[string]any {
	p.t.Helper()
	status, out := p.ask(http.MethodGet, path, nil, nil)
	if status != http.StatusOK {
		p.t.Fatalf("%s: %d %v", path, status, out)
	}
	return out
}

// edit makes an edit that has to succeed.
func (p *page) edit(body map[string]any) map[string]any {
	p.t.Helper()
	status, out := p.try(body)
	if status != http.StatusOK {
		p.t.Fatalf("%v: %d %v", body, status, out)
	}
	return out
}

func (p *page) try(body map[string]any) (int, map[string]any) {
	p.t.Helper()
	if body["coder"] == nil {
		body["coder"] = "ann"
	}
	return p.ask(http.MethodPost, "/api/edit", body, nil)
}

// clinics is a small study with one interview, written file by file.
func clinics(t testing.TB) string {
	t.Helper()
	return copyOf(t, "clinics", func(folder string) { writeClinics(t, folder) })
}

func writeClinics(t testing.TB, folder string) {
	t.Helper()
	for name, data := range map[string]string{
		"crosscase.yaml":      "format: 1\nid: clinics\ntitle: Two clinics\nlanguage: en\ncoders: [ann, bob]\n",
		"guide.yaml":          "format: 1\nthemes:\n  - key: goals\n    questions:\n      - {key: q1, ask: 'Which goals do you set for the year?'}\n",
		"codebook.yaml":       "format: 1\n# the researcher's own words stay\ncodes:\n  - key: goals\n    label: Goals\n    kind: effect\n    definition: What they want.\n  - key: time   # is short\n    label: Time\n    kind: challenge\n    find: time\n",
		"attributes.yaml":     "format: 1\nattributes:\n  - {key: size, label: Size}\n",
		"cases/east.yaml":     "key: east\nmembers:\n  - document: east.txt\n",
		"documents/east.txt":  "I: Which goals do you set for the year?\n\nR: Four goals. There is no time. We have money.\n",
		"documents/east.yaml": "kind: interview\nspeakers:\n  - {label: I, role: interviewer}\n  - {label: R, role: informant}\n",
		"codings/bob/east.jsonl": `{"document": "east.txt"}` + "\n" +
			`{"at": "44-55", "code": "goals", "quote": "Four goals.", "id": "kbob"}` + "\n",
	} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	crosscase(t, folder, "coding", "apply")
}

func digestOf(p *page) string { return p.get("/api/document?key=east.txt")["digest"].(string) }

// TestStrangersAreRefused asks as another page, another host and without the token, and for what is not the study's.
func TestStrangersAreRefused(t *testing.T) {
	folder := clinics(t)
	address := serve(t, folder)
	p := enter(t, address)
	edit := map[string]any{"key": "k1", "coder": "ann", "op": "code", "document": "east.txt", "digest": digestOf(p), "at": []int{44, 55}, "code": "time"}
	set := func(name, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(name, value) }
	}
	port := p.base[strings.LastIndexByte(p.base, ':'):]
	for _, c := range []struct {
		what         string
		method, path string
		change       func(*http.Request)
		status       int
	}{
		{"another host name", "GET", "/api/study", func(r *http.Request) { r.Host = "evil.example" + port }, 421},
		{"another host name, entering", "GET", "/?token=" + address[strings.LastIndexByte(address, '=')+1:], func(r *http.Request) { r.Host = "evil.example" + port }, 421},
		{"another port", "GET", "/api/study", func(r *http.Request) { r.Host = "127.0.0.1:1" }, 421},
		{"another origin", "POST", "/api/edit", set("Origin", "http://evil.example"), 403},
		{"the same host by https", "POST", "/api/edit", set("Origin", "https://127.0.0.1"+port), 403},
		{"no origin of its own", "POST", "/api/edit", set("Origin", "null"), 403},
		{"another site, reading", "GET", "/api/study", set("Sec-Fetch-Site", "cross-site"), 403},
		{"another port of this machine", "POST", "/api/edit", set("Sec-Fetch-Site", "same-site"), 403},
		{"a form", "POST", "/api/edit", set("X-Crosscase", ""), 403},
		{"no cookie", "GET", "/api/study", nil, 403},
		{"a wrong token", "GET", "/?token=AAAA", nil, 403},
		{"a wrong cookie", "GET", "/api/study", func(r *http.Request) { r.AddCookie(&http.Cookie{Name: "crosscase-" + port[1:], Value: "AAAA"}) }, 403},
		{"a token for the other calls", "GET", "/api/study?token=" + address[strings.LastIndexByte(address, '=')+1:], nil, 403},
		{"a path outside", "GET", "/page/..%2Fserve.go", nil, 404},
		{"a path outside, with dots", "GET", "/page/../../crosscase.yaml", nil, 404},
		{"a file of the study", "GET", "/documents/east.txt", nil, 404},
		{"another method", "DELETE", "/api/study", set("X-Crosscase", "1"), 405},
	} {
		asks := *p
		if strings.HasPrefix(c.what, "no cookie") || strings.Contains(c.what, "wrong") || strings.Contains(c.what, "token for") {
			asks.http = &http.Client{Timeout: 30 * time.Second}
		}
		var body any
		if c.method == "POST" {
			body = edit
		}
		if status, out := asks.ask(c.method, c.path, body, c.change); status != c.status {
			t.Errorf("%s: %d, not %d: %v", c.what, status, c.status, out)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "codings", "ann", "east.jsonl")); err == nil {
		t.Error("one of them has coded")
	}

	for _, key := range []string{"../crosscase.yaml", "..%2fcrosscase.yaml", "/etc/passwd", "east.txt%00", "documents/east.txt"} {
		if status, out := p.ask("GET", "/api/document?key="+key, nil, nil); status != http.StatusNotFound {
			t.Errorf("document %s: %d %v", key, status, out)
		}
	}
	for i, e := range []map[string]any{
		{"op": "code", "document": "../../east.txt", "digest": "", "at": []int{0, 3}, "code": "time"},
		{"op": "codeall", "places": []string{"../crosscase.yaml:0-5"}, "code": "time"},
		{"op": "summary", "case": "../../evil", "code": "time", "text": "x", "version": ""},
		{"op": "case", "name": "../evil", "label": "evil"},
		{"op": "coder", "name": "../evil"},
		{"op": "code", "coder": "../evil", "document": "east.txt", "digest": digestOf(p), "at": []int{44, 55}, "code": "time"},
		{"op": "code", "coder": "rules", "document": "east.txt", "digest": digestOf(p), "at": []int{44, 55}, "code": "time"},
		{"op": "code", "document": "east.txt", "digest": digestOf(p), "at": []int{44, 5500}, "code": "time"},
		{"op": "code", "document": "east.txt", "digest": digestOf(p), "at": []int{-4, 5}, "code": "time"},
		{"op": "format", "document": "east.txt"},
	} {
		e["key"] = fmt.Sprint("outside", i)
		if status, out := p.try(e); status < 400 || status >= 500 {
			t.Errorf("%v: %d %v", e, status, out)
		}
	}
	found, _ := filepath.Glob(filepath.Join(folder, "..", "*evil*"))
	if more, _ := filepath.Glob(filepath.Join(folder, "*", "*evil*")); len(found)+len(more) > 0 {
		t.Errorf("outside stands %v %v", found, more)
	}

	r, err := p.http.Get(p.base + "/")
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	policy := r.Header.Get("Content-Security-Policy")
	for _, part := range []string{"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"} {
		if !strings.Contains(policy, part) {
			t.Errorf("the policy is %q, without %q", policy, part)
		}
	}
	if strings.Contains(policy, "unsafe") {
		t.Errorf("the policy is %q", policy)
	}
	u, _ := url.Parse(p.base)
	for _, c := range p.http.Jar.Cookies(u) {
		if strings.Contains(address, c.Value) {
			t.Error("the cookie is the token")
		}
	}
}

// TestTheCookieIsForThisPageAlone looks at the cookie as it is set.
func TestTheCookieIsForThisPageAlone(t *testing.T) {
	c := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	r, err := c.Get(serve(t, clinics(t)))
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	set := r.Header.Get("Set-Cookie")
	if r.StatusCode != http.StatusSeeOther || r.Header.Get("Location") != "/" || !strings.Contains(set, "HttpOnly") || !strings.Contains(set, "SameSite=Strict") {
		t.Errorf("%d, to %q, with %q", r.StatusCode, r.Header.Get("Location"), set)
	}
}

// TestOnlyThisMachineIsServed looks at where it listens.
func TestOnlyThisMachineIsServed(t *testing.T) {
	w := workbench.New(workbench.Options{Dir: plainfile.Dir{Root: clinics(t)}})
	l, err := w.Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if ip := l.Addr().(*net.TCPAddr).IP; !ip.IsLoopback() {
		t.Errorf("it listens at %s", ip)
	}
}

// TestAnEditIsDoneOnce sends each edit twice, as after a broken connection, and takes care of conflicts.
func TestAnEditIsDoneOnce(t *testing.T) {
	folder := clinics(t)
	p := enter(t, serve(t, folder))
	digest := digestOf(p)
	code := map[string]any{"key": "k1", "op": "code", "document": "east.txt", "digest": digest, "at": []int{44, 55}, "code": "time"}
	first := p.edit(code)
	made := read(t, folder, "codings/ann/east.jsonl")
	again := p.edit(code)
	if again["again"] != true || again["id"] != first["id"] || read(t, folder, "codings/ann/east.jsonl") != made {
		t.Errorf("sent twice: %v", again)
	}
	id := first["id"].(string)
	create := map[string]any{"key": "k2", "op": "create", "new": map[string]any{"label": "Money"}}
	p.edit(create)
	p.edit(create)
	if n := strings.Count(read(t, folder, "codebook.yaml"), "Money"); n != 1 {
		t.Errorf("the code stands %d times", n)
	}
	if !strings.Contains(read(t, folder, "codebook.yaml"), "# the researcher's own words stay") || !strings.Contains(read(t, folder, "codebook.yaml"), "# is short") {
		t.Error("a comment is gone from the code book")
	}
	p.edit(map[string]any{"key": "k3", "op": "undo"})
	p.edit(map[string]any{"key": "k3", "op": "undo"}) // the same request: it takes back one change, not two
	if strings.Contains(read(t, folder, "codebook.yaml"), "Money") || read(t, folder, "codings/ann/east.jsonl") != made {
		t.Error("an undo that was sent twice took back more than one change")
	}

	version := codingVersion(t, p, id)
	p.edit(map[string]any{"key": "k4", "op": "change", "id": id, "version": version, "note": "first"})
	status, out := p.try(map[string]any{"key": "k5", "op": "change", "id": id, "version": version, "note": "second"})
	now, _ := out["now"].(map[string]any)
	if status != http.StatusConflict || now["note"] != "first" {
		t.Errorf("a conflicting edit: %d %v", status, out)
	}
	if got := lines(t, folder, "codings/ann/east.jsonl", `"note": "first"`); len(got) != 1 {
		t.Errorf("on disk stands %q", read(t, folder, "codings/ann/east.jsonl"))
	}
	if status, _ = p.try(map[string]any{"key": "k6", "op": "remove", "id": "kbob", "version": codingVersion(t, p, "kbob")}); status != http.StatusForbidden {
		t.Errorf("removing another's coding: %d", status)
	}

	text := filepath.Join(folder, "documents", "east.txt")
	if err := os.WriteFile(text, []byte("I: Which goals do you set for the year?\n\nR: Well, four goals. There is no time. We have money.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	status, out = p.try(map[string]any{"key": "k7", "op": "code", "document": "east.txt", "digest": digest, "at": []int{56, 73}, "code": "time"})
	if now, _ = out["now"].(map[string]any); status != http.StatusConflict || now["digest"] == digest {
		t.Errorf("a place of another text: %d %v", status, out)
	}
}

func codingVersion(t *testing.T, p *page, id string) string {
	t.Helper()
	for _, c := range p.get("/api/document?key=east.txt")["codings"].([]any) {
		if c := c.(map[string]any); c["id"] == id {
			return c["version"].(string)
		}
	}
	t.Fatalf("there is no coding %s", id)
	return ""
}

// TestUndoNeverTakesAnothersWork takes back what stands beside what others wrote, and refuses where they wrote in the same lines.
func TestUndoNeverTakesAnothersWork(t *testing.T) {
	folder := clinics(t)
	p := enter(t, serve(t, folder))
	book := p.get("/api/study")["codes"].([]any)
	define := func(key, coder, code, words string) (int, map[string]any) {
		for _, c := range p.get("/api/study")["codes"].([]any) {
			if c := c.(map[string]any); c["key"] == code {
				return p.try(map[string]any{"key": key, "coder": coder, "op": "define", "code": code, "version": c["version"], "fields": map[string]any{"label": words}})
			}
		}
		t.Fatalf("no %s in %v", code, book)
		return 0, nil
	}
	define("k1", "ann", "goals", "Aims")
	define("k2", "bob", "time", "Hours")
	p.edit(map[string]any{"key": "k3", "op": "undo"})
	if now := read(t, folder, "codebook.yaml"); !strings.Contains(now, "label: Goals") || !strings.Contains(now, "label: Hours") {
		t.Errorf("taken back beside another's change:\n%s", now)
	}
	p.edit(map[string]any{"key": "k4", "op": "redo"})
	define("k5", "bob", "goals", "Wishes")
	status, out := p.try(map[string]any{"key": "k6", "op": "undo"})
	if status != http.StatusConflict || !strings.Contains(fmt.Sprint(out["error"]), "has changed since in the same lines") {
		t.Errorf("an undo over another's change: %d %v", status, out)
	}
	if now := read(t, folder, "codebook.yaml"); !strings.Contains(now, "label: Wishes") {
		t.Errorf("another's change is gone:\n%s", now)
	}
}

// TestABrokenConnectionLosesNothing hangs up in the middle of a request, and after it was sent whole without waiting.
func TestABrokenConnectionLosesNothing(t *testing.T) {
	folder := clinics(t)
	p := enter(t, serve(t, folder))
	body, _ := json.Marshal(map[string]any{"key": "k1", "coder": "ann", "op": "code", "document": "east.txt", "digest": digestOf(p), "at": []int{44, 55}, "code": "time"})
	u, _ := url.Parse(p.base)
	cookie := p.http.Jar.Cookies(u)[0]
	send := func(part int) {
		c, err := net.Dial("tcp", u.Host)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(c, "POST /api/edit HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nX-Crosscase: 1\r\nCookie: %s=%s\r\nContent-Length: %d\r\n\r\n%s", u.Host, p.base, cookie.Name, cookie.Value, len(body), body[:part])
		c.Close()
	}
	send(len(body) / 2)
	if status, _ := p.ask("GET", "/api/study", nil, nil); status != http.StatusOK {
		t.Fatal(status)
	}
	if _, err := os.Stat(filepath.Join(folder, "codings/ann/east.jsonl")); err == nil {
		t.Fatal("half an edit was done")
	}
	send(len(body))
	for until := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		if _, err := os.Stat(filepath.Join(folder, "codings/ann/east.jsonl")); err == nil {
			break
		} else if time.Now().After(until) {
			break // it did not arrive: the page sends it again
		}
	}
	var again map[string]any
	_ = json.Unmarshal(body, &again)
	p.edit(again)
	if got := lines(t, folder, "codings/ann/east.jsonl", `"code": "time"`); len(got) != 1 {
		t.Errorf("on disk stands %q", got)
	}
}

// TestFromNothingToTheFirstTranscript starts a study, adds cases, takes files in and reads the guide.
func TestFromNothingToTheFirstTranscript(t *testing.T) {
	folder := t.TempDir()
	p := enter(t, serve(t, folder))
	for _, bad := range []string{"../out", "a/b", `a\b`, ".hidden", "..", "/tmp/x"} {
		if status, out := p.ask("POST", "/api/start", map[string]any{"folder": bad, "title": "x", "language": "en", "coder": "ann"}, nil); status != http.StatusBadRequest {
			t.Errorf("folder %q: %d %v", bad, status, out)
		}
	}
	if status, out := p.ask("POST", "/api/start", map[string]any{"folder": "mine", "title": "Mine", "language": "en", "coder": "Ann"}, nil); status != http.StatusOK {
		t.Fatalf("%d %v", status, out)
	}
	p.edit(map[string]any{"key": "k1", "op": "case", "label": "East clinic", "name": "east"})
	status, out := p.upload("/api/intake", "../../../east-talk.txt", "I: Which goals do you set?\n\nR: Four goals, I think.\n\nI: Why four?\n\nR: There is no time for more.\n")
	taken := out["taken"].([]any)[0].(map[string]any)
	if status != http.StatusOK || taken["document"] != "east-talk.txt" || taken["case"] != "east" || taken["turns"] != float64(4) {
		t.Fatalf("%d %v", status, out)
	}
	status, out = p.upload("/api/intake", "picture.png", "\x89PNG\r\n\x1a\n")
	if taken = out["taken"].([]any)[0].(map[string]any); status != http.StatusOK || taken["error"] == "" {
		t.Fatalf("%d %v", status, out)
	}
	if status, out = p.upload("/api/guide", "guide.md", "# Goals\n\n1. Which goals do you set?\n2. Why so many?\n"); status != http.StatusOK || out["questions"] != float64(2) {
		t.Fatalf("%d %v", status, out)
	}
	p.edit(map[string]any{"key": "k2", "op": "derive"})
	p.edit(map[string]any{"key": "k3", "op": "apply"})
	doc := p.get("/api/document?key=east-talk.txt")
	if len(doc["blocks"].([]any)) != 4 || len(doc["codings"].([]any)) == 0 {
		t.Errorf("the first transcript: %v", doc)
	}
	if found, _ := filepath.Glob(filepath.Join(folder, "*")); len(found) != 1 {
		t.Errorf("beside the study stands %v", found)
	}
	crosscase(t, filepath.Join(folder, "mine"), "check")
}

// upload sends a file as a form does.
func (p *page) upload(path, name, data string) (int, map[string]any) {
	p.t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	f, err := w.CreateFormFile("files", name)
	if err != nil {
		p.t.Fatal(err)
	}
	_, _ = io.WriteString(f, data)
	w.Close()
	r, _ := http.NewRequestWithContext(context.Background(), http.MethodPost, p.base+path, &b)
	r.Header.Set("X-Crosscase", "1")
	r.Header.Set("Content-Type", w.FormDataContentType())
	answer, err := p.http.Do(r)
	if err != nil {
		p.t.Fatal(err)
	}
	defer answer.Body.Close()
	var out map[string]any
	_ = json.NewDecoder(answer.Body).Decode(&out)
	return answer.StatusCode, out
}
