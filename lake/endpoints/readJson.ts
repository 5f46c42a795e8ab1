import type {JsonValue} from '../document.ts'
import {BadRequestError} from '../errors.ts'

/** The JSON body of a request. Throws a BadRequestError for anything else, and what the body's limit throws. */
export async function readJson(request: Request): Promise<JsonValue> {
  return parse(await request.text())
}

/** The JSON body, which must be an object. An empty body counts as an empty object. */
export async function readJsonObject(request: Request): Promise<{[key: string]: JsonValue}> {
  // Not `request.body`: asking for it would make the server build a stream.
  const text = await request.text()
  if (text === '') return {}
  const value = parse(text)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new BadRequestError('The request body must be a JSON object')
  }
  return value
}

function parse(text: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text)
    return value
  } catch (cause) {
    throw new BadRequestError(`The request body is not JSON: ${cause instanceof Error ? cause.message : ''}`)
  }
}
