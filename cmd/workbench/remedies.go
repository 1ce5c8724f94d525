package workbench

// remedies are what the page can do about what is wrong, where a command has another remedy: by the English of what is wrong, as it stands in the catalogue. What a
// message is about stands in the remedy in the same order.
var remedies = map[string]string{
	"%s is coded with %q already (%s)":                    "remove one of the two",
	"%s is a proposal of %s, which would put it back":     "code the passage in your own name",
	"%s is a proposal of %s; it would come back":          "decline it",
	"%s is a coding of %s with %q, not one of %s with %q": "choose among your own codings",
	"there is no coding %q":                               "somebody took it out, or its code was split",
	"there is no proposal %q":                             "the machine coders ran again, or somebody decided on it",
	"the quote does not stand in %s: %q":                  "copy the words from the text",
	"question %q was not found anywhere in %s":            "mark it as not asked",
	"question %q was not found at %s, but at %s":          "open its cell to see the places",
	"%s is %s; it has no place that could be confirmed":   "select its words in the text, or remove it",
	"a decision needs its reason":                         "write why",
	"nobody has given %q to words of %s":                  "somebody took it out, or its code was split",
	"the memo has no words":                               "write what you think",
	"there is no memo %q":                                 "somebody took it out",
	"was taken in before as %s and has changed since":     "the page corrects no texts: crosscase corpus revise takes the correction over and keeps the codings; under another name the file comes in beside the other",
	"has the name of %s, which is in the study as %s, but for capitals or the form of accents": "give the file a name of its own",
	"%s has been coded or read since by %s; it stays in the study":                             "leave it as it is, and go on to the change before",
	"%s belongs to case %s by now; the case stays in the study":                                "leave it as it is, and go on to the change before",
	"%s has changed since in the same lines; %q stays as it is":                                "change it by hand, or leave it as it is and go on to the change before",
	"%d %s erased cannot be taken back or done again":                                          "leave them as they are, and go on to the change before",
	"%q cannot be taken back":                                                                  "leave it as it is, and go on to the change before",
}
