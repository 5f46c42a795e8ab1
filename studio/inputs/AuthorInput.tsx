import {type ObjectInputProps, PatchEvent, useFormValue} from 'sanity'
import {changeNote, countOf, readNotes, replacesPerson} from './authorNotes.ts'
import {useDocumentForm} from './DocumentInput.tsx'

/** The person of an item. Who is replaced by another one takes the note along, as who is taken off the list does. */
export function AuthorInput(props: ObjectInputProps) {
  const form = useDocumentForm()
  const notes = readNotes(useFormValue(['authorNotes']))
  const people = useFormValue(['authors'])
  const authorId: unknown = props.value?.['_ref']
  const onChange: ObjectInputProps['onChange'] = (change) => {
    const isLast = typeof authorId === 'string' && countOf(people, authorId) === 1
    if (isLast && replacesPerson(PatchEvent.from(change).patches, authorId))
      form.onChange(changeNote(notes, authorId, ''))
    props.onChange(change)
  }
  return props.renderDefault({...props, onChange})
}
