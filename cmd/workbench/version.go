package workbench

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// versionOf names what a thing holds: two things that hold the same have one version.
func versionOf(v any) string {
	data, _ := json.Marshal(v)
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:6])
}
