import {useMemo} from 'react'
import type {ObjectInputProps} from 'sanity'
import type {Say} from '../../schemas/text/say.ts'
import {DocumentInput} from './DocumentInput.tsx'
import {TalkFormContext, type TalkForm} from './talkForm.ts'

/** The form of a talk: Sanity's own, with the talk's times in reach of the time inputs. */
export function talkInput(say: Say) {
  return function TalkInput(props: ObjectInputProps) {
    const {value} = props
    const form = useMemo((): TalkForm => ({talk: timesOf(value), say}), [value])
    return (
      <TalkFormContext.Provider value={form}>
        <DocumentInput {...props} />
      </TalkFormContext.Provider>
    )
  }
}

function timesOf(value: Record<string, unknown> | undefined): TalkForm['talk'] {
  const text = (name: string) => (typeof value?.[name] === 'string' ? {[name]: value[name]} : {})
  return {
    ...text('start'),
    ...text('end'),
    ...text('timeZone'),
    ...text('endTimeZone'),
    allDay: value?.['allDay'] === true,
  }
}
