import {Patch, SanityClient, Transaction} from '@sanity/client'

/** Names of called methods, with the way to them: `fetch`, `assets.upload`, `patch().set`. */
export type Calls = Set<string>

/** The same client, which writes down what of it is called; clients made from it too. */
export function recordCalls<T extends object>(target: T, calls: Calls, path = ''): T {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof name === 'symbol') return value
      if (typeof value === 'function') {
        return (...values: unknown[]) => {
          calls.add(path + name)
          const result: unknown = Reflect.apply(value, target, values)
          return wrapResult(result, calls)
        }
      }
      return isPart(value) ? recordCalls(value, calls, `${path}${name}.`) : value
    },
  })
}

/** Every method that there is, by the same names, found by walking the client's prototypes. */
export function methodsOf(client: SanityClient): string[] {
  return [
    ...methodsBelow(client, ''),
    ...methodsBelow(client.patch('a'), 'patch().'),
    ...methodsBelow(client.transaction(), 'transaction().'),
  ].sort()
}

function wrapResult(result: unknown, calls: Calls): unknown {
  if (result instanceof SanityClient) return recordCalls(result, calls)
  if (result instanceof Patch) return recordCalls(result, calls, 'patch().')
  if (result instanceof Transaction) return recordCalls(result, calls, 'transaction().')
  return result
}

function methodsBelow(target: object, path: string): string[] {
  const own = Object.entries(target).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'function' ? [path + name] : isPart(value) ? methodsBelow(value, `${path}${name}.`) : [],
  )
  return [...own, ...prototypeMethods(target).map((name) => path + name)]
}

function prototypeMethods(target: object): string[] {
  const names: string[] = []
  for (let at: unknown = Object.getPrototypeOf(target); isObject(at); at = Object.getPrototypeOf(at)) {
    if (at !== Object.prototype) names.push(...Object.getOwnPropertyNames(at))
  }
  return names.filter((name) => name !== 'constructor' && !name.startsWith('_'))
}

/** A client within the client, such as `client.assets`. */
const isPart = (value: unknown): value is object => isObject(value) && !Array.isArray(value)

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
