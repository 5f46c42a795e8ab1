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
    const language = say({ko: 'ko', en: 'en'}) === 'ko' ? 'ko' : 'en'
    const at = talk.start
    const options = useMemo(() => zoneOptions(language, readInstant(at) ?? new Date()), [language, at])
    const offset = offsetOf(query)
    const typed = offset === undefined ? [] : [zoneOption(offset, language, readInstant(at) ?? new Date())]
    return (
      <Autocomplete
        {...props.elementProps}
        id={props.id}
        icon={EarthGlobeIcon}
        openButton
        options={[...typed, ...options]}
        value={props.value ?? ''}
        readOnly={props.readOnly ?? false}
        placeholder={say({ko: '도시나 +09:00 로 찾기', en: 'Search for a city or +09:00'})}
        filterOption={(text, option) => option.value === offset || matchesZone(text, option)}
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

function renderOption({value, name, offset}: ZoneOption) {
  return (
    <Card as="button" padding={3}>
      <Flex gap={3} align="center">
        <Stack gap={2} flex={1}>
          <Text size={1}>{value}</Text>
          {name !== value && (
            <Text size={0} muted>
              {name}
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
