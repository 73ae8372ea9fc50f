package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
	"github.com/spf13/cobra"
)

// ask puts the questions that have no answer yet: in a form, or line by line where accessible is
// set or the terminal can do no more. Nothing is written before all are answered.
func ask(cmd *cobra.Command, title string, questions []*question, accessible bool) error {
	var open []*question
	for _, q := range questions {
		if *q.value == "" && !cmd.Flags().Changed(q.flag) {
			open = append(open, q)
		}
	}
	if len(open) == 0 {
		return nil
	}
	if accessible || os.Getenv("TERM") == "dumb" {
		return askInLines(cmd.Context(), open, cmd.InOrStdin(), cmd.ErrOrStderr())
	}
	return askInForm(cmd.Context(), title, open, cmd.InOrStdin(), cmd.ErrOrStderr())
}

// askInForm shows the questions in pages.
func askInForm(ctx context.Context, title string, open []*question, in io.Reader, out io.Writer) error {
	var pages [][]*question
	var typing sync.Mutex
	last := 0
	for _, q := range open {
		if q.page != last {
			pages, last = append(pages, nil), q.page
		}
		pages[len(pages)-1] = append(pages[len(pages)-1], q)
	}
	var groups []*huh.Group
	for i, page := range pages {
		var fields []huh.Field
		for _, q := range page {
			fields = append(fields, q.field(&typing))
		}
		group := huh.NewGroup(fields...).Title(fmt.Sprintf("%s, %d of %d", title, i+1, len(pages)))
		if skip := page[0].skip; skip != nil { // what is skipped is a page
			group.WithHideFunc(func() bool {
				typing.Lock()
				defer typing.Unlock()
				return skip()
			})
		}
		groups = append(groups, group)
	}
	// The 16 colours are the terminal's own and fit its background; asking it for the background
	// is what is avoided everywhere else.
	keys := huh.NewDefaultKeyMap()
	keys.Select.Filter.SetEnabled(false) // there are never so many
	// Signals end the context; bubbletea, which listens for them too, may wait for ever when both
	// happen at once.
	err := huh.NewForm(groups...).WithProgramOptions(tea.WithoutSignalHandler()).WithKeyMap(keys).WithTheme(huh.ThemeBase16()).WithInput(in).WithOutput(out).RunWithContext(ctx)
	if errors.Is(err, huh.ErrUserAborted) || ctx.Err() != nil {
		return errUnwritten
	}
	return err
}

// errUnwritten says that nothing was left behind.
var errUnwritten = fmt.Errorf("%w; nothing was written", errInterrupted)

// guarded is an answer that is typed in one goroutine while huh works out what depends on it in
// another.
type guarded struct {
	*sync.Mutex
	value *string
}

func (g guarded) Get() string {
	g.Lock()
	defer g.Unlock()
	return *g.value
}

func (g guarded) Set(s string) {
	g.Lock()
	defer g.Unlock()
	*g.value = s
}

// field is the question as a part of the form, whose answers are one lock's; asked by itself it
// needs none. huh's own kind of accessor then says that there is a usual choice.
func (q *question) field(typing *sync.Mutex) huh.Field {
	var answer huh.Accessor[string] = huh.NewPointerAccessor(q.value)
	switch {
	case typing != nil:
		answer = guarded{typing, q.value}
	case q.usual == nil:
		answer = guarded{new(sync.Mutex), q.value}
	}
	if q.choices != nil {
		var options []huh.Option[string]
		name := 0
		if typing != nil && q.usual == nil {
			// A list always points at something; here it points at nothing that could be meant.
			options = append(options, huh.NewOption("(choose with the arrow keys)", ""))
		}
		for _, c := range q.choices {
			name = max(name, cells(c.Value))
		}
		for _, c := range q.choices {
			label := c.Value
			if c.Meaning != "" {
				label = cut(pad(label, name)+"  "+c.Meaning, 72)
			}
			options = append(options, huh.NewOption(label, c.Value))
		}
		return huh.NewSelect[string]().Title(q.title).Options(options...).Accessor(answer).Validate(q.check)
	}
	f := huh.NewInput().Title(q.title).Description(q.help).Accessor(answer).Validate(q.check)
	if q.usual != nil && typing != nil {
		usual := func() string {
			typing.Lock()
			defer typing.Unlock()
			return q.usual()
		}
		f.PlaceholderFunc(usual, q.after) // worked out again when an answer before it changes
	}
	return f
}

// askInLines puts one question a line, for screen readers, dumb terminals and pipes.
func askInLines(ctx context.Context, open []*question, in io.Reader, out io.Writer) error {
	lines := newLineReader(ctx, in)
	plain := huh.ThemeBase()
	for _, q := range open {
		if q.skip != nil && q.skip() {
			continue
		}
		usual := ""
		if q.usual != nil && q.usual() != "" {
			usual = " [" + q.usual() + "]"
		}
		var field huh.Field
		lines.choosing = q.choices != nil
		if q.choices != nil {
			if q.usual != nil {
				*q.value = q.usual()
			}
			field = q.field(nil).(*huh.Select[string]).Title(q.title + usual)
		} else {
			fmt.Fprintln(out, q.title)
			fmt.Fprintln(out, "  "+q.help)
			field = q.field(nil).(*huh.Input).Title("Answer" + usual + ":")
		}
		if err := field.WithTheme(plain).RunAccessible(out, lines); err != nil {
			return err
		}
		switch {
		case ctx.Err() != nil:
			return errUnwritten
		case lines.ended:
			return fmt.Errorf("the input ended before the %s was answered", q.name)
		}
	}
	return nil
}

// lineReader gives one line for each Read at most. huh makes a new scanner for each prompt, and a
// scanner that gets more takes the next prompts' answers with it. It also notes when a line was
// asked for and there was none, which huh takes for an empty answer; and it does not wait longer
// than its context.
type lineReader struct {
	ctx   context.Context
	lines <-chan string
	rest  string
	ended bool

	choosing bool // among numbered lines
}

func newLineReader(ctx context.Context, in io.Reader) *lineReader {
	lines := make(chan string)
	go func() {
		defer close(lines)
		r := bufio.NewReader(in)
		for {
			line, err := r.ReadString('\n')
			if line != "" {
				if !strings.HasSuffix(line, "\n") {
					line += "\n"
				}
				select {
				case lines <- line:
				case <-ctx.Done():
					return
				}
			}
			if err != nil {
				return
			}
		}
	}()
	return &lineReader{ctx: ctx, lines: lines}
}

func (l *lineReader) Read(p []byte) (int, error) {
	if l.rest == "" {
		select {
		case line, ok := <-l.lines:
			l.rest, l.ended = line, !ok
		case <-l.ctx.Done():
		}
		switch {
		case l.rest != "":
		case l.choosing:
			l.rest = "1\n" // huh panics if the input of a choice ends; the answer is not taken
		default:
			return 0, io.EOF
		}
	}
	n := copy(p, l.rest)
	l.rest = l.rest[n:]
	return n, nil
}
