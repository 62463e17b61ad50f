package contract

import "reflect"

// spoil changes everything that can be changed through a copy of a value: the items of slices and
// maps, and what pointers refer to.
func spoil(value any) { spoilShared(reflect.ValueOf(value)) }

func spoilShared(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				spoilShared(v.Field(i))
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			spoilShared(v.Index(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			overwrite(v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			overwrite(v.Elem())
		}
	case reflect.Map:
		spoilMap(v)
	}
}

func spoilMap(m reflect.Value) {
	for _, key := range m.MapKeys() {
		spoilShared(m.MapIndex(key))
		m.SetMapIndex(key, reflect.Value{})
	}
	if !m.IsNil() {
		m.SetMapIndex(reflect.Zero(m.Type().Key()), reflect.Zero(m.Type().Elem()))
	}
}

// overwrite replaces a value, after spoiling what it refers to.
func overwrite(v reflect.Value) {
	if !v.CanSet() {
		return
	}
	spoilShared(v)
	v.SetZero()
}
