package export

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// TestSchema holds the JSON form to the published schema, and the schema to saying what each
// property is.
func TestSchema(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "export.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"edition.in.md", "hostile.in.md"} {
		var value map[string]any
		if err := json.Unmarshal(output(t, machine, cutFile(t, name), testOptions(t)), &value); err != nil {
			t.Fatal(err)
		}
		for _, problem := range against(schema, value, name) {
			t.Error(problem)
		}
		// The schema would not do much if it took anything.
		value["timeline"].([]any)[0].(map[string]any)["at"] = 7
		value["secret"] = true
		delete(value, "title")
		if n := len(against(schema, value, name)); n != 3 {
			t.Errorf("%d of three faults are found", n)
		}
	}
	properties := schema["properties"].(map[string]any)
	for i := range reflect.TypeFor[face]().NumField() {
		name, _, _ := strings.Cut(reflect.TypeFor[face]().Field(i).Tag.Get("json"), ",")
		if _, ok := properties[name]; !ok {
			t.Errorf("the schema does not know %s", name)
		}
	}
}

// against knows as much of JSON Schema as ours uses, and fails on what it does not know.
func against(schema map[string]any, value any, at string) (problems []string) {
	say := func(format string, args ...any) {
		problems = append(problems, at+": "+fmt.Sprintf(format, args...))
	}
	kind := map[reflect.Kind]string{reflect.String: "string", reflect.Bool: "boolean", reflect.Float64: "number", reflect.Slice: "array", reflect.Map: "object"}[reflect.ValueOf(value).Kind()]
	for key, want := range schema {
		switch key {
		case "$schema", "title", "description":
		case "type":
			if n, ok := value.(float64); want == "integer" && ok && n == float64(int(n)) {
				continue
			}
			if kind != want {
				say("is a %s and not a %s", kind, want)
			}
		case "const":
			if !reflect.DeepEqual(want, value) {
				say("is %v and not %v", value, want)
			}
		case "enum":
			found := false
			for _, v := range want.([]any) {
				found = found || reflect.DeepEqual(v, value)
			}
			if !found {
				say("%v is none of %v", value, want)
			}
		case "format":
			if s, ok := value.(string); ok {
				if _, err := time.Parse(time.RFC3339, s); err != nil || want != "date-time" {
					say("%q is not a %s", s, want)
				}
			}
		case "required":
			for _, name := range want.([]any) {
				if object, ok := value.(map[string]any); ok && object[name.(string)] == nil {
					say("there is no %s", name)
				}
			}
		case "additionalProperties":
			object, _ := value.(map[string]any)
			for name := range object {
				if _, known := schema["properties"].(map[string]any)[name]; !known {
					say("%s is not in the schema", name)
				}
			}
		case "properties":
			object, _ := value.(map[string]any)
			for name, of := range want.(map[string]any) {
				if v, there := object[name]; there {
					problems = append(problems, against(of.(map[string]any), v, at+"."+name)...)
				}
			}
		case "items":
			list, _ := value.([]any)
			for i, v := range list {
				problems = append(problems, against(want.(map[string]any), v, fmt.Sprintf("%s[%d]", at, i))...)
			}
		default:
			say("the schema says %s, which this test does not know", key)
		}
	}
	return problems
}
