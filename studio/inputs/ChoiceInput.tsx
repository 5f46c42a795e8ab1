import {Select} from '@sanity/ui'
import type {ChangeEvent} from 'react'
import {set, type StringInputProps, unset} from 'sanity'

/** A value to choose, and what an editor calls it. */
export interface Choice {
  value: string
  title: string
}

/** A menu of known values for a field that may hold others: an unknown one of an imported file stays and is offered. */
export function choiceInput(choices: readonly Choice[], none?: string) {
  return function ChoiceInput({value, onChange, readOnly = false, elementProps}: StringInputProps) {
    const unknown = value !== undefined && !choices.some((choice) => choice.value === value)
    return (
      <Select
        {...elementProps}
        value={value ?? ''}
        disabled={readOnly}
        onChange={(event: ChangeEvent<HTMLSelectElement>) => {
          const chosen = event.currentTarget.value
          onChange(chosen === '' ? unset() : set(chosen))
        }}
      >
        {(none !== undefined || value === undefined) && <option value="">{none ?? ''}</option>}
        {unknown && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </Select>
    )
  }
}
