import {isRecord} from '../values/isRecord.ts'

/** Whether a picture in this value, however deep, is cropped in the Studio. */
export function hasCrop(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasCrop)
  if (!isRecord(value)) return false
  const {crop, ...others} = value
  const cuts = isRecord(crop) ? [crop['top'], crop['bottom'], crop['left'], crop['right']] : []
  return cuts.some((cut) => typeof cut === 'number' && cut > 0) || Object.values(others).some(hasCrop)
}
