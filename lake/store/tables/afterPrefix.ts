/** Where the texts that begin with a prefix end: they are those from `prefix` up to and without this. One that goes on with U+10FFFF is left out. */
export function afterPrefix(prefix: string): string {
  return `${prefix}\u{10FFFF}`
}
