package lint_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// schema is the part of JSON Schema in which testdata/schema is written, and one word more:
// uniqueBy, a member that no two items of a list may share. A word that is not here is an error, so
// that no schema asks for what nobody checks.
type schema struct {
	Description string            `json:"description"`
	Ref         string            `json:"$ref"`
	Defs        map[string]schema `json:"$defs"`
	Type        string            `json:"type"`
	Enum        []any             `json:"enum"`
	Required    []string          `json:"required"`
	Additional  *bool             `json:"additionalProperties"`
	Properties  map[string]schema `json:"properties"`
	Items       *schema           `json:"items"`
	MinItems    int               `json:"minItems"`
	MaxItems    int               `json:"maxItems"`
	Unique      bool              `json:"uniqueItems"`
	UniqueBy    string            `json:"uniqueBy"`
	Minimum     *float64          `json:"minimum"`
	MinLength   int               `json:"minLength"`
	MaxLength   int               `json:"maxLength"`
	Pattern     string            `json:"pattern"`
}

func schemaNamed(t *testing.T, name string) *schema {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "schema", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(strings.NewReader(string(text)))
	d.DisallowUnknownFields()
	s := &schema{}
	if err := d.Decode(s); err != nil {
		t.Fatalf("schema %s: %v", name, err)
	}
	return s
}

// faults are what is wrong with a value, each with its place in the document.
func (s *schema) faults(value any) []string {
	var found []string
	s.look(s.Defs, "", value, func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) })
	return found
}

func (s schema) look(defs map[string]schema, at string, value any, fault func(string, ...any)) {
	if s.Ref != "" {
		def, ok := defs[strings.TrimPrefix(s.Ref, "#/$defs/")]
		if !ok {
			fault("%s: no %s in the schema", at, s.Ref)
			return
		}
		s = def
	}
	if s.Enum != nil && !slices.ContainsFunc(s.Enum, func(e any) bool { return reflect.DeepEqual(e, value) }) {
		fault("%s: %v is none of %v", at, value, s.Enum)
	}
	is := ""
	switch v := value.(type) {
	case map[string]any:
		is = "object"
		s.lookObject(defs, at, v, fault)
	case []any:
		is = "array"
		s.lookList(defs, at, v, fault)
	case string:
		is = "string"
		if n := utf8.RuneCountInString(v); n < s.MinLength || s.MaxLength > 0 && n > s.MaxLength {
			fault("%s: a text of %d characters", at, n)
		}
		if s.Pattern != "" && !regexp.MustCompile(s.Pattern).MatchString(v) {
			fault("%s: %q does not match %s", at, v, s.Pattern)
		}
	case float64:
		is = "number"
		if v == float64(int64(v)) {
			is = "integer"
		}
		if s.Minimum != nil && v < *s.Minimum {
			fault("%s: %v is too little", at, v)
		}
	case bool:
		is = "boolean"
	case nil:
		is = "null"
	}
	if s.Type != "" && s.Type != is {
		fault("%s: is %s, not %s", at, is, s.Type)
	}
}

func (s schema) lookObject(defs map[string]schema, at string, v map[string]any, fault func(string, ...any)) {
	for _, name := range s.Required {
		if _, ok := v[name]; !ok {
			fault("%s: no %s", at, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(v)) {
		if member, ok := s.Properties[name]; ok {
			member.look(defs, at+"/"+name, v[name], fault)
		} else if s.Additional != nil && !*s.Additional {
			fault("%s: nobody knows %s", at, name)
		}
	}
}

func (s schema) lookList(defs map[string]schema, at string, v []any, fault func(string, ...any)) {
	if len(v) < s.MinItems || s.MaxItems > 0 && len(v) > s.MaxItems {
		fault("%s: a list of %d", at, len(v))
	}
	seen := map[any]int{}
	for i, item := range v {
		if s.Items != nil {
			s.Items.look(defs, fmt.Sprintf("%s/%d", at, i), item, fault)
		}
		key := item
		if object, ok := item.(map[string]any); ok && s.UniqueBy != "" {
			key = object[s.UniqueBy]
		} else if !s.Unique {
			continue
		}
		if first, twice := seen[key]; twice {
			fault("%s/%d: %v is at %d already", at, i, key, first)
		} else {
			seen[key] = i
		}
	}
}

// jsonFaults holds an output to its schema, and to what a schema cannot say.
func jsonFaults(t *testing.T, format, text string) []string {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		return []string{err.Error()}
	}
	found := schemaNamed(t, format).faults(v)
	switch format {
	case "json":
		one := schemaNamed(t, "jsonl")
		for _, f := range list(v, "findings") {
			found = append(found, one.faults(f)...)
		}
	case "sarif":
		run := list(v, "runs")[0]
		rules := list(run, "tool", "driver", "rules")
		for i, r := range list(run, "results") {
			at, _ := member(r, "ruleIndex").(float64)
			if int(at) >= len(rules) || member(rules[int(at)], "id") != member(r, "ruleId") {
				found = append(found, fmt.Sprintf("result %d: the rule at %v is not %v", i, at, member(r, "ruleId")))
			}
		}
	}
	return append(found, turned(v)...)
}

// turned gives the ranges that end before they begin, in whichever way a format writes them.
func turned(v any) []string {
	var found []string
	switch v := v.(type) {
	case map[string]any:
		for _, m := range slices.Sorted(maps.Keys(v)) {
			found = append(found, turned(v[m])...)
		}
		for _, r := range [][4]any{
			{v["startLine"], v["startColumn"], v["endLine"], v["endColumn"]},
			{v["line"], v["column"], v["endLine"], v["endColumn"]},
			{member(v["start"], "line"), member(v["start"], "column"), member(v["end"], "line"), member(v["end"], "column")},
			{v["begin"], 0.0, v["end"], 0.0},
		} {
			line, isRange := r[0].(float64)
			end, ends := r[2].(float64)
			if from, to := r[1], r[3]; isRange && ends && (end < line || end == line && to.(float64) < from.(float64)) {
				found = append(found, fmt.Sprintf("a range from %v:%v to %v:%v", line, from, end, to))
			}
		}
	case []any:
		for _, item := range v {
			found = append(found, turned(item)...)
		}
	}
	return found
}

func member(v any, path ...string) any {
	for _, name := range path {
		object, _ := v.(map[string]any)
		v = object[name]
	}
	return v
}

func list(v any, path ...string) []any {
	l, _ := member(v, path...).([]any)
	return l
}
