import type {JsonValue} from '../document.ts'
import {BadRequestError} from '../errors.ts'
import {checkDepth} from './readJson.ts'

/** The parameters of a query in a URL: `$name=<JSON>`. Throws a BadRequestError for a value that is not JSON, or too deep. */
export function urlParams(options: URLSearchParams): Record<string, JsonValue> {
  const params: Record<string, JsonValue> = {}
  for (const [name, text] of options) {
    if (!name.startsWith('$')) continue
    const value = parsed(name, text)
    checkDepth(value, `The parameter ${name}`)
    params[name.slice(1)] = value
  }
  return params
}

function parsed(name: string, text: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text)
    return value
  } catch {
    throw new BadRequestError(`The parameter ${name} is not JSON: ${text.slice(0, 100)}`)
  }
}
