package chart

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"io"
)

// density passes a PNG on and says in it, by a pHYs chunk after the header, how many dots a metre has, so that word processors
// place the picture in its size.
type density struct {
	w        io.Writer
	perMetre uint32
	head     []byte
	done     bool
}

// headLength is the length of signature and header of a PNG.
const headLength = 8 + 25

func (d *density) Write(p []byte) (int, error) {
	if d.done {
		return d.w.Write(p)
	}
	d.head = append(d.head, p...)
	if len(d.head) < headLength {
		return len(p), nil
	}
	d.done = true
	var chunk bytes.Buffer
	body := binary.BigEndian.AppendUint32([]byte("pHYs"), d.perMetre)
	body = append(binary.BigEndian.AppendUint32(body, d.perMetre), 1) // 1: metres
	chunk.Write(binary.BigEndian.AppendUint32(nil, uint32(len(body)-4)))
	chunk.Write(body)
	chunk.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(body)))
	for _, part := range [][]byte{d.head[:headLength], chunk.Bytes(), d.head[headLength:]} {
		if _, err := d.w.Write(part); err != nil {
			return 0, err
		}
	}
	return len(p), nil
}
