package coding

import (
	"fmt"
	"testing"
)

func TestParseWhen(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2006", "[2006] []"},
		{"2014-12", "[2014-12] []"},
		{"2014-12-24", "[2014-12-24] []"},
		{"2006/2013", "[2006–2013] []"},
		{"2006 – 2013-05", "[2006–2013-05] []"},
		{"2006-2013", "[2006–2013] []"},
		{"2013-2006", "[] [2013-2006]"},
		{"2003; 2012", "[2003 2012] []"},
		{"2003, i fjor", "[2003] [i fjor]"},
		{"2013/2006", "[] [2013/2006]"},
		{"2014-13", "[] [2014-13]"},
		{"", "[] []"},
	} {
		p, unread := ParseWhen(c.in)
		if got := fmt.Sprint(p, unread); got != c.want {
			t.Errorf("%q: %s, want %s", c.in, got, c.want)
		}
	}
}

func TestPeriodsSortAndTouchByDay(t *testing.T) {
	for _, c := range []struct {
		a, b            Period
		before, touches bool
	}{
		{Period{"2006", "2006"}, Period{"2006-02", "2006-02"}, true, true},
		{Period{"2006-02-03", "2006-02-03"}, Period{"2006-02", "2006-02"}, false, true},
		{Period{"2006", "2013"}, Period{"2013-12-31", "2014"}, true, true},
		{Period{"2006", "2006"}, Period{"2007", "2007"}, true, false},
		{Period{"2006-12", "2006-12"}, Period{"2006", "2006"}, false, true},
		{Period{"2006", "2006"}, Period{"2006", "2008"}, true, true},
	} {
		if got := c.a.Days().Compare(c.b.Days()) < 0; got != c.before {
			t.Errorf("%v before %v: %v", c.a, c.b, got)
		}
		if c.a.Days().Touches(c.b.Days()) != c.touches || c.b.Days().Touches(c.a.Days()) != c.touches {
			t.Errorf("%v and %v touch: %v", c.a, c.b, !c.touches)
		}
	}
}
