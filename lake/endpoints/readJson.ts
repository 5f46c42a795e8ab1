import type {JsonValue} from '../document.ts'
import {BadRequestError} from '../errors.ts'

/** The JSON body of a request. Throws a BadRequestError for anything else, and what the body's limit throws. */
export async function readJson(request: Request): Promise<JsonValue> {
  const text = await request.text()
  try {
    const value: JsonValue = JSON.parse(text)
    return value
  } catch (cause) {
    throw new BadRequestError(`The request body is not JSON: ${cause instanceof Error ? cause.message : ''}`)
  }
}

/** The JSON body, which must be an object. An empty body counts as an empty object. */
export async function readJsonObject(request: Request): Promise<{[key: string]: JsonValue}> {
  if (request.body === null || request.headers.get('content-length') === '0') return {}
  const value = await readJson(request)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new BadRequestError('The request body must be a JSON object')
  }
  return value
}
