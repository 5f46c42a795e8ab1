import {Box, Stack, TextInput} from '@sanity/ui'
import type {ChangeEvent} from 'react'
import {type ObjectItemProps, useFormValue} from 'sanity'
import type {Say} from '../../schemas/text/say.ts'
import {changeNote, countOf, noteOf, readNotes} from './authorNotes.ts'
import {useDocumentForm} from './DocumentInput.tsx'

/** One person of a list, with a short note below: the theme shows it as a tooltip next to the name. */
export function authorItem(say: Say) {
  return function AuthorItem(props: ObjectItemProps) {
    const {onChange} = useDocumentForm()
    const notes = readNotes(useFormValue(['authorNotes']))
    const people = useFormValue(['authors'])
    const authorId = '_ref' in props.value && typeof props.value._ref === 'string' ? props.value._ref : undefined
    // The list of notes is hidden: what stays there would count as an edit that nobody sees.
    const remove = () => {
      if (authorId !== undefined && countOf(people, authorId) === 1) onChange(changeNote(notes, authorId, ''))
      props.onRemove()
    }
    return (
      <Stack gap={1}>
        {props.renderDefault({...props, onRemove: remove})}
        <Box paddingLeft={5} paddingRight={6} paddingBottom={2}>
          <TextInput
            fontSize={1}
            padding={2}
            value={noteOf(notes, authorId)?.note ?? ''}
            readOnly={props.readOnly === true || authorId === undefined}
            placeholder={say({ko: '메모 (선택): 예) 공동 발표', en: 'Note (optional), e.g. Equal contribution'})}
            aria-label={say({ko: '메모', en: 'Note'})}
            onChange={(event: ChangeEvent<HTMLInputElement>) => {
              if (authorId === undefined) return
              onChange(changeNote(notes, authorId, event.currentTarget.value))
            }}
          />
        </Box>
      </Stack>
    )
  }
}
