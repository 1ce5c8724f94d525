package workbench

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"net/http"
	"strings"
)

// policy lets the page load its own files and talk to its own server, and nothing else: no
// script or style within the page, no frame around it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// newToken returns 32 random bytes in letters that need no escape in an address.
func newToken() string {
	var b [32]byte
	_, _ = rand.Read(b[:]) // it never fails
	return base64.RawURLEncoding.EncodeToString(b[:])
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// cookieName belongs to the port, since browsers share cookies between the ports of a host.
func (w *Workbench) cookieName() string { return "crosscase-" + w.port }

// guarded lets a request through that comes from the page itself.
//
// The host name must be this server's, so that a foreign name that leads to this machine gets
// nowhere. What a browser tells of where the request was made must be this page. The token comes in the
// address, once, or in the cookie that it was exchanged for; a request that changes something
// also carries a header that no form and no foreign page can send.
func (w *Workbench) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		h := rw.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if !w.ownHost(r.Host) {
			deny(rw, http.StatusMisdirectedRequest, "this address is not the workbench's own")
			return
		}
		if o := r.Header.Get("Origin"); o != "" && !w.ownOrigin(o) {
			deny(rw, http.StatusForbidden, "another page may not ask the workbench for anything")
			return
		}
		site := r.Header.Get("Sec-Fetch-Site")
		entering := r.Method == http.MethodGet && r.URL.Path == "/" && r.Header.Get("Sec-Fetch-Mode") != "cors"
		if (site == "cross-site" || site == "same-site") && !entering {
			deny(rw, http.StatusForbidden, "another page may not ask the workbench for anything")
			return
		}
		if given := r.URL.Query().Get("token"); entering && given != "" {
			if !same(given, w.token) {
				deny(rw, http.StatusForbidden, "the token in the address is not the right one; open the address that crosscase serve prints")
				return
			}
			http.SetCookie(rw, &http.Cookie{Name: w.cookieName(), Value: w.session, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
			http.Redirect(rw, r, "/", http.StatusSeeOther)
			return
		}
		c, err := r.Cookie(w.cookieName())
		if err != nil || !same(c.Value, w.session) {
			deny(rw, http.StatusForbidden, "open the address that crosscase serve prints, with its token")
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead && r.Header.Get("X-Crosscase") != "1" {
			deny(rw, http.StatusForbidden, "another page may not ask the workbench for anything")
			return
		}
		next.ServeHTTP(rw, r)
	})
}

func (w *Workbench) ownHost(host string) bool {
	return host == "127.0.0.1:"+w.port || host == "localhost:"+w.port
}

func (w *Workbench) ownOrigin(origin string) bool {
	host, ok := strings.CutPrefix(origin, "http://")
	return ok && w.ownHost(host)
}

func deny(rw http.ResponseWriter, status int, why string) {
	rw.Header().Set("Content-Type", "text/plain; charset=utf-8")
	rw.WriteHeader(status)
	_, _ = rw.Write([]byte(why + "\n"))
}
