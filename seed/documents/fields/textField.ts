import type {Dialect} from '../../markdown/types.ts'
import {textOf} from '../../values/textOf.ts'
import type {FieldCodec} from '../codec.ts'
import type {Reader} from '../reader.ts'
import type {AnyDocument} from '../types.ts'

/** Names of one key in the generations of the theme, and which of them a generation has. */
type Keys = readonly [string, ...string[]]
type KeyOf = (dialect: Dialect) => string

/** A text that one key holds, under the names that the generations of the theme gave it. */
export function textField<D extends AnyDocument>(
  field: keyof D & string,
  keys: Keys,
  keyOf: KeyOf = () => keys[0],
): FieldCodec<D> {
  return scalarField(field, keys, keyOf, {
    read: (reader, key) => reader.text(key),
    write: textOf,
  })
}

/** A truth value that one key holds, under the names that the generations of the theme gave it. */
export function flagField<D extends AnyDocument>(field: keyof D & string, keys: Keys, keyOf: KeyOf): FieldCodec<D> {
  return scalarField(field, keys, keyOf, {
    read: (reader, key) => reader.flag(key),
    write: (value) => (typeof value === 'boolean' ? value : undefined),
  })
}

interface ScalarCodec {
  read(reader: Reader, key: string): string | boolean | undefined
  write(value: unknown): string | boolean | undefined
}

function scalarField<D extends AnyDocument>(
  field: keyof D & string,
  keys: Keys,
  keyOf: KeyOf,
  codec: ScalarCodec,
): FieldCodec<D> {
  const lower = keys.map((key) => key.toLowerCase())
  return {
    fields: [field],
    keys: lower,
    read(reader) {
      const key = reader.firstKey(keyOf(reader.page.dialect).toLowerCase(), ...lower)
      return partial<D>(field, key === undefined ? undefined : codec.read(reader, key))
    },
    write(document, writer) {
      writer.setFirst([keyOf(writer.dialect), ...keys], codec.write(document[field]))
    },
  }
}

/** A list of texts that one key holds. */
export function textsField<D extends AnyDocument>(field: keyof D & string, key: string): FieldCodec<D> {
  return {
    fields: [field],
    keys: [key.toLowerCase()],
    read(reader) {
      const texts = reader.texts(key.toLowerCase())
      return partial<D>(field, texts.length > 0 ? texts : undefined)
    },
    write(document, writer) {
      const value: unknown = document[field]
      const texts = Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
      writer.set(key, texts.length > 0 ? texts : undefined)
    },
  }
}

/** An object with one member, or none when the value is absent. */
export function partial<D>(field: keyof D & string, value: unknown): Partial<D> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed key widens to a string index
  return (value === undefined ? {} : {[field]: value}) as Partial<D>
}
