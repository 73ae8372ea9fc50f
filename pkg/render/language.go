package render

import (
	"strings"
	"sync"
)

// language is what the highlighter knows of a language.
type language struct {
	names       string   // after which a fence may be called, separated by blanks
	line        []string // what begins a comment that ends with the line
	open, close string   // around a comment that does not
	quotes      string   // the characters that stand around strings
	raw         string   // those of them whose strings have no escapes and may span lines
	keywords    string
	fold        bool // keywords in any case
	dashes      bool // "-" belongs to words
	options     bool // "-x" and "--word" are options
	keyed       bool // "word:" names a value
	assigned    bool // "word =" at the start of a line does
	tags        bool // "<word" is a tag

	// lines, if set, reads a language that goes by lines: what the first n bytes are, and what the
	// rest of the line is written in, if known.
	lines func(line string) (t token, n int, rest string)

	words map[string]bool
}

var languageTable = []*language{
	{names: "sh bash zsh shell ksh", line: []string{"#"}, quotes: `"'`, raw: `'`, dashes: true, options: true, keywords: `if then
		else elif fi for while until do done case esac in function return exit export local readonly set unset source alias trap eval exec sudo cd echo`},
	{names: "console shell-session terminal", lines: consoleLine},
	{names: "powershell ps1 pwsh", line: []string{"#"}, open: "<#", close: "#>", quotes: `"'`, fold: true, dashes: true, options: true,
		keywords: "if else elseif switch foreach for while do until function param return try catch finally throw begin process end"},
	{names: "yaml yml", line: []string{"#"}, quotes: `"'`, keyed: true, dashes: true, keywords: "true false null yes no on off"},
	{names: "json jsonc json5 jsonl", line: []string{"//"}, quotes: `"`, keyed: true, keywords: "true false null"},
	{names: "toml ini conf cfg properties env dotenv", line: []string{"#", ";"}, quotes: `"'`, assigned: true, dashes: true, keywords: "true false"},
	{names: "hcl terraform tf", line: []string{"#", "//"}, open: "/*", close: "*/", quotes: `"`, assigned: true,
		keywords: "resource data variable output module provider terraform locals for in if dynamic true false null"},
	{names: "docker dockerfile containerfile", line: []string{"#"}, quotes: `"'`, options: true,
		keywords: "FROM AS RUN CMD COPY ADD ENV ARG EXPOSE ENTRYPOINT USER WORKDIR VOLUME LABEL HEALTHCHECK SHELL STOPSIGNAL ONBUILD"},
	{names: "make makefile", line: []string{"#"}, quotes: `"'`, options: true, keywords: "ifeq ifneq ifdef ifndef else endif include define endef export"},
	{names: "nginx caddy caddyfile haproxy", line: []string{"#"}, quotes: `"'`, dashes: true,
		keywords: "server location listen upstream proxy_pass return rewrite if include http events worker_processes ssl_certificate root try_files frontend backend bind"},
	{names: "sql psql mysql postgres postgresql sqlite", line: []string{"--"}, open: "/*", close: "*/", quotes: `'"`, fold: true, keywords: `select from where
		insert into values update set delete create alter drop table index view database schema column add primary key foreign references unique not null default
		and or in is like between exists join left right inner outer full cross on as group by order having limit offset union all distinct case when then else end
		begin commit rollback transaction lock with explain analyze vacuum grant revoke returning asc desc if true false concurrently cascade constraint`},
	{names: "promql logql", line: []string{"#"}, quotes: "\"'`", keywords: `sum rate irate increase avg min max count by without on ignoring group_left group_right
		histogram_quantile topk bottomk offset bool and or unless delta absent label_replace vector quantile count_over_time avg_over_time max_over_time`},
	{names: "go golang", line: []string{"//"}, open: "/*", close: "*/", quotes: "\"'`", raw: "`", keywords: `break case chan const continue default defer else
		fallthrough for func go goto if import interface map package range return select struct switch type var true false nil error string int bool byte any`},
	{names: "python py python3", line: []string{"#"}, quotes: `"'`, keywords: `and as assert async await break class continue def del elif else except finally for
		from global if import in is lambda nonlocal not or pass raise return try while with yield match case True False None self`},
	{names: "ruby rb", line: []string{"#"}, quotes: `"'`, keywords: `alias and begin break case class def do else elsif end ensure false for if in module next nil
		not or redo rescue retry return self super then true undef unless until when while yield require`},
	{names: "javascript js jsx typescript ts tsx mjs node", line: []string{"//"}, open: "/*", close: "*/", quotes: "\"'`", raw: "`", keywords: `async await break case
		catch class const continue debugger default delete do else enum export extends false finally for from function if implements import in instanceof interface
		let new null of private protected public readonly return static super switch this throw true try type typeof undefined var void while with yield`},
	{names: "java kotlin kt scala groovy csharp cs c# swift", line: []string{"//"}, open: "/*", close: "*/", quotes: `"'`, keywords: `abstract as async await boolean break
		byte case catch char class const continue data def default do double else enum extends final finally float for foreach fun func guard if implements import in
		int interface internal is let long namespace new null object override package private protected public readonly return sealed short static string struct
		super switch synchronized this throw throws trait try using val var void volatile when where while with yield true false nil`},
	{names: "c cpp c++ cc h hpp objc proto protobuf", line: []string{"//"}, open: "/*", close: "*/", quotes: `"'`, keywords: `auto bool break case catch char class
		const constexpr continue default delete do double else enum extern false final float for goto if include inline int long namespace new nullptr operator
		override private protected public register return short signed sizeof static struct switch template this throw true try typedef typename union unsigned
		using virtual void volatile while message repeated optional required service rpc returns syntax import package oneof`},
	{names: "rust rs", line: []string{"//"}, open: "/*", close: "*/", quotes: `"`, keywords: `as async await break const continue crate dyn else enum extern false fn
		for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while`},
	{names: "php", line: []string{"//", "#"}, open: "/*", close: "*/", quotes: `"'`, keywords: `abstract and array as break case catch class const continue declare
		default do echo else elseif extends final finally fn for foreach function global if implements interface namespace new null or private protected public
		require return static switch throw trait try use var while yield true false`},
	{names: "elixir ex exs erlang erl", line: []string{"#", "%"}, quotes: `"'`, keywords: `after and case catch cond def defmodule defp do else end false fn for if import
		in nil not or quote raise receive require rescue true try unless use when with begin fun of`},
	{names: "css scss less", open: "/*", close: "*/", quotes: `"'`, dashes: true, keywords: "important media supports import keyframes"},
	{names: "html xml svg xhtml vue", open: "<!--", close: "-->", quotes: `"'`, dashes: true, tags: true},
	{names: "diff patch udiff", lines: diffLine},
}

