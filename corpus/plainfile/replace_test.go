package plainfile

import "testing"

func TestReplace(t *testing.T) {
	const data = "# head\nvalues:\n  a:\n    because:\n      - document: x.txt # first\n        quote: Ja, det er så  # note\n        at: 1-2\n      - {document: y.txt, quote: \"æ \\\"ø\\\" å\", at: 3-4}\n      - document: z.txt\n        quote: |\n          to\n          linjer\n        at: 5-6\n      - document: w.txt\n        quote: 'det''s\n          over lines'\nend: 1\n"
	for _, c := range []struct {
		line             int
		name, old, value string
		was, is          string
	}{
		{5, "quote", "Ja, det er så", "Nei: # ikke", "quote: Ja, det er så  # note", "quote: 'Nei: # ikke'  # note"},
		{8, "quote", `æ "ø" å`, "b, c]", `"æ \"ø\" å", at`, `"b, c]", at`},
		{8, "at", "3-4", "30-40", "at: 3-4}", "at: 30-40}"},
		{9, "quote", "to\nlinjer\n", "en\nlinje", "quote: |\n          to\n          linjer\n", "quote: \"en\\nlinje\"\n"},
		{14, "quote", "det's over lines", "x", "quote: 'det''s\n          over lines'\n", "quote: x\n"},
	} {
		got, err := Replace([]byte(data), c.line, c.name, c.old, c.value)
		if err != nil {
			t.Errorf("%s: %v", c.old, err)
			continue
		}
		want := replaceOnce(t, data, c.was, c.is)
		if string(got) != want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.old, got, want)
		}
	}
	if _, err := Replace([]byte(data), 5, "quote", "other", "x"); err == nil {
		t.Error("no error for a value that is not there")
	}
}

func replaceOnce(t *testing.T, s, was, is string) string {
	t.Helper()
	for i := 0; i+len(was) <= len(s); i++ {
		if s[i:i+len(was)] == was {
			return s[:i] + is + s[i+len(was):]
		}
	}
	t.Fatalf("no %q", was)
	return ""
}
