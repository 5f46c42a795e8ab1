import type {FieldCodec} from '../codec.ts'
import type {AnyDocument} from '../types.ts'
import {partial} from './textField.ts'

/**
 * The last part of the page's address: front matter `slug`, else the folder's or file's name.
 * A changed slug is written to `slug`; moving the folder is the export's business.
 */
export function slugField<D extends AnyDocument>(): FieldCodec<D> {
  return {
    fields: ['slug'],
    keys: ['slug'],
    read(reader) {
      const current = (reader.text('slug') ?? reader.page.file.name).normalize('NFC')
      return partial<D>('slug', {_type: 'slug', current})
    },
    write(document, writer) {
      const current = document.slug?.current
      if (writer.current('slug') !== undefined && writer.current('slug') !== null && writer.current('slug') !== '') {
        writer.set('slug', current === writer.page.file.name ? undefined : current)
      }
    },
  }
}
