import {type FormPatch, set, unset} from 'sanity'
import type {TalkForm} from './talkForm.ts'
import {keepWallClock} from './wallClock.ts'
import {zoneOf} from './zonedTime.ts'

/**
 * Patches for another zone, or for none, which is the one that the times are then shown in: the field itself, and every time that is told in it,
 * so that the clock times stay what they were.
 */
export function zoneChange(
  field: 'timeZone' | 'endTimeZone',
  zone: string | undefined,
  talk: TalkForm['talk'],
): FormPatch[] {
  const {[field]: _, ...others} = talk
  const changed = zone === undefined ? others : {...others, [field]: zone}
  const told: ('start' | 'end')[] = field === 'endTimeZone' ? ['end'] : ['start', 'end']
  const moved = told.flatMap((name): FormPatch[] => {
    const [instant, before, after] = [talk[name], zoneOf(name, talk), zoneOf(name, changed)]
    return instant === undefined || before === after ? [] : [set(keepWallClock(instant, before, after), [name])]
  })
  return [zone === undefined ? unset([field]) : set(zone, [field]), ...moved]
}
