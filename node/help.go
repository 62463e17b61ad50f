package main

// shortUsage follows every usage error.
const shortUsage = `usage: node run [flags]
usage: node replay [flags] FILE|DIR …

"node help run" and "node help replay" explain the flags.
`

// rootHelp is the template for the help of the whole command.
const rootHelp = `Node runs an exchange with simulated traders, and replays recorded streams of
events.

usage: node run [flags]
usage: node replay [flags] FILE|DIR …
{{range .VisibleCommands}}
  {{.Name}}{{"\t"}}{{.Usage}}{{end}}

"node help VERB" explains a verb and its flags.
`

// verbHelp is the template for the help of a verb. It shows flags with one dash.
const verbHelp = `usage: {{.UsageText}}

{{.Description}}

flags:{{range .VisibleFlags}}
  {{slice .String 1}}{{end}}

{{.Metadata.exits}}
`
