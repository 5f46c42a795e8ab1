import {isObject} from '../../isObject.ts'
import type {NativeFunction} from '../nativeCall.ts'
import {containsShape, intersectsShape, isSimpleRing} from './planarGeometry.ts'
import {type Position, readShape} from './shape.ts'

// The equator's (WGS 84), in metres: the official test suite's distance of 416,760.77 m between Oslo and Stockholm is that of a sphere of this size.
const earthRadius = 6_378_137

/**
 * `geo(value)`: the geometry of an object as GeoJSON, without anything else that the object has; null unless it is one. An outline that crosses
 * itself, or stands still, is none.
 */
export const geo: NativeFunction = ({budget}, value) => {
  const shape = readShape(value)
  const rings = shape?.kind === 'polygons' ? shape.polygons.flat() : []
  if (!shape || !isObject(value) || !rings.every((ring) => isSimpleRing(ring, (edges) => budget.work(edges))))
    return null
  return 'lat' in value
    ? {type: 'Point', coordinates: shape.kind === 'points' ? shape.positions[0] : null}
    : {type: value['type'], coordinates: value['coordinates']}
}

/** `geo::latLng(latitude, longitude)` in degrees: a GeoJSON point, or null. */
export const latLng: NativeFunction = (_, latitude, longitude) =>
  typeof latitude === 'number' &&
  typeof longitude === 'number' &&
  Math.abs(latitude) <= 90 &&
  Math.abs(longitude) <= 180
    ? {type: 'Point', coordinates: [longitude, latitude]}
    : null

/** `geo::distance(a, b)`: metres between two points along a sphere as wide as the equator; null unless both are points. */
export const distance: NativeFunction = (_, first, second) => {
  const from = readShape(first)
  const to = readShape(second)
  return from?.kind === 'points' && to?.kind === 'points' && from.positions.length === 1 && to.positions.length === 1
    ? haversine(from.positions[0] ?? [0, 0], to.positions[0] ?? [0, 0])
    : null
}

/** `geo::contains(a, b)`: whether all of `b` is inside `a`. Edges are straight in degrees, as drawn on a plate carrée map. */
export const contains: NativeFunction = ({budget}, outer, inner) => {
  const [container, shape] = [readShape(outer), readShape(inner)]
  return container && shape ? containsShape(container, shape, (edges) => budget.work(edges)) : null
}

/** `geo::intersects(a, b)`: whether `a` and `b` have a point in common, on the same map. */
export const intersects: NativeFunction = ({budget}, first, second) => {
  const [left, right] = [readShape(first), readShape(second)]
  return left && right ? intersectsShape(left, right, (edges) => budget.work(edges)) : null
}

function haversine([fromLng, fromLat]: Position, [toLng, toLat]: Position): number {
  const radians = Math.PI / 180
  const latitude = Math.sin(((toLat - fromLat) * radians) / 2)
  const longitude = Math.sin(((toLng - fromLng) * radians) / 2)
  const chord = latitude ** 2 + Math.cos(fromLat * radians) * Math.cos(toLat * radians) * longitude ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)))
}
