import {TextInput} from '@sanity/ui'
import {type ComponentProps, useState} from 'react'
import {wholeValue} from './wholeValue.ts'

interface ClockInputProps extends Omit<ComponentProps<typeof TextInput>, 'type' | 'value' | 'onChange'> {
  type: 'date' | 'time'
  value: string
  onChange: (value: string) => void
}

/** The browser's input of a date or a time. Only whole values are passed on, and an empty one when it was cleared; what is half typed stays here. */
export function ClockInput({value, onChange, onBlur, ...props}: ClockInputProps) {
  const [typed, setTyped] = useState<string>()
  return (
    <TextInput
      {...props}
      value={typed ?? value}
      onBlur={(event) => {
        const {value: text, validity} = event.currentTarget
        // Browsers tell of no change when the last part of a half typed value is cleared, since that value was empty before.
        if (typed !== undefined && wholeValue(text, validity.badInput) === '') onChange('')
        setTyped(undefined)
        onBlur?.(event)
      }}
      onChange={({currentTarget}) => {
        const whole = wholeValue(currentTarget.value, currentTarget.validity.badInput)
        setTyped(whole === undefined ? currentTarget.value : undefined)
        if (whole !== undefined) onChange(whole)
      }}
    />
  )
}
