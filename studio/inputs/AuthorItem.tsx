import {Box, Stack, TextInput} from '@sanity/ui'
import type {ChangeEvent} from 'react'
import {type ObjectItemProps, set, unset} from 'sanity'
import type {Say} from '../../schemas/text/say.ts'

/** One person of a list, with a short note below: the theme shows it as a tooltip next to the name. */
export function authorItem(say: Say) {
  return function AuthorItem(props: ObjectItemProps) {
    const note = 'note' in props.value && typeof props.value.note === 'string' ? props.value.note : ''
    return (
      <Stack gap={1}>
        {props.renderDefault(props)}
        <Box paddingLeft={5} paddingRight={6} paddingBottom={2}>
          <TextInput
            fontSize={1}
            padding={2}
            value={note}
            readOnly={props.readOnly ?? false}
            placeholder={say({ko: '메모 (선택): 예) 공동 발표', en: 'Note (optional), e.g. Equal contribution'})}
            aria-label={say({ko: '메모', en: 'Note'})}
            onChange={(event: ChangeEvent<HTMLInputElement>) => {
              const text = event.currentTarget.value
              props.inputProps.onChange(text === '' ? unset(['note']) : set(text, ['note']))
            }}
          />
        </Box>
      </Stack>
    )
  }
}
