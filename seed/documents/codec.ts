import type {Reader} from './reader.ts'
import type {Writer} from './writer.ts'

/**
 * One group of fields of a document and the front matter keys that hold it: both directions side by side.
 * Law: reading what `write` has set gives the fields back.
 */
export interface FieldCodec<Document> {
  readonly fields: ReadonlyArray<keyof Document & string>
  /** Lower-case top-level keys that it understands, of every generation of the theme. */
  readonly keys: readonly string[]
  read(reader: Reader): Partial<Document>
  /** Sets the keys that hold the document's fields; called only when one of them differs from `base`. */
  write(document: Document, writer: Writer, base: Document): void
}
