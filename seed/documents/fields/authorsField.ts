import {type FrontMatterValue, showValue} from '../../frontMatter/frontMatterValue.ts'
import {withKeys} from '../../values/createKeys.ts'
import {hashContent} from '../../values/hashContent.ts'
import type {FieldCodec} from '../codec.ts'
import type {Reader} from '../reader.ts'
import type {AuthorNote, KeyedReference, Project, SlideDeck, Talk} from '../types.ts'
import {partial} from './textField.ts'

const SEVERAL = /(,|;|&|\s(and|und|et|y|e|와|과|및)\s)/i

/** `authors` (a folder's name or a display name each) and `author_notes`, which stand beside them by position. */
export function authorsField<D extends Talk | Project | SlideDeck>(): FieldCodec<D> {
  return {
    fields: ['authors', 'authorNotes'],
    keys: ['authors', 'author', 'author_notes'],
    read(reader) {
      const key = reader.firstKey('authors', 'author')
      if (key === undefined) return {}
      const texts = reader.textsInPlace('author_notes')
      const authors = withKeys(reader.texts(key).map((written) => readAuthor(reader, key, written)))
      const notes = authors.flatMap(({_ref}, index) => noteOf(_ref, texts[index]))
      return {
        ...partial<D>('authors', authors.length > 0 ? authors : undefined),
        ...partial<D>('authorNotes', notes.length > 0 ? withKeys(notes) : undefined),
      }
    },
    write(document, writer, base) {
      const key = writer.keyFor('authors', 'author')
      const old = writer.current(key)
      const written = writtenNames(old)
      const authors: readonly KeyedReference[] = document.authors ?? []
      const noteFor = takeNotes(document.authorNotes ?? [])
      const oldNotes = writer.current('author_notes')
      const named = authors.flatMap((author) => {
        const {_ref} = author
        const before = placeBefore(author, base.authors ?? [])
        const areSame = hashContent(notesOf(_ref, document)) === hashContent(notesOf(_ref, base))
        const note = areSame ? noteAt(oldNotes, before) : noteFor(_ref)
        const name = written[before] ?? writer.sources.nameOf(_ref)
        return name === undefined ? [] : [{name, note}]
      })
      const names = named.map(({name}) => name)
      const single = typeof old === 'string' && old !== '' && names.length === 1
      writer.set(key, names.length === 0 ? undefined : single ? names[0] : names)
      const notes = named.map(({note}) => note)
      const hasNotes = notes.some((note) => note !== '')
      if (hasNotes || writer.page.values.has('author_notes')) writer.set('author_notes', hasNotes ? notes : undefined)
    },
  }
}

function noteOf(authorId: string, note: string | undefined): Array<Omit<AuthorNote, '_key'>> {
  return note === undefined || note === '' ? [] : [{_type: 'authorNote', authorId, note}]
}

/** Where an item of the list stood in the file; of somebody listed twice, the key tells which of the two it is. */
function placeBefore({_key, _ref}: KeyedReference, before: readonly KeyedReference[]): number {
  const place = before.findIndex((author) => author._ref === _ref && author._key === _key)
  return place >= 0 ? place : before.findIndex((author) => author._ref === _ref)
}

function notesOf(authorId: string, {authorNotes = []}: {authorNotes?: readonly AuthorNote[]}): string[] {
  return authorNotes.flatMap((item) => (item.authorId === authorId ? [item.note] : []))
}

function noteAt(notes: FrontMatterValue | undefined, place: number): string {
  const note = Array.isArray(notes) ? notes[place] : place === 0 ? notes : undefined
  return note === undefined || note === null ? '' : showValue(note)
}

/** Gives each person's notes one after the other, for somebody who is listed twice; those of nobody in the list are left. */
function takeNotes(notes: readonly AuthorNote[]): (authorId: string) => string {
  const left = [...notes]
  return (authorId) => {
    const at = left.findIndex((note) => note.authorId === authorId)
    return at < 0 ? '' : (left.splice(at, 1)[0]?.note ?? '')
  }
}

function writtenNames(value: FrontMatterValue | undefined): string[] {
  const items = Array.isArray(value) ? value : [value]
  return items.flatMap((item) => (item === null || item === undefined || item === '' ? [] : [showValue(item)]))
}

function readAuthor(reader: Reader, key: string, written: string): {_type: 'reference'; _ref: string} {
  const {reference, found} = reader.reference('author', written)
  if (!found && SEVERAL.test(written)) {
    const message = `"${written}" looks like several authors in one item; it was kept as one, as the theme shows it.`
    reader.noticeItem('ambiguousAuthor', key, message, written)
  } else if (!found) {
    const message = `The site has no page of the author "${written}"; an entry with that name stands in for it.`
    reader.noticeItem('missingAuthor', key, message, written)
  }
  return {_type: 'reference', _ref: reference._ref}
}
