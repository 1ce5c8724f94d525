package coding

import (
	"fmt"
	"strconv"
	"strings"

	"crosscase/corpus/pattern"
)

var (
	hexColour  = pattern.Of(`^(?:#|0x)?([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$`)
	rgbColour  = pattern.Of(`(?i)^(?:rgba?\()?\s*(\d{1,3})\s*[,; ]\s*(\d{1,3})\s*[,; ]\s*(\d{1,3})\s*(?:[,;/ ]\s*[\d.]+%?\s*)?\)?$`)
	netColour  = pattern.Of(`(?i)^(?:color \[)?a=\d+,\s*r=(\d{1,3}),\s*g=(\d{1,3}),\s*b=(\d{1,3})\]?$`)
	argbNumber = pattern.Of(`^-\d{1,10}$`)
)

// readColour returns a colour as #rrggbb where it is written in one of the ways programs do,
// else as it stands.
func readColour(s string) string {
	s = strings.TrimSpace(s)
	if m := hexColour.FindStringSubmatch(s); m != nil && (len(m[1]) != len(s) || strings.ContainsAny(s, "abcdefABCDEF") || len(s) > 3) {
		h := strings.ToLower(m[1])
		switch len(h) {
		case 3:
			return "#" + strings.Repeat(h[:1], 2) + strings.Repeat(h[1:2], 2) + strings.Repeat(h[2:], 2)
		case 8:
			h = h[2:] // the first is how opaque it is
		}
		return "#" + h
	}
	for _, form := range []*pattern.Pattern{rgbColour, netColour} {
		if m := form.FindStringSubmatch(s); m != nil {
			if c, ok := rgb(m[1:4]); ok {
				return c
			}
		}
	}
	if argbNumber.MatchString(s) {
		if n, err := strconv.ParseInt(s, 10, 64); err == nil {
			return fmt.Sprintf("#%06x", uint32(n)&0xffffff)
		}
	}
	return s
}

func rgb(parts []string) (string, bool) {
	out := "#"
	for _, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil || n > 255 {
			return "", false
		}
		out += fmt.Sprintf("%02x", n)
	}
	return out, true
}
