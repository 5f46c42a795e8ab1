import {isObject} from '../isObject.ts'

/** What a refused call looks like to a program: its status, and the type and items of its error where it has them. */
export async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    return {answered: await call}
  } catch (error) {
    if (!isClientError(error)) throw error
    return {status: error.statusCode, ...typeOf(error.details)}
  }
}

/** The whole answer to a refused call, its texts replaced by their kind: they may be worded differently by another server. */
export async function refusedAnswer(call: Promise<unknown>): Promise<unknown> {
  try {
    return {answered: await call}
  } catch (error) {
    if (!isClientError(error)) throw error
    return {status: error.statusCode, body: withoutWords(error.response?.body)}
  }
}

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === 'message' || name === 'description' ? `<${typeof member}>` : withoutWords(member),
    ]),
  )
}

interface ClientError {
  statusCode: number
  details?: unknown
  response?: {body?: unknown}
}

const isClientError = (error: unknown): error is ClientError =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'

function typeOf(details: unknown): {type?: string; items?: string[]} {
  if (!isObject(details) || typeof details['type'] !== 'string') return {}
  const items = Array.isArray(details['items']) ? details['items'] : []
  const types = items
    .map((item: unknown) => (isObject(item) && isObject(item['error']) ? item['error']['type'] : undefined))
    .filter((type) => typeof type === 'string')
  return {type: details['type'], ...(types.length > 0 ? {items: types} : {})}
}
