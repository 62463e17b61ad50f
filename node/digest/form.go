package digest

import "reflect"

// form holds how payloads of one type are written, and room for one payload: reflection reads it through a pointer.
type form struct {
	room  any           // a pointer to the payload
	value reflect.Value // the payload
	write writer
}

// payload writes a payload. It is copied into room that is used again, so that copying allocates nothing.
func payload[T any](v *visitor, p T) {
	f := v.forms[reflect.TypeFor[T]()]
	if f == nil {
		f = newForm[T]()
		v.forms[reflect.TypeFor[T]()] = f
	}
	*f.room.(*T) = p
	v.text = f.write(v.text, f.value)
}

func newForm[T any]() *form {
	room, t := new(T), reflect.TypeFor[T]()
	return &form{room, reflect.ValueOf(room).Elem(), writerOf(t, t.String())}
}
