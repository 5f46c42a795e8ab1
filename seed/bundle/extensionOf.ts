/** What a file's name ends with, without the dot, in small letters; all of the name when it has no dot. */
export function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase()
}
