package report

import "github.com/openpostmortem/postmortem/pkg/source"

// Action is one corrective action. Fields that the report does not give are unwritten.
type Action struct {
	Text     Field[string]   // what will be done, as a reader sees it
	Owner    Field[string]   // a person or a team
	Due      Field[string]   // as written; DueDate reads it
	Type     Field[string]   // prevent, detect, mitigate ... as written
	Priority Field[string]   // as written
	Status   Field[string]   // as written
	Check    Field[string]   // the monitor or test that shows it works, as written
	Tickets  []Field[string] // identifiers and links, as written
	Outcome  Outcome         // what became of it
	Grouped  bool            // the heading or the label of its group says that all of it is done: an account more than a list
	Mood     Mood            // whether its words ask for something, tell of something done, or say how to behave
	Span     source.Span     // the whole entry
	Within   *Section        // the section it stands in
	Columns  []string        // the headings of the table it stands in; nil outside a table
}
