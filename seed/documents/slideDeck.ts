import {isMap} from '../frontMatter/frontMatterValue.ts'
import type {FieldCodec} from './codec.ts'
import {authorsField} from './fields/authorsField.ts'
import {dateField} from './fields/dateField.ts'
import {slugField} from './fields/slugField.ts'
import {textField} from './fields/textField.ts'
import type {SlideDeck} from './types.ts'

/** `slides.theme`: the reveal.js theme. The deck's other settings stay in the file. */
const themeField: FieldCodec<SlideDeck> = {
  fields: ['theme'],
  keys: ['slides'],
  read(reader) {
    const theme = reader.asText(reader.map('slides')?.['theme'], 'slides.theme')
    return theme === undefined ? {} : {theme}
  },
  write(document, writer) {
    const current = writer.current('slides')
    const {theme: _, ...others} = isMap(current) ? current : {}
    const settings = document.theme === undefined ? others : {...(isMap(current) && current), theme: document.theme}
    writer.set('slides', Object.keys(settings).length > 0 ? settings : undefined)
  },
}

/** The fields of a slide deck, in the order in which a new page's front matter lists them. */
export const slideDeckFields: ReadonlyArray<FieldCodec<SlideDeck>> = [
  textField<SlideDeck>('title', ['title']),
  slugField<SlideDeck>(),
  textField<SlideDeck>('summary', ['summary']),
  authorsField<SlideDeck>(),
  dateField<SlideDeck>(),
  themeField,
]