var languages = sync.OnceValue(func() map[string]*language {
	m := map[string]*language{}
	for _, l := range languageTable {
		l.words = map[string]bool{}
		for _, w := range strings.Fields(l.keywords) {
			l.words[w] = true
		}
		for _, n := range strings.Fields(l.names) {
			m[n] = l
		}
	}
	return m
})

// languageOf finds a language by what a fence calls it, nil if it is not known.
func languageOf(name string) *language {
	if name == "" || len(name) > 20 {
		return nil
	}
	return languages()[strings.ToLower(name)]
}

// diffLine colours a line of a difference by its first character.
func diffLine(line string) (token, int, string) {
	switch {
	case strings.HasPrefix(line, "+++"), strings.HasPrefix(line, "---"), strings.HasPrefix(line, "diff "), strings.HasPrefix(line, "index "):
		return keywordToken, lineLength(line), ""
	case strings.HasPrefix(line, "@@"):
		return promptToken, lineLength(line), ""
	case strings.HasPrefix(line, "+"):
		return addedToken, lineLength(line), ""
	case strings.HasPrefix(line, "-"):
		return removedToken, lineLength(line), ""
	}
	return plainToken, 0, ""
}

// consoleLine takes the prompt off a line that was typed; the other lines are what came back.
func consoleLine(line string) (token, int, string) {
	for _, prompt := range [...]string{"$ ", "# ", "> ", "% ", "PS> "} {
		if strings.HasPrefix(line, prompt) {
			return promptToken, len(prompt), "sh"
		}
	}
	return plainToken, 0, ""
}
