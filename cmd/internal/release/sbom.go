package main

import (
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// modules are those that any of the builds has linked in, by path.
type modules struct {
	deps map[string]module
	goes string // the Go release
}

type module struct{ path, version, sum string }

// add notes what a program is made of, as the program itself records it.
func (m *modules) add(program string) error {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return err
	}
	if m.deps == nil {
		m.deps = map[string]module{}
	}
	m.goes = strings.TrimPrefix(info.GoVersion, "go")
	for _, d := range info.Deps {
		if d.Replace != nil {
			d = d.Replace
		}
		m.deps[d.Path] = module{d.Path, d.Version, d.Sum}
	}
	return nil
}

// The parts of a CycloneDX document that are written.
type (
	bom struct {
		Format     string      `json:"bomFormat"`
		Spec       string      `json:"specVersion"`
		Serial     string      `json:"serialNumber"`
		Version    int         `json:"version"`
		Metadata   bomMetadata `json:"metadata"`
		Components []component `json:"components"`
	}
	bomMetadata struct {
		Timestamp string    `json:"timestamp"`
		Component component `json:"component"`
	}
	component struct {
		Type     string    `json:"type"`
		Ref      string    `json:"bom-ref,omitempty"`
		Name     string    `json:"name"`
		Version  string    `json:"version"`
		PURL     string    `json:"purl"`
		Licenses []license `json:"licenses,omitempty"`
		Hashes   []hash    `json:"hashes,omitempty"`
	}
	license struct {
		License struct {
			ID string `json:"id"`
		} `json:"license"`
	}
	hash struct {
		Alg     string `json:"alg"`
		Content string `json:"content"`
	}
)

const mainModule = "github.com/hegao/hegao"

// sbom lists the modules as CycloneDX 1.5, with the hashes that go.sum has. Its
// serial number is made of its content.
func (m *modules) sbom(version string, date time.Time) []byte {
	purl := func(path, version string) string { return "pkg:golang/" + path + "@" + version }
	own := component{Type: "application", Name: mainModule, Version: version, PURL: purl(mainModule, version)}
	own.Ref = own.PURL
	own.Licenses = make([]license, 1)
	own.Licenses[0].License.ID = "Apache-2.0"
	b := bom{Format: "CycloneDX", Spec: "1.5", Version: 1,
		Metadata:   bomMetadata{Timestamp: date.Format(time.RFC3339), Component: own},
		Components: []component{{Type: "library", Ref: purl("std", m.goes), Name: "std", Version: m.goes, PURL: purl("std", m.goes)}}}
	for _, path := range slices.Sorted(maps.Keys(m.deps)) {
		d := m.deps[path]
		c := component{Type: "library", Ref: purl(d.path, d.version), Name: d.path, Version: d.version, PURL: purl(d.path, d.version)}
		if raw, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(d.sum, "h1:")); err == nil && len(raw) == sha256.Size {
			c.Hashes = []hash{{"SHA-256", hex.EncodeToString(raw)}}
		}
		b.Components = append(b.Components, c)
	}
	id := sha256.Sum256(encode(b))
	// A UUID keeps version and variant in two digits of its own.
	digits := hex.EncodeToString(id[:])
	b.Serial = fmt.Sprintf("urn:uuid:%s-%s-5%s-8%s-%s", digits[:8], digits[8:12], digits[13:16], digits[17:20], digits[20:32])
	return encode(b)
}

func encode(b bom) []byte {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(b); err != nil {
		panic(err) // strings and lists of them can be written
	}
	return out.Bytes()
}
