package convert

import "strings"

// How the report calls what belongs to a site and not to the page.
const (
	siteFeet    = "feet of the site"
	siteCookies = "notices about cookies"
	siteShare   = "links to share the page with others"
	siteSearch  = "search forms of the site"
	siteBeside  = "columns beside the text, with links to other pages and the like"
	siteWays    = "navigation of the page"
)

// furnitureNames are words of ids and classes, without "-" and "_", by which sites and the
// programs that make them name what is no part of a page's text. They are whole words: "social" may be
// a heading of a plan, and "consent" one of an interview.
var furnitureNames = namesOf(map[string]string{
	siteCookies: "cookie cookies cookiebanner cookiebar cookienotice cookieconsent cookieconsentbanner cookiewarning cookiepopup cookiemodal cookiedialog cookieinfo " +
		"cookieinformation cookiemessage cookiealert cookielaw cookielawinfobar cookiecontainer cookiewrapper cookiebox cookieoverlay cookiesbanner cookiesettings cookiepolicybanner " +
		"cookiebotwidget cybotcookiebotdialog onetrustbannersdk onetrustconsentsdk gdprbanner gdprcookienotice consentbanner consentmanager cmpbanner ccwindow ccbanner informasjonskapsler",
	siteShare: "share sharebuttons sharebutton sharebar sharelinks sharelist sharetools shareicons sharing sharingbuttons socialshare socialsharing socialsharebuttons socialbuttons " +
		"sociallinks socialmedia socialmedialinks socialmediashare socialicons sharethis addtoany addtoanycontent addtoanysharesavecontainer addthistoolbox sharedaddy sdsharing " +
		"ssba ssbp essblinks heateorsss deling delknapper delpaa",
	siteSearch: "searchform sitesearch searchbar searchbox",
	siteBeside: "relatedarticles relatedposts relatedlinks relatedcontent newslettersignup newsletterform advertisement adbanner",
	siteWays: "breadcrumb breadcrumbs brodsmulesti skiplink skiplinks skiptocontent skiptomain skipnav sitenav navbar mainmenu sitemenu topmenu " +
		"pagination",
})

func namesOf(words map[string]string) map[string]string {
	out := map[string]string{}
	for what, list := range words {
		for w := range strings.FieldsSeq(list) {
			out[w] = what
		}
	}
	return out
}

// wholePages are elements that hold a page whole, whatever their classes say.
var wholePages = setOf("html body main article table tbody tr td th h1 h2 h3 h4 h5 h6")

// besideNames are words by which an <aside> tells that it is no box of facts.
var besideNames = []string{"sidebar", "related", "relatert", "newsletter", "nyhetsbrev", "advert", "annonse", "promo", "menu", "meny", "widget", "recent", "popular"}

// furnitureOf tells whether an element is part of the site and not of the page's text, and how the report calls it.
// text tells whether a part of the page's text is open around it, which may have a foot of its own.
func furnitureOf(name string, a htmlAttributes, text bool) (what string, is bool) {
	if wholePages[name] {
		return "", false
	}
	for _, words := range [...]string{a.id, a.class} {
		for w := range strings.FieldsSeq(strings.ToLower(words)) {
			if what := furnitureNames[plainClass.Replace(w)]; what != "" {
				return what, true
			}
		}
	}
	switch {
	case name == "search", a.role == "search":
		return siteSearch, true
	case a.role == "contentinfo", name == "footer" && !text && !strings.Contains(a.class, "note"):
		return siteFeet, true
	case name == "aside":
		said := strings.ToLower(a.id+" "+a.label) + " " + a.class
		for _, w := range besideNames {
			if strings.Contains(said, w) {
				return siteBeside, true
			}
		}
		if strings.Contains(said, "cookie") || strings.Contains(said, "informasjonskaps") {
			return siteCookies, true
		}
	case (name == "div" || name == "section") && (strings.Contains(a.label, "cookie") || strings.Contains(a.label, "informasjonskaps")):
		return siteCookies, true
	}
	return "", false
}

var plainClass = strings.NewReplacer("-", "", "_", "")

// inText tells whether a part of the page's text is open.
func (p *htmlPage) inText() bool {
	for _, name := range [...]string{"article", "main", "section", "blockquote", "figure", "table", "dialog"} {
		if p.names[name] > 0 {
			return true
		}
	}
	return false
}

// warnOfFurniture warns of a page of which more was left out as furniture of its site than is in the text.
func (p *htmlPage) warnOfFurniture() {
	left := 0
	for _, e := range p.r.Entries {
		switch e.What {
		case siteFeet, siteCookies, siteShare, siteSearch, siteBeside, siteWays:
			left += e.Characters
		}
	}
	if left > weighBlocks(p.blocks) {
		p.r.Add("warning", "more of the page was left out as belonging to its site than is in the text; compare it with the page", 1, "")
	}
}
