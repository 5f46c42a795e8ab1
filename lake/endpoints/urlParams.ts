import type {JsonValue} from '../document.ts'
import {BadRequestError} from '../errors.ts'

/** The parameters of a query in a URL: `$name=<JSON>`. Throws a BadRequestError for a value that is not JSON. */
export function urlParams(options: URLSearchParams): Record<string, JsonValue> {
  const params: Record<string, JsonValue> = {}
  for (const [name, text] of options) {
    if (!name.startsWith('$')) continue
    try {
      params[name.slice(1)] = JSON.parse(text)
    } catch {
      throw new BadRequestError(`The parameter ${name} is not JSON: ${text.slice(0, 100)}`)
    }
  }
  return params
}
