import type {JsonObject, JsonValue} from '../document.ts'
import {BadRequestError, MutationError} from '../errors.ts'
import {isObject} from '../isObject.ts'
import {checkContent} from './checkDocument.ts'
import {checkPath} from './checkPath.ts'
import type {Mutation} from './mutation.ts'
import {MutationFailure} from './mutationFailures.ts'

const verbs = ['create', 'createIfNotExists', 'createOrReplace', 'delete', 'patch'] as const
const objectOperations = ['set', 'setIfMissing', 'inc', 'dec', 'diffMatchPatch'] as const
const operations = [...objectOperations, 'unset', 'insert'] as const
const locations = ['before', 'after', 'replace'] as const

/**
 * Checks the shape of `mutations` as a client sent them. The content is not interpreted.
 *
 * @throws BadRequestError naming the mutation by its index; MutationError for content that no document can hold
 */
export function decodeMutations(value: JsonValue | undefined): Mutation[] {
  if (!Array.isArray(value)) throw new BadRequestError('The body must have an array "mutations"')
  return value.map((item, index) => {
    try {
      return decodeMutation(item, `Mutation ${index}`)
    } catch (error) {
      throw error instanceof MutationFailure ? new MutationError([{index, error: error.item}]) : error
    }
  })
}

function decodeMutation(item: JsonValue, where: string): Mutation {
  const verb = isObject(item) ? verbs.find((name) => name in item) : undefined
  if (!isObject(item) || verb === undefined || Object.keys(item).length !== 1) {
    throw new BadRequestError(`${where} must be an object with exactly one of ${verbs.join(', ')}`)
  }
  const body = item[verb]
  if (!isObject(body)) throw new BadRequestError(`${where}: "${verb}" must be an object`)
  checkContent(body)
  if (verb === 'delete' || verb === 'patch') checkSelection(body, `${where}: "${verb}"`)
  else checkOptionalString(body, '_id', where)
  if (verb === 'patch') checkOperations(body, where)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every member was checked above
  return item as unknown as Mutation
}

function checkSelection(body: JsonObject, where: string): void {
  const byId = typeof body['id'] === 'string'
  const byQuery = typeof body['query'] === 'string'
  if (byId === byQuery) throw new BadRequestError(`${where} must have either a string "id" or a string "query"`)
  if (body['params'] !== undefined && !isObject(body['params'])) {
    throw new BadRequestError(`${where}: "params" must be an object`)
  }
}

/** What a patch holds beside its operations. */
const besidesOperations: ReadonlySet<string> = new Set(['id', 'query', 'params', 'ifRevisionID'])

/** Checks the operations of a patch: also those of `sanity.action.document.edit`. */
export function checkOperations(body: JsonObject, where: string): void {
  checkOptionalString(body, 'ifRevisionID', where)
  const unknown = Object.keys(body).find(
    (name) => !besidesOperations.has(name) && !operations.some((one) => one === name),
  )
  if (unknown !== undefined) {
    throw new BadRequestError(`${where}: "${unknown}" is no operation of a patch: ${operations.join(', ')}`)
  }
  for (const name of objectOperations) {
    const fields = body[name]
    if (fields === undefined) continue
    if (!isObject(fields)) throw new BadRequestError(`${where}: "${name}" must be an object of paths`)
    checkFields(name, fields, where)
  }
  const unset = body['unset']
  if (unset !== undefined && !(Array.isArray(unset) && unset.every((path) => typeof path === 'string'))) {
    throw new BadRequestError(`${where}: "unset" must be an array of paths`)
  }
  if (Array.isArray(unset)) for (const path of unset) checkPath(path, where)
  if (body['insert'] !== undefined) checkInsert(body['insert'], where)
}

function checkFields(name: (typeof objectOperations)[number], fields: JsonObject, where: string): void {
  const wanted = name === 'diffMatchPatch' ? 'string' : name === 'inc' || name === 'dec' ? 'number' : undefined
  for (const [path, value] of Object.entries(fields)) {
    checkPath(path, where)
    if (wanted !== undefined && typeof value !== wanted) {
      throw new BadRequestError(`${where}: "${name}" of "${path}" must be a ${wanted}`)
    }
  }
}

function checkInsert(insert: JsonValue, where: string): void {
  const paths = isObject(insert) ? locations.flatMap((name) => insert[name] ?? []) : []
  const [path] = paths
  if (!isObject(insert) || typeof path !== 'string' || paths.length > 1 || !Array.isArray(insert['items'])) {
    throw new BadRequestError(`${where}: "insert" must have "items" and a path in one of ${locations.join(', ')}`)
  }
  checkPath(path, where)
}

function checkOptionalString(body: JsonObject, name: string, where: string): void {
  if (body[name] !== undefined && typeof body[name] !== 'string') {
    throw new BadRequestError(`${where}: "${name}" must be a string`)
  }
}
