import {type Traced, unknownOrigin} from './traced.ts'

/** Where an expression stands, as groq-js's `Scope`: `^` does not count the scopes of `Map` and `FlatMap`. */
export interface TracedScope {
  readonly value: Traced
  readonly parent: TracedScope | undefined
  readonly isHidden: boolean
}

/** A scope within another one, with another `@`. @param isHidden Whether `^` passes it over. */
export function nestedScope(scope: TracedScope, value: Traced, isHidden = false): TracedScope {
  return {value, parent: scope.isHidden ? scope.parent : scope, isHidden}
}

/** What `^` leads to, `levels` times. */
export function parentOf(scope: TracedScope, levels: number): Traced {
  let current: TracedScope | undefined = scope
  for (let level = 0; level < levels; level += 1) current = current?.parent
  return current?.value ?? unknownOrigin(null)
}
