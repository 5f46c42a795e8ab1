import readExif from 'exif-reader'
import type {JsonObject, JsonValue} from '../document.ts'
import {countExifValues} from './countExifValues.ts'

/** A photograph has some hundred. */
const mostValues = 100_000

/**
 * The parts of EXIF that were asked for: `exif` (`sanity.imageExifMetadata`, all tags of the photograph) and `location`
 * (a `geopoint`). A block that is missing, broken or has far too many values gives neither: many cameras write broken ones, and the image is still good.
 */
export function exifMetadata(block: Buffer | undefined, wants: {exif: boolean; location: boolean}): JsonObject {
  if (block === undefined || (!wants.exif && !wants.location)) return {}
  const exif = tryRead(block)
  if (exif === undefined) return {}
  const location = wants.location ? geopoint(exif.GPSInfo) : undefined
  return {
    ...(wants.exif ? {exif: {_type: 'sanity.imageExifMetadata', ...jsonTags(exif.Photo)}} : {}),
    ...(location === undefined ? {} : {location}),
  }
}

/** Undefined for a block that cannot be read: the reader names what is no EXIF, and Node what ends too early. */
function tryRead(block: Buffer): ReturnType<typeof readExif> | undefined {
  if (countExifValues(block, mostValues) > mostValues) return undefined
  try {
    return readExif(block)
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && error.message.startsWith('Invalid EXIF data'))) {
      return undefined
    }
    throw error
  }
}

/** Only values that JSON can hold: bytes of makers' notes are left out, and fractions of nothing, which cameras write for what they do not know. */
function jsonTags(tags: object | undefined): JsonObject {
  const entries: [string, JsonValue][] = []
  for (const [name, value] of Object.entries(tags ?? {})) {
    const json: unknown = value instanceof Date ? value.toISOString() : value
    if (typeof json === 'string' || isFiniteNumber(json)) entries.push([name, json])
    if (Array.isArray(json) && json.every(isFiniteNumber)) entries.push([name, json])
  }
  return Object.fromEntries(entries)
}

const isFiniteNumber = (value: unknown): value is number => Number.isFinite(value)

type Tags = {[tag: string]: unknown}

function geopoint(gps: Tags | undefined): JsonValue | undefined {
  const lat = degrees(gps?.['GPSLatitude'], gps?.['GPSLatitudeRef'] === 'S')
  const lng = degrees(gps?.['GPSLongitude'], gps?.['GPSLongitudeRef'] === 'W')
  if (lat === undefined || lng === undefined) return undefined
  const alt = gps?.['GPSAltitude']
  return {_type: 'geopoint', lat, lng, ...(isFiniteNumber(alt) ? {alt} : {})}
}

/** Degrees, minutes and seconds as one number; southern and western ones are negative. */
function degrees(value: unknown, negative: boolean): number | undefined {
  if (!Array.isArray(value)) return undefined
  const parts = value.filter(isFiniteNumber)
  const [d, m = 0, s = 0] = parts
  if (typeof d !== 'number' || typeof m !== 'number' || typeof s !== 'number') return undefined
  const sum = d + m / 60 + s / 3600
  return negative ? -sum : sum
}
