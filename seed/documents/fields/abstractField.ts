import type {FieldCodec} from '../codec.ts'
import {mergeBlockText, readBlockText} from '../markdownText.ts'
import type {Talk} from '../types.ts'

/** `abstract`: Markdown, usually one paragraph. */
export const abstractField: FieldCodec<Talk> = {
  fields: ['abstract'],
  keys: ['abstract'],
  read(reader) {
    const text = reader.text('abstract')
    if (text === undefined) return {}
    const abstract = readBlockText(reader, text, 'abstract')
    return abstract.length > 0 ? {abstract} : {}
  },
  write(document, writer) {
    const old = writer.current('abstract')
    const source = typeof old === 'string' ? old : ''
    const text = mergeBlockText(writer, source, document.abstract ?? [], 'abstract')
    const kept = source.endsWith('\n') ? `${text.replace(/\n+$/, '')}\n` : text.replace(/\n+$/, '')
    writer.set('abstract', text.trim() === '' ? undefined : kept)
  },
}
