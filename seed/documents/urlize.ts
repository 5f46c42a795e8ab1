/**
 * A name as Hugo makes it part of a URL: lower case, spaces to hyphens, and only letters, digits, marks and
 * `. _ - / # + ~ @` stay (Hugo: helpers/path.go UnicodeSanitize).
 * @param removeAccents The site's `removePathAccents`: `é` to `e`; Hangul and `ß` stay.
 */
export function urlize(name: string, removeAccents = false): string {
  const text = removeAccents ? stripAccents(name) : name.normalize('NFC')
  return text
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{N}\p{M}._\-/#+~@]/gu, '')
    .replace(/-{2,}/g, '-')
    .toLowerCase()
}

function stripAccents(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}
