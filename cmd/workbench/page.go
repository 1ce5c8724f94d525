package workbench

import (
	"embed"
	"net/http"
	"path"
)

//go:embed page
var page embed.FS

// types are those of the page's files. They are not asked of the system, which on some machines calls a
// script plain text.
var types = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".svg":  "image/svg+xml",
}

// servePage answers with a file of the page.
func servePage(rw http.ResponseWriter, name string) {
	data, err := page.ReadFile(path.Join("page", name))
	kind := types[path.Ext(name)]
	if err != nil || kind == "" {
		deny(rw, http.StatusNotFound, "there is no such page")
		return
	}
	rw.Header().Set("Content-Type", kind)
	_, _ = rw.Write(data)
}
