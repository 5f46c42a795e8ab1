import type {FieldCodec} from '../codec.ts'
import type {AnyDocument} from '../types.ts'

/** A text that one key holds, under the names that the generations of the theme gave it; the dialect's own first. */
export function textField<D extends AnyDocument>(
  field: keyof D & string,
  keys: readonly [string, ...string[]],
  keyOf: (dialect: 'academic2' | 'academic4' | 'wowchemy' | 'kit') => string = () => keys[0],
): FieldCodec<D> {
  const lower = keys.map((key) => key.toLowerCase())
  return {
    fields: [field],
    keys: lower,
    read(reader) {
      const own = keyOf(reader.page.dialect).toLowerCase()
      const key = reader.firstKey(own, ...lower)
      const text = key === undefined ? undefined : reader.text(key)
      return partial<D>(field, text)
    },
    write(document, writer) {
      const value: unknown = document[field]
      writer.set(
        writer.keyFor(keyOf(writer.dialect), ...keys),
        typeof value === 'string' && value !== '' ? value : undefined,
      )
    },
  }
}

/** A truth value that one key holds. */
export function flagField<D extends AnyDocument>(
  field: keyof D & string,
  keys: readonly [string, ...string[]],
  keyOf: (dialect: 'academic2' | 'academic4' | 'wowchemy' | 'kit') => string = () => keys[0],
): FieldCodec<D> {
  const lower = keys.map((key) => key.toLowerCase())
  return {
    fields: [field],
    keys: lower,
    read(reader) {
      const key = reader.firstKey(keyOf(reader.page.dialect), ...lower)
      return partial<D>(field, key === undefined ? undefined : reader.flag(key))
    },
    write(document, writer) {
      const value: unknown = document[field]
      writer.set(writer.keyFor(keyOf(writer.dialect), ...keys), typeof value === 'boolean' ? value : undefined)
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
