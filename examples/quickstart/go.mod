module github.com/busgen/busgen/examples/quickstart

go 1.26.0

tool github.com/busgen/busgen/cmd/busgen

require github.com/busgen/busgen v0.0.0

require (
	github.com/aymanbagabas/go-udiff v0.4.1 // indirect
	github.com/dave/jennifer v1.7.1 // indirect
	golang.org/x/mod v0.42.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/tools v0.52.0 // indirect
)

replace github.com/busgen/busgen => ../..
