import type {Position, Shape} from './shape.ts'

type Segment = readonly [Position, Position]
type Polygon = Position[][]

/** Whether all of `inner` is in `outer`. Only polygons contain lines and polygons; points contain equal points, lines the points on them. */
export function containsShape(outer: Shape, inner: Shape): boolean {
  if (inner.kind === 'points') return inner.positions.every((position) => covers(outer, position))
  if (outer.kind !== 'polygons') return false
  const parts = inner.kind === 'lines' ? inner.lines : inner.polygons.flatMap((polygon) => polygon.slice(0, 1))
  return parts.every((part) => outer.polygons.some((polygon) => containsLine(polygon, part)))
}

/** Whether two shapes have a point in common. */
export function intersectsShape(left: Shape, right: Shape): boolean {
  if (left.kind === 'points') return left.positions.some((position) => covers(right, position))
  if (right.kind === 'points') return intersectsShape(right, left)
  if (segmentsOf(left).some((one) => segmentsOf(right).some((other) => cross(one, other)))) return true
  return (
    vertices(left).some((position) => covers(right, position)) ||
    vertices(right).some((position) => covers(left, position))
  )
}

function covers(shape: Shape, position: Position): boolean {
  if (shape.kind === 'polygons') return shape.polygons.some((polygon) => isInside(polygon, position))
  if (shape.kind === 'lines') return segmentsOf(shape).some((segment) => isOn(segment, position))
  return shape.positions.some(([longitude, latitude]) => longitude === position[0] && latitude === position[1])
}

function containsLine(polygon: Polygon, line: Position[]): boolean {
  if (!line.every((position) => isInside(polygon, position))) return false
  const edges = polygon.flatMap(segments)
  return !segments(line).some((segment) => edges.some((edge) => crossProperly(segment, edge)))
}

/** Ray casting; the outline itself is inside, holes are not. */
function isInside([outline = [], ...holes]: Polygon, position: Position): boolean {
  return (
    isInRing(outline, position) &&
    !holes.some((hole) => isInRing(hole, position) && !segments(hole).some((edge) => isOn(edge, position)))
  )
}

function isInRing(ring: Position[], position: Position): boolean {
  const [x, y] = position
  let inside = false
  for (const edge of segments(ring)) {
    if (isOn(edge, position)) return true
    const [[fromX, fromY], [toX, toY]] = edge
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside
  }
  return inside
}

function segments(line: Position[]): Segment[] {
  return line.slice(1).map((to, index) => [line[index] ?? to, to] as const)
}

function segmentsOf(shape: Shape): Segment[] {
  if (shape.kind === 'points') return []
  return shape.kind === 'lines' ? shape.lines.flatMap(segments) : shape.polygons.flat().flatMap(segments)
}

function vertices(shape: Shape): Position[] {
  if (shape.kind === 'points') return shape.positions
  return shape.kind === 'lines' ? shape.lines.flat() : shape.polygons.flatMap((polygon) => polygon[0] ?? [])
}

function turn([from, to]: Segment, [x, y]: Position): number {
  return Math.sign((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]))
}

function isOn(segment: Segment, position: Position): boolean {
  const [[fromX, fromY], [toX, toY]] = segment
  const [x, y] = position
  const isBetween =
    x >= Math.min(fromX, toX) && x <= Math.max(fromX, toX) && y >= Math.min(fromY, toY) && y <= Math.max(fromY, toY)
  return isBetween && turn(segment, position) === 0
}

function crossProperly(one: Segment, other: Segment): boolean {
  return turn(one, other[0]) * turn(one, other[1]) < 0 && turn(other, one[0]) * turn(other, one[1]) < 0
}

function cross(one: Segment, other: Segment): boolean {
  return (
    crossProperly(one, other) ||
    isOn(one, other[0]) ||
    isOn(one, other[1]) ||
    isOn(other, one[0]) ||
    isOn(other, one[1])
  )
}
