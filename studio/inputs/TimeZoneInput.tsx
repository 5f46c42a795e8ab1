import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import {Autocomplete} from '@sanity/ui/autocomplete'
import {useMemo, useState} from 'react'
import type {StringInputProps} from 'sanity'
import {readInstant} from '../../schemas/text/dateRange.ts'
import {useDocumentForm} from './DocumentInput.tsx'
import {useTalkForm} from './talkForm.ts'
import {zoneChange} from './zoneChange.ts'
import {matchesZone, offsetOf, zoneOption, type ZoneOption, zoneOptions} from './zoneOptions.ts'

/** A search over all time zones. Choosing another one keeps the talk's clock times and moves the moment. */
export function timeZoneInput(field: 'timeZone' | 'endTimeZone') {
  return function TimeZoneInput(props: StringInputProps) {
    const {talk, say} = useTalkForm()
    const {onChange} = useDocumentForm()
    const [query, setQuery] = useState('')
    // The names of four hundred zones take a quarter of a second, which nobody should wait for who sets a date.
    const [isSearching, setIsSearching] = useState(false)
    const language = say({ko: 'ko', en: 'en'}) === 'ko' ? 'ko' : 'en'
    const at = talk.start
    const options = useMemo(
      () => (isSearching ? zoneOptions(language, readInstant(at) ?? new Date()) : []),
      [isSearching, language, at],
    )
    const offset = offsetOf(query)
    const typed = offset === undefined ? [] : [zoneOption(offset, language, readInstant(at) ?? new Date())]
    return (
      <Autocomplete
        {...props.elementProps}
        onFocus={(event) => {
          setIsSearching(true)
          props.elementProps.onFocus(event)
        }}
        onBlur={(event) => {
          setIsSearching(false)
          props.elementProps.onBlur(event)
        }}
        id={props.id}
        icon={EarthGlobeIcon}
        openButton
        options={[...typed, ...options]}
        value={props.value ?? ''}
        readOnly={props.readOnly ?? false}
        placeholder={say({ko: '도시나 +09:00 로 찾기', en: 'Search for a city or +09:00'})}
        // What the open list starts with is the zone that is chosen: who opens it looks for another one.
        filterOption={(text, option) => text === props.value || option.value === offset || matchesZone(text, option)}
        renderOption={renderOption}
        renderValue={(value) => value}
        onQueryChange={(text) => setQuery(text ?? '')}
        onSelect={(zone) => onChange(zoneChange(field, zone, talk))}
        onChange={(zone) => {
          if (zone === '') onChange(zoneChange(field, undefined, talk))
        }}
      />
    )
  }
}

function renderOption({value, name, places, offset}: ZoneOption) {
  const details = [places, name === value ? '' : name].filter((text) => text !== '').join(' · ')
  return (
    <Card as="button" padding={3}>
      <Flex gap={3} align="center">
        <Stack gap={2} flex={1}>
          <Text size={1}>{value}</Text>
          {details !== '' && (
            <Text size={0} muted>
              {details}
            </Text>
          )}
        </Stack>
        <Text size={1} muted>
          {offset}
        </Text>
      </Flex>
    </Card>
  )
}
