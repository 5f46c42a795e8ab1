import type {ArgumentValue} from './readTag.ts'

/** Arguments without a field of their own as the JSON text of an `attributes` field; nothing when there are none. */
export function packAttributes(values: Readonly<Record<string, ArgumentValue | undefined>>): {attributes?: string} {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined)
  return kept.length === 0 ? {} : {attributes: JSON.stringify(Object.fromEntries(kept))}
}

/** The arguments in an `attributes` field. Throws when the field is not a JSON object of plain values. */
export function unpackAttributes(attributes: string | undefined): Record<string, ArgumentValue> {
  if (attributes === undefined || attributes.trim() === '') return {}
  const values: unknown = JSON.parse(attributes)
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new Error(`attributes must be a JSON object: ${attributes}`)
  }
  const result: Record<string, ArgumentValue> = {}
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw new Error(`attribute "${name}" must be text, a number or a boolean: ${attributes}`)
    }
    result[name] = value
  }
  return result
}

/** Takes the string-valued arguments that have a field; the others (unquoted numbers, unknown names) remain. */
export function splitArguments<Field extends string>(
  named: ReadonlyMap<string, ArgumentValue>,
  fields: Readonly<Record<string, Field>>,
): {known: Partial<Record<Field, string>>; others: Record<string, ArgumentValue>} {
  const known: Partial<Record<Field, string>> = {}
  const others: Record<string, ArgumentValue> = {}
  for (const [name, value] of named) {
    const field = fields[name]
    if (field !== undefined && typeof value === 'string') known[field] = value
    else others[name] = value
  }
  return {known, others}
}
