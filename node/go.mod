module github.com/busgen/busgen/node

go 1.26.0

require (
	github.com/busgen/busgen v0.0.0
	github.com/jedib0t/go-pretty/v6 v6.8.3
	github.com/quagmt/udecimal v1.10.1
	github.com/schollz/progressbar/v3 v3.19.1
	github.com/stretchr/testify v1.12.1
	golang.org/x/term v0.44.0
)

require (
	github.com/mattn/go-runewidth v0.0.16 // indirect
	github.com/mitchellh/colorstring v0.0.0-20190213212951-d06e56a500db // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/sys v0.46.0 // indirect
	golang.org/x/text v0.22.0 // indirect
)

replace github.com/busgen/busgen => ../
