package convert

// keyword reads the letters and the number of a control word.
func (p *rtfReader) keyword() (word string, value int, given bool) {
	from := p.at
	for p.at < len(p.data) && p.at-from < 40 && (p.data[p.at]|0x20 >= 'a' && p.data[p.at]|0x20 <= 'z') {
		p.at++
	}
	word = string(p.data[from:p.at])
	sign := 1
	if p.at+1 < len(p.data) && p.data[p.at] == '-' && p.data[p.at+1] >= '0' && p.data[p.at+1] <= '9' {
		sign = -1
		p.at++
	}
	for p.at < len(p.data) && p.data[p.at] >= '0' && p.data[p.at] <= '9' {
		value, given = min(value*10+int(p.data[p.at]-'0'), 1<<30), true
		p.at++
	}
	if p.at < len(p.data) && p.data[p.at] == ' ' {
		p.at++
	}
	return word, sign * value, given
}

func (p *rtfReader) hexByte() (byte, bool) {
	if p.at+2 > len(p.data) {
		return 0, false
	}
	digit := func(c byte) (byte, bool) {
		switch {
		case c >= '0' && c <= '9':
			return c - '0', true
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			return (c | 0x20) - 'a' + 10, true
		}
		return 0, false
	}
	hi, ok := digit(p.data[p.at])
	lo, fine := digit(p.data[p.at+1])
	if !ok || !fine {
		return 0, false
	}
	p.at += 2
	return hi<<4 | lo, true
}
