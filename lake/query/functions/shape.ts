import {isObject} from '../../isObject.ts'

/** Longitude and latitude in degrees. */
export type Position = readonly [number, number]

/** A geometry without its GeoJSON spelling: points, open lines, or polygons whose first ring is the outline and whose others are holes. */
export type Shape =
  | {kind: 'points'; positions: Position[]}
  | {kind: 'lines'; lines: Position[][]}
  | {kind: 'polygons'; polygons: Position[][][]}

/**
 * The shapes of `{lat, lng}` or `{lat, lon}`, a Sanity geopoint or a GeoJSON geometry: one, or all that a `GeometryCollection` has. Undefined for
 * anything else.
 */
export function readShapes(value: unknown): Shape[] | undefined {
  if (!isObject(value)) return undefined
  if (!isCoordinate(value)) return readGeometry(value)
  const {lat, lng, lon} = value
  const position = 'lng' in value && 'lon' in value ? undefined : readPosition([lng ?? lon, lat])
  return position && [{kind: 'points', positions: [position]}]
}

/** Whether an object says a latitude and a longitude, and so is no GeoJSON. */
export function isCoordinate(value: object): boolean {
  return 'lat' in value && ('lng' in value || 'lon' in value)
}

/** Whether GeoJSON has a geometry of that name: `Feature` is none. */
export function isGeometryType(type: string): boolean {
  return Object.hasOwn(readers, type) || type === collectionType
}

export const collectionType = 'GeometryCollection'

function readGeometry(value: unknown): Shape[] | undefined {
  if (!isObject(value)) return undefined
  const {type, coordinates, geometries} = value
  if (type === collectionType) {
    const found = list(geometries, readGeometry)?.flat()
    return found && found.length > 0 ? found : undefined
  }
  const shape = typeof type === 'string' ? readers[type]?.(coordinates) : undefined
  return shape && [shape]
}

const readers: Record<string, ((coordinates: unknown) => Shape | undefined) | undefined> = {
  Point: (coordinates) => points(list([coordinates], readPosition)),
  MultiPoint: (coordinates) => points(list(coordinates, readPosition)),
  LineString: (coordinates) => lines(list([coordinates], readLine)),
  MultiLineString: (coordinates) => lines(list(coordinates, readLine)),
  Polygon: (coordinates) => polygons(list([coordinates], readPolygon)),
  MultiPolygon: (coordinates) => polygons(list(coordinates, readPolygon)),
}

const points = (positions: Position[] | undefined): Shape | undefined => positions && {kind: 'points', positions}
const lines = (found: Position[][] | undefined): Shape | undefined => found && {kind: 'lines', lines: found}
const polygons = (found: Position[][][] | undefined): Shape | undefined => found && {kind: 'polygons', polygons: found}

function readPosition(value: unknown): Position | undefined {
  if (!Array.isArray(value)) return undefined
  const [longitude, latitude]: unknown[] = value
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : undefined
}

function readLine(value: unknown): Position[] | undefined {
  const line = list(value, readPosition)
  return line && line.length >= 2 ? line : undefined
}

function readPolygon(value: unknown): Position[][] | undefined {
  const rings = list(value, readRing)
  return rings && rings.length > 0 ? rings : undefined
}

function readRing(value: unknown): Position[] | undefined {
  const ring = list(value, readPosition)
  const [first, last] = [ring?.[0], ring?.at(-1)]
  const isClosed = first && last && first[0] === last[0] && first[1] === last[1]
  return ring && ring.length >= 4 && isClosed ? ring : undefined
}

function list<Item>(value: unknown, read: (item: unknown) => Item | undefined): Item[] | undefined {
  if (!Array.isArray(value)) return undefined
  const items = value.map(read).filter((item) => item !== undefined)
  return items.length === value.length ? items : undefined
}
