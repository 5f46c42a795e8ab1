import type {ArgumentValue} from './readTag.ts'

/** An argument as Hugo reads it back to the same value; it stops at a line end between double quotes. */
export function printArgument(value: ArgumentValue): string {
  if (typeof value !== 'string') return String(value)
  if (/["\\\n]/.test(value) && !value.includes('`')) return `\`${value}\``
  return `"${value.replace(/\s*\n\s*/g, ' ').replace(/["\\]/g, '\\$&')}"`
}

/** The members that are defined, so that later ones of the same name do not take their place. */
export function defined(values: Readonly<Record<string, ArgumentValue | undefined>>): Record<string, ArgumentValue> {
  const kept: Record<string, ArgumentValue> = {}
  for (const [name, value] of Object.entries(values)) if (value !== undefined) kept[name] = value
  return kept
}

/** `{{< name key="value" >}}`; members that are undefined are left out. `{{< name />}}` closes itself. */
export function printTag(
  name: string,
  delimiter: '<' | '%',
  positional: readonly ArgumentValue[],
  named: Readonly<Record<string, ArgumentValue | undefined>> = {},
  selfClosing = false,
): string {
  const words = positional.map((value) =>
    typeof value === 'string' && /^[\w-]+$/.test(value) && !/^(true|false|-\d+)$/.test(value)
      ? value
      : printArgument(value),
  )
  for (const [key, value] of Object.entries(named)) {
    if (value !== undefined) words.push(`${key}=${printArgument(value)}`)
  }
  const end = `${selfClosing ? '/' : ''}${delimiter === '<' ? '>}}' : '%}}'}`
  return [`{{${delimiter} ${name}`, ...words, end].join(' ')
}
