import {type FormPatch, insert, isReference, set, setIfMissing, unset} from 'sanity'

/** An item of `authorNotes`. */
export interface AuthorNote {
  _key: string
  authorId: string
  note: string
}

/** What of a value are notes. */
export function readNotes(value: unknown): AuthorNote[] {
  return Array.isArray(value) ? value.filter(isNote) : []
}

function isNote(item: unknown): item is AuthorNote {
  if (typeof item !== 'object' || item === null || !('_key' in item && 'authorId' in item && 'note' in item))
    return false
  return [item._key, item.authorId, item.note].every((member) => typeof member === 'string')
}

/** The note beside a person. */
export function noteOf(notes: readonly AuthorNote[], authorId: string | undefined): AuthorNote | undefined {
  return notes.find((note) => note.authorId === authorId)
}

/** How often a person stands in a list of references. */
export function countOf(people: unknown, authorId: string): number {
  if (!Array.isArray(people)) return 0
  return people.filter((item) => typeof item === 'object' && item !== null && '_ref' in item && item._ref === authorId)
    .length
}

/** The patches of the document that put a text beside a person; an empty one takes the note away. */
export function changeNote(notes: readonly AuthorNote[], authorId: string, text: string): FormPatch[] {
  const existing = noteOf(notes, authorId)
  if (existing === undefined) {
    const item = {_type: 'authorNote', _key: authorId, authorId, note: text}
    return text === '' ? [] : [setIfMissing([], ['authorNotes']), insert([item], 'after', ['authorNotes', -1])]
  }
  if (text !== '') return [set(text, ['authorNotes', {_key: existing._key}, 'note'])]
  return [unset(notes.length === 1 ? ['authorNotes'] : ['authorNotes', {_key: existing._key}])]
}

/** Whether patches of a reference leave it without a person or with another one. */
export function replacesPerson(patches: readonly FormPatch[], authorId: string): boolean {
  return patches.some(({path, ...patch}) => {
    if (path.length > 0 && path[0] !== '_ref') return false
    if (patch.type !== 'set') return patch.type === 'unset'
    return (isReference(patch.value) ? patch.value._ref : patch.value) !== authorId
  })
}
