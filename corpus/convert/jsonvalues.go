package convert

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"crosscase/corpus/pattern"
)

// jsonText is a text or a number, as services write speakers; "" for all else.
type jsonText string

func (t *jsonText) UnmarshalJSON(b []byte) error {
	*t = ""
	switch {
	case b[0] == '"':
		var s string
		if err := json.Unmarshal(b, &s); err != nil {
			return err
		}
		*t = jsonText(s)
	case b[0] == '-' || b[0] >= '0' && b[0] <= '9':
		*t = jsonText(strings.TrimSuffix(string(b), ".0"))
	}
	return nil
}

// jsonTime is a time or a length: 1.2, "1.2", "1.200s", "PT1M1.2S" or
// "00:00:01,200", in the unit of the service.
type jsonTime struct {
	value float64
	ok    bool
}

var isoDuration = pattern.Of(`^PT(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?$`)

func (t *jsonTime) UnmarshalJSON(b []byte) error {
	*t = jsonTime{}
	s := strings.Trim(string(b), `"`)
	if len(s) == 0 || len(s) > 40 || b[0] == '{' || b[0] == '[' {
		return nil
	}
	if m := isoDuration.FindStringSubmatch(s); m != nil {
		for i, unit := range []float64{3600, 60, 1} {
			v, _ := strconv.ParseFloat(m[i+1], 64)
			t.value += v * unit
		}
		t.ok = true
		return nil
	}
	if strings.Contains(s, ":") {
		d, ok := cueClock(s)
		*t = jsonTime{d.Seconds(), ok}
		return nil
	}
	v, err := strconv.ParseFloat(strings.TrimSuffix(s, "s"), 64)
	*t = jsonTime{v, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)}
	return nil
}

// to returns the span of two times, their unit being a number of seconds.
func (t jsonTime) to(end jsonTime, unit float64) cueSpan {
	at := cueSpan{from: t.value * unit, to: t.value * unit, timed: t.ok}
	if end.ok {
		at.to = end.value * unit
	}
	return at
}

// firstTime returns the first time that is there.
func firstTime(times ...jsonTime) jsonTime {
	for _, t := range times {
		if t.ok {
			return t
		}
	}
	return jsonTime{}
}

// firstText returns the first text that is not blank.
func firstText(texts ...jsonText) string {
	for _, t := range texts {
		if strings.TrimSpace(string(t)) != "" {
			return string(t)
		}
	}
	return ""
}
