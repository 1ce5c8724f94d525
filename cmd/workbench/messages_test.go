package workbench_test

import (
	"strings"
	"testing"
)

// TestARefusalInNorwegian meets errors in a Norwegian study: a name that is mistyped, places in a query, a file that is not read, and a problem in a file.
func TestARefusalInNorwegian(t *testing.T) {
	folder := clinics(t)
	put(t, folder, "crosscase.yaml", strings.Replace(read(t, folder, "crosscase.yaml"), "language: en", "language: nb", 1))
	put(t, folder, "cases/west.yaml", read(t, folder, "cases/east.yaml"))
	p := enter(t, serve(t, folder))
	if _, out := p.try(map[string]any{"key": "k1", "op": "code", "document": "east.txt", "digest": digestOf(p), "at": []int{44, 55}, "code": "gools"}); out["error"] != `koden "gools" er ikke i kodeboka` || out["hint"] != `mente du "goals"?` || out["english"] != nil {
		t.Errorf("a code that is not there: %v", out)
	}
	if _, out := p.ask("GET", "/api/search?q=(goals", nil, nil); !strings.HasPrefix(out["error"].(string), "søket, tegn 1: denne parentesen blir aldri lukket\n  (goals\n  ^") || out["hint"] != "sett ) der gruppen slutter" {
		t.Errorf("a query with an open bracket: %v", out)
	}
	if _, out := p.ask("GET", "/api/search?q=a+NEAR%2F5000+b", nil, nil); out["english"] != nil || !strings.Contains(out["error"].(string), "NEAR tar et tall fra 1 til 1000") {
		t.Errorf("a query with too large a distance: %v", out)
	}
	if _, out := p.upload("/api/intake", "bilde.png", "\x89PNG"); !strings.Contains(out["taken"].([]any)[0].(map[string]any)["error"].(string), "har endelsen") {
		t.Errorf("a picture: %v", out)
	}
	_, out := p.ask("GET", "/api/study", nil, nil)
	if problems, _ := out["problems"].([]any); len(problems) == 0 || !strings.Contains(problems[0].(string), `cases/west.yaml:1: har caset "east", men fila heter "west"`) {
		t.Errorf("the problems of the study: %v", out["problems"])
	}
}
