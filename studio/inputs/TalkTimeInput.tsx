import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {FormField, set, type StringInputProps, unset} from 'sanity'
import type {Say} from '../../schemas/text/say.ts'
import {ClockInput} from './ClockInput.tsx'
import {useTalkForm} from './talkForm.ts'
import {toWallClock, type WallClock} from './wallClock.ts'
import {changedInstant, isWholeDay, takesTime, type TimeField, zoneOf} from './zonedTime.ts'

/** A date and a time on the clock of the talk's own zone; for all-day talks the day only. */
export function talkTimeInput(field: TimeField) {
  return function TalkTimeInput(props: StringInputProps) {
    const {talk, say} = useTalkForm()
    const {value, onChange, readOnly = false, elementProps, schemaType} = props
    const zone = zoneOf(field, talk)
    const clock = value === undefined ? undefined : toWallClock(value, zone)
    const change = (part: Partial<WallClock>) => {
      const instant = changedInstant(field, part, value, talk)
      onChange(instant === undefined ? unset() : set(instant))
    }
    // Sanity leaves the heading of a date and time to its input.
    return (
      <FormField
        inputId={props.id}
        path={props.path}
        level={props.level}
        title={schemaType.title}
        description={schemaType.description}
        validation={props.validation}
        __unstable_presence={props.presence}
      >
        <Stack gap={2}>
          <Flex gap={2} align="center" wrap="wrap">
            <Box style={{width: '11em'}}>
              <ClockInput
                {...elementProps}
                type="date"
                value={clock?.date ?? ''}
                readOnly={readOnly}
                aria-label={say({ko: '날짜', en: 'Date'})}
                onChange={(date) => change({date})}
              />
            </Box>
            {!isWholeDay(field, talk) && (
              <Box style={{width: '9em'}}>
                <ClockInput
                  type="time"
                  value={clock?.time ?? ''}
                  readOnly={readOnly}
                  disabled={!takesTime(field, value, talk)}
                  aria-label={say({ko: '시각', en: 'Time'})}
                  onChange={(time) => change({time})}
                />
              </Box>
            )}
            <Text size={1} muted>
              {zone}
            </Text>
          </Flex>
          {value !== undefined && <Note value={value} zone={zone} wholeDay={isWholeDay(field, talk)} say={say} />}
        </Stack>
      </FormField>
    )
  }
}

/** What the editor's own clock shows at that moment, when it is another one; or that the value is not readable. */
function Note({value, zone, wholeDay, say}: {value: string; zone: string; wholeDay: boolean; say: Say}) {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const here = toWallClock(value, own)
  const there = toWallClock(value, zone)
  if (there === undefined || here === undefined)
    return (
      <Card tone="critical" padding={2} radius={2}>
        <Text size={1}>{say({ko: `읽을 수 없는 날짜입니다: ${value}`, en: `This is not a date: ${value}`})}</Text>
      </Card>
    )
  if (wholeDay || (here.date === there.date && here.time === there.time)) return null
  return (
    <Text size={1} muted>
      {say({
        ko: `내 시간대(${own})로는 ${here.date} ${here.time}`,
        en: `In your time zone (${own}): ${here.date} ${here.time}`,
      })}
    </Text>
  )
}
