module github.com/busgen/busgen/examples/quickstart

go 1.26.0

tool github.com/busgen/busgen/cmd/busgen

require github.com/busgen/busgen v0.0.0

replace github.com/busgen/busgen => ../..
