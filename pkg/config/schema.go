package config

import "encoding/json"

// Schema is the JSON Schema (2020-12) of the file, for editors.
func Schema() []byte {
	s := objectSchema(Keys())
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = "Configuration of postmortem"
	text, _ := json.MarshalIndent(s, "", "  ") // maps of strings cannot fail
	return append(text, '\n')
}

// mapping is the type of what holds keys; nothing is left where all of them are commented out.
var mapping = []string{"object", "null"}

func objectSchema(keys []Key) map[string]any {
	properties := map[string]any{}
	for _, k := range keys {
		properties[k.Name] = k.schema()
	}
	return map[string]any{"type": mapping, "additionalProperties": false, "properties": properties}
}

func (k Key) schema() map[string]any {
	one := map[string]any{"type": "string"}
	if k.Choices != nil {
		one = map[string]any{"enum": k.Choices}
	}
	var s map[string]any
	switch k.Form {
	case flag:
		s = map[string]any{"type": "boolean"}
	case number:
		s = map[string]any{"type": "integer"}
		if k.Choices != nil {
			var numbers []json.Number
			for _, c := range k.Choices {
				numbers = append(numbers, json.Number(c))
			}
			s = map[string]any{"enum": numbers}
		}
	case list:
		s = map[string]any{"anyOf": []any{one, map[string]any{"type": "array", "items": one}}}
	case table:
		s = map[string]any{"type": mapping, "additionalProperties": one}
		if k.Names != nil {
			s["propertyNames"] = map[string]any{"enum": k.Names()}
		}
	case object:
		s = objectSchema(k.Keys)
	case items:
		item := objectSchema(k.Keys)
		var required []string
		for _, sub := range k.Keys {
			required = append(required, sub.Name)
		}
		item["required"] = required
		s = map[string]any{"type": "array", "items": item}
	default:
		s = one
	}
	s["description"] = k.About
	if k.Default != "" {
		switch k.Form {
		case number:
			s["default"] = json.Number(k.Default)
		case flag:
			s["default"] = k.Default == "true"
		default:
			s["default"] = k.Default
		}
	}
	return s
}
