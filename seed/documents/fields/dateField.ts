import {formatGoDate} from '../../frontMatter/formatGoDate.ts'
import {readGoDate} from '../../frontMatter/goDate.ts'
import type {FieldCodec} from '../codec.ts'
import type {Project, SlideDeck} from '../types.ts'
import {readDate} from './readDate.ts'
import {partial} from './textField.ts'

/** `date` of a project or a slide deck: a UTC instant. */
export function dateField<D extends Project | SlideDeck>(): FieldCodec<D> {
  return {
    fields: ['date'],
    keys: ['date'],
    read(reader) {
      return partial<D>('date', readDate(reader, 'date')?.instant)
    },
    write(document, writer) {
      const siteZone = writer.site.config.timeZone
      const like = writer.current('date')
      const old = readGoDate(like, siteZone)
      const zone = old?.offset === 0 ? 'UTC' : siteZone
      writer.set('date', document.date === undefined ? undefined : formatGoDate(document.date, zone, {like, siteZone}))
    },
  }
}
