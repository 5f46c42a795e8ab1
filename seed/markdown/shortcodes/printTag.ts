import type {ArgumentValue} from './readTag.ts'

/** An argument as Hugo reads it back to the same value. */
export function printArgument(value: ArgumentValue): string {
  if (typeof value !== 'string') return String(value)
  if (/["\\]/.test(value) && !value.includes('`')) return `\`${value}\``
  return `"${value.replace(/["\\]/g, '\\$&')}"`
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
    typeof value === 'string' && /^[\w-]+$/.test(value) && !/^(true|false|-?\d+)$/.test(value)
      ? value
      : printArgument(value),
  )
  for (const [key, value] of Object.entries(named)) {
    if (value !== undefined) words.push(`${key}=${printArgument(value)}`)
  }
  const end = `${selfClosing ? '/' : ''}${delimiter === '<' ? '>}}' : '%}}'}`
  return [`{{${delimiter} ${name}`, ...words, end].join(' ')
}
