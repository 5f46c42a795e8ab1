import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import {Autocomplete} from '@sanity/ui/autocomplete'
import {useMemo, useState} from 'react'
import {type FormPatch, set, type StringInputProps, unset} from 'sanity'
import {readInstant} from '../../schemas/text/dateRange.ts'
import {usableZone} from '../../schemas/text/zones.ts'
import {type TalkForm, useTalkForm} from './talkForm.ts'
import {keepWallClock} from './wallClock.ts'
import {matchesZone, offsetOf, zoneOption, type ZoneOption, zoneOptions} from './zoneOptions.ts'

/** A search over all time zones. Choosing another one keeps the talk's clock times and moves the moment. */
export function timeZoneInput(field: 'timeZone' | 'endTimeZone') {
  return function TimeZoneInput(props: StringInputProps) {
    const {talk, onChange, say} = useTalkForm()
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
          if (zone === '') props.onChange(unset())
        }}
      />
    )
  }
}

/** Patches for another zone: the field itself, and every time that is told in it. */
function zoneChange(field: 'timeZone' | 'endTimeZone', zone: string, talk: TalkForm['talk']): FormPatch[] {
  const oldZone = usableZone(talk[field] ?? talk.timeZone)
  const told =
    field === 'endTimeZone'
      ? (['end'] as const)
      : talk.endTimeZone === undefined
        ? (['start', 'end'] as const)
        : (['start'] as const)
  const moved = told.flatMap((name): FormPatch[] => {
    const instant = talk[name]
    return instant === undefined ? [] : [set(keepWallClock(instant, oldZone, zone), [name])]
  })
  return [set(zone, [field]), ...moved]
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
