package cases

import (
	"testing"

	"crosscase/corpus/catalogue"
)

func TestAttributeValuesAreCheckedReadAndPrinted(t *testing.T) {
	for _, c := range []struct {
		kind, item string
		ok         bool
		number     float64
		nb, en     string
	}{
		{Number, "58300", true, 58300, "58\u00a0300", "58,300"},
		{Number, "2006", true, 2006, "2006", "2006"},
		{Number, "12,5", true, 12.5, "12,5", "12.5"},
		{Number, "-1234567.25", true, -1234567.25, "-1\u00a0234\u00a0567,25", "-1,234,567.25"},
		{Number, "many", false, 0, "many", "many"},
		{Number, "58,300", false, 0, "58,300", "58,300"}, // 58300, or 58.3
		{Number, "0,300", true, 0.3, "0,3", "0.3"},
		{Number, "58,3000", true, 58.3, "58,3", "58.3"},
		{Number, "58 300", true, 58300, "58\u00a0300", "58,300"},
		{Number, "58\u202f300,5", true, 58300.5, "58\u00a0300,5", "58,300.5"},
		{Number, "1,234,567", true, 1234567, "1\u00a0234\u00a0567", "1,234,567"},
		{Number, "1.234.567,5", true, 1234567.5, "1\u00a0234\u00a0567,5", "1,234,567.5"},
		{Number, "58,300.5", true, 58300.5, "58\u00a0300,5", "58,300.5"},
		{Number, "−7", true, -7, "-7", "-7"},
		{Number, "NaN", false, 0, "NaN", "NaN"},
		{Number, "Inf", false, 0, "Inf", "Inf"},
		{Number, "0x10", false, 0, "0x10", "0x10"},
		{Number, "1_000", false, 0, "1_000", "1_000"},
		{Number, "", false, 0, "", ""},
		{Number, "12,34,5", false, 0, "12,34,5", "12,34,5"},
		{Date, "2016-02-19", true, 16850, "19.02.2016", "19 February 2016"},
		{Date, "2006", true, 2006, "2006", "2006"},
		{Date, "2016-02", true, 0, "2016-02", "2016-02"},
		{Date, "2016-13-01", false, 0, "2016-13-01", "2016-13-01"},
		{Date, "19.02.2016", false, 0, "19.02.2016", "19.02.2016"},
		{Duration, "45", true, 45, "45 min", "45 min"},
		{Duration, "45 min", true, 45, "45 min", "45 min"},
		{Duration, "1:18", true, 78, "1 time og 18 min", "1 hour 18 min"},
		{Duration, "01:17:30", true, 78, "1 time og 18 min", "1 hour 18 min"},
		{Duration, "2:00", true, 120, "2 timer", "2 hours"},
		{Duration, "an hour", false, 0, "an hour", "an hour"},
		{Enum, "small", true, 0, "small", "small"},
		{Enum, "Small", false, 0, "Small", "Small"},
		{Text, "anything", true, 0, "anything", "anything"},
		{List, "anything", true, 0, "anything", "anything"},
	} {
		a := Attribute{Key: "x", Kind: c.kind, Values: []string{"small"}}
		if err := a.Check(c.item); (err == nil) != c.ok {
			t.Errorf("%s %q: %v", c.kind, c.item, err)
		}
		if n, ok := a.Number(c.item); ok && n != c.number {
			t.Errorf("%s %q as a number: %v, want %v", c.kind, c.item, n, c.number)
		} else if !ok && c.number != 0 {
			t.Errorf("%s %q is no number, want %v", c.kind, c.item, c.number)
		}
		for l, want := range map[catalogue.Language]string{"nb": c.nb, "en": c.en} {
			if got := a.Print(c.item, l); got != want {
				t.Errorf("%s %q in %s: %q, want %q", c.kind, c.item, l, got, want)
			}
		}
	}
}
