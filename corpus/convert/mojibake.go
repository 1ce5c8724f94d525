package convert

import (
	"strings"

	"crosscase/corpus/pattern"
)

// twiceEncoded are the pairs of characters that UTF-8 makes of an accented letter where some
// program read it as Windows-1252 or Latin-1: "Ã¥" for å, "Ã˜" for Ø, "â€™" for ’.
var twiceEncoded = pattern.Of(`[\pL]*(?:Ã[¡-¿\x{80}-\x{BF}˜†…°¸¦¥¤¶¼©¨]|â€[™œ“”\x{9D}¦])[\pL]*`)

// leastTwiceEncoded is how many of them a text must hold for it to be told.
const leastTwiceEncoded = 3

// warnOfTwiceEncoded reports letters that were spoilt before the file came here. They are left
// as they are: what they were can be seen, but not for certain.
func warnOfTwiceEncoded(text string, r *Report) {
	if !strings.Contains(text, "Ã") && !strings.Contains(text, "â€") {
		return
	}
	if found := twiceEncoded.FindAllString(text, -1); len(found) >= leastTwiceEncoded {
		r.Add("warning", "letters were spoilt before the file was saved, as by a program that took UTF-8 for another encoding: save it again from its source", len(found), found[0])
	}
}
