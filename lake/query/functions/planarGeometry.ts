import type {Position, Shape} from './shape.ts'

type Segment = readonly [Position, Position]
type Edges = readonly Segment[]
/** The outline and the holes. */
type Polygon = readonly Edges[]

/** To be called before so many edges are looked at: two shapes of many edges would otherwise be compared for minutes. */
export type CountEdges = (edges: number) => void

/** Whether all of `inner` is in `outer`. Only polygons contain lines and polygons; points contain equal points, lines the points on them. */
export function containsShape(outer: Shape, inner: Shape, count: CountEdges): boolean {
  const isCovered = covering(outer, count)
  if (inner.kind === 'points') return inner.positions.every(isCovered)
  if (outer.kind !== 'polygons') return false
  const polygons = outer.polygons.map(polygonOf)
  const parts = inner.kind === 'lines' ? inner.lines : inner.polygons.flatMap((rings) => rings.slice(0, 1))
  return parts.every((part) => polygons.some((polygon) => containsLine(polygon, part, count)))
}

/** Whether two shapes have a point in common. */
export function intersectsShape(left: Shape, right: Shape, count: CountEdges): boolean {
  if (left.kind === 'points') return left.positions.some(covering(right, count))
  if (right.kind === 'points') return intersectsShape(right, left, count)
  const [edges, others] = [edgesOf(left), edgesOf(right)]
  const isCrossed = edges.some((edge) => {
    count(others.length)
    return others.some((other) => cross(edge, other))
  })
  return isCrossed || vertices(left).some(covering(right, count)) || vertices(right).some(covering(left, count))
}

/** Whether a closed line has no point twice. */
export function isSimpleRing(ring: Position[], count: CountEdges): boolean {
  const edges = segments(ring)
  return edges.every((edge, at) => {
    const [[fromX, fromY], [toX, toY]] = edge
    if (fromX === toX && fromY === toY) return false
    // Neighbours share a point, as the last edge does with the first.
    const others = edges.slice(at + 2, at === 0 ? -1 : undefined)
    count(others.length)
    return !others.some((other) => cross(edge, other))
  })
}

/** Asks of positions whether a shape covers them. */
function covering(shape: Shape, count: CountEdges): (position: Position) => boolean {
  if (shape.kind === 'polygons') {
    const polygons = shape.polygons.map(polygonOf)
    return (position) => polygons.some((polygon) => isInside(polygon, position, count))
  }
  if (shape.kind === 'lines') {
    const edges = edgesOf(shape)
    return (position) => {
      count(edges.length)
      return edges.some((edge) => isOn(edge, position))
    }
  }
  return (position) => {
    count(shape.positions.length)
    return shape.positions.some(([longitude, latitude]) => longitude === position[0] && latitude === position[1])
  }
}

function containsLine(polygon: Polygon, line: Position[], count: CountEdges): boolean {
  if (!line.every((position) => isInside(polygon, position, count))) return false
  const edges = polygon.flat()
  return !segments(line).some((segment) => {
    count(edges.length)
    return edges.some((edge) => crossProperly(segment, edge))
  })
}

/** Ray casting; the outline itself is inside, holes are not. */
function isInside([outline = [], ...holes]: Polygon, position: Position, count: CountEdges): boolean {
  return (
    isInRing(outline, position, count) &&
    !holes.some((hole) => isInRing(hole, position, count) && !hole.some((edge) => isOn(edge, position)))
  )
}

function isInRing(ring: Edges, position: Position, count: CountEdges): boolean {
  count(ring.length)
  const [x, y] = position
  let inside = false
  for (const edge of ring) {
    if (isOn(edge, position)) return true
    const [[fromX, fromY], [toX, toY]] = edge
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside
  }
  return inside
}

function segments(line: Position[]): Segment[] {
  return line.slice(1).map((to, index) => [line[index] ?? to, to] as const)
}

function polygonOf(rings: Position[][]): Polygon {
  return rings.map(segments)
}

function edgesOf(shape: Shape): Segment[] {
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
