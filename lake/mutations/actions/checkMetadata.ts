import type {JsonObject, JsonValue} from '../../document.ts'
import {isObject} from '../../isObject.ts'
import {invalid} from '../mutationFailures.ts'

/** https://www.sanity.io/docs/http-actions: what these fields of a release's metadata may be. */
const choices = {releaseType: ['asap', 'scheduled', 'undecided'], cardinality: ['many', 'one']} as const

/** Throws a MutationFailure (`validationError`) for metadata in which the Studio would not know the release's type or size. */
export function checkMetadata(metadata: JsonValue | undefined): asserts metadata is JsonObject {
  if (!isObject(metadata)) throw invalid('The metadata of a release must be an object')
  for (const [name, allowed] of Object.entries(choices)) {
    const value = metadata[name]
    if (value === undefined || allowed.some((one) => one === value)) continue
    throw invalid(`"metadata.${name}" of a release must be one of ${allowed.join(', ')}`)
  }
}
