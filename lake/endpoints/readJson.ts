import type {JsonObject, JsonValue} from '../document.ts'
import {BadRequestError} from '../errors.ts'
import {isObject} from '../isObject.ts'
import {jsonShape} from './jsonShape.ts'

/** The JSON body of a request. Throws a BadRequestError for anything else, and what the body's limit throws. */
export async function readJson(request: Request): Promise<JsonValue> {
  return parse(decode(new Uint8Array(await request.arrayBuffer())))
}

/** The JSON body, which must be an object. An empty body counts as an empty object. */
export async function readJsonObject(request: Request): Promise<JsonObject> {
  return (await readJsonBody(request)).body
}

/** The same, with the bytes that it was read from. */
export async function readJsonBody(request: Request): Promise<{body: JsonObject; bytes: Uint8Array}> {
  // Not `request.body`: asking for it would make the server build a stream.
  const bytes = new Uint8Array(await request.arrayBuffer())
  const text = decode(bytes)
  const body = text === '' ? {} : parse(text)
  if (!isObject(body)) throw new BadRequestError('The request body must be a JSON object')
  return {body, bytes}
}

const utf8 = new TextDecoder('utf-8', {fatal: true})

/** JSON is UTF-8 (RFC 8259, section 8.1): letters of another encoding would be lost, each a U+FFFD in the document. */
function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new BadRequestError('The request body is not UTF-8')
  }
}

/** Deeper than any document: what walks through a value must not run out of stack. */
const maxDepth = 200

/** Throws a BadRequestError for a value that is nested too deeply; `name` says which. */
export function checkDepth(value: JsonValue, name: string, depth = 0): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > maxDepth) throw new BadRequestError(`${name} is nested deeper than ${maxDepth} levels`)
  for (const member of Object.values(value)) checkDepth(member, name, depth + 1)
}

/** Of a body: deeper than a document at its deepest with all that is around it, and more than a hundred thousand talks; what holds others up for 3 s. */
const largest = {depth: 256, containers: 5_000_000, commas: 10_000_000}
/** A body of so many characters takes no more memory than others, whatever is in it. */
const alwaysSmall = 1024 * 1024

function checkShape(text: string): void {
  if (text.length <= alwaysSmall) return
  const {depth, containers, commas} = jsonShape(text, largest)
  if (depth > largest.depth) {
    throw new BadRequestError(`The request body is nested deeper than ${largest.depth} levels`)
  }
  if (containers > largest.containers) {
    throw new BadRequestError(`The request body has more than ${largest.containers} arrays and objects`)
  }
  if (commas > largest.commas) {
    throw new BadRequestError(`The request body has more than ${largest.commas} items and attributes`)
  }
}

function parse(text: string): JsonValue {
  checkShape(text)
  try {
    const value: JsonValue = JSON.parse(text)
    return value
  } catch (cause) {
    throw new BadRequestError(`The request body is not JSON: ${cause instanceof Error ? cause.message : ''}`)
  }
}
