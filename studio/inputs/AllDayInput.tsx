import {type BooleanInputProps, type FormPatch, set} from 'sanity'
import {useDocumentForm} from './DocumentInput.tsx'
import {type TalkForm, useTalkForm} from './talkForm.ts'
import {firstInstantOf, toWallClock} from './wallClock.ts'
import {zoneOf} from './zonedTime.ts'

/** The all-day switch: turning it on moves start and end to the beginning of their days, in the talk's zone. */
export function AllDayInput(props: BooleanInputProps) {
  const {talk} = useTalkForm()
  const {onChange} = useDocumentForm()
  const {elementProps, value} = props
  const toggle: typeof elementProps.onChange = (event) => {
    elementProps.onChange(event)
    const moved = value === true ? [] : toWholeDays(talk)
    if (moved.length > 0) onChange(moved)
  }
  return props.renderDefault({...props, elementProps: {...elementProps, onChange: toggle}})
}

function toWholeDays(talk: TalkForm['talk']): FormPatch[] {
  return (['start', 'end'] as const).flatMap((field) => {
    const zone = zoneOf(field, talk)
    const date = toWallClock(talk[field] ?? '', zone)?.date
    return date === undefined ? [] : [set(firstInstantOf(date, zone), [field])]
  })
}
