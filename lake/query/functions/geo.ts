import {isObject} from '../../isObject.ts'
import type {NativeFunction} from '../nativeCall.ts'
import {containsShape, intersectsShape, isSimpleRing} from './planarGeometry.ts'
import {collectionType, isCoordinate, type Position, readShapes, type Shape} from './shape.ts'

// The equator's (WGS 84), in metres: the official test suite's distance of 416,760.77 m between Oslo and Stockholm is that of a sphere of this size.
const earthRadius = 6_378_137

/**
 * `geo(value)`: the geometry of an object as GeoJSON, without anything else that the object has; null unless it is one. An outline that crosses
 * itself, or stands still, is none.
 */
export const geo: NativeFunction = ({budget}, value) => {
  const shapes = readShapes(value)
  const rings = shapes?.flatMap((shape) => (shape.kind === 'polygons' ? shape.polygons.flat() : []))
  return rings?.every((ring) => isSimpleRing(ring, (edges) => budget.work(edges))) ? geometryOf(value) : null
}

/** GeoJSON of what `readShapes` reads. */
function geometryOf(value: unknown): unknown {
  if (!isObject(value)) return null
  const {type, coordinates, geometries, lat, lng, lon} = value
  if (isCoordinate(value)) return {type: 'Point', coordinates: [lng ?? lon, lat]}
  return type === collectionType && Array.isArray(geometries)
    ? {type, geometries: geometries.map(geometryOf)}
    : {type, coordinates}
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
  const [from, to] = [onlyPoint(first), onlyPoint(second)]
  return from && to ? haversine(from, to) : null
}

/** `geo::contains(a, b)`: whether all of `b` is inside `a`. Edges are straight in degrees, as drawn on a plate carrée map. */
export const contains: NativeFunction = ({budget}, outer, inner) => {
  const [containers, shapes] = [readShapes(outer), readShapes(inner)]
  if (!containers || !shapes) return null
  const isContained = (shape: Shape): boolean =>
    containers.some((container) => containsShape(container, shape, (edges) => budget.work(edges)))
  return (containers.length > 1 ? shapes.flatMap(singly) : shapes).every(isContained)
}

/** `geo::intersects(a, b)`: whether `a` and `b` have a point in common, on the same map. */
export const intersects: NativeFunction = ({budget}, first, second) => {
  const [left, right] = [readShapes(first), readShapes(second)]
  if (!left || !right) return null
  return left.some((one) => right.some((other) => intersectsShape(one, other, (edges) => budget.work(edges))))
}

/** The points, lines or polygons of a shape, each for itself: one part of a collection may contain some of them, another one the others. */
function singly(shape: Shape): Shape[] {
  if (shape.kind === 'points') return shape.positions.map((position) => ({kind: 'points', positions: [position]}))
  if (shape.kind === 'lines') return shape.lines.map((line) => ({kind: 'lines', lines: [line]}))
  return shape.polygons.map((polygon) => ({kind: 'polygons', polygons: [polygon]}))
}

function onlyPoint(value: unknown): Position | undefined {
  const [shape, ...others] = readShapes(value) ?? []
  return shape?.kind === 'points' && shape.positions.length === 1 && others.length === 0
    ? shape.positions[0]
    : undefined
}

function haversine([fromLng, fromLat]: Position, [toLng, toLat]: Position): number {
  const radians = Math.PI / 180
  const latitude = Math.sin(((toLat - fromLat) * radians) / 2)
  const longitude = Math.sin(((toLng - fromLng) * radians) / 2)
  const chord = latitude ** 2 + Math.cos(fromLat * radians) * Math.cos(toLat * radians) * longitude ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)))
}
