const SPACE = /\s/
/** `%41` stays as it is, and so does everything below. */
const KEPT = /[\p{L}\p{Nd}\p{M}._\-/\\#+~@]/u
/** Most names stay as they are; syllables of Hangul that are written as one letter are in NFC. */
const PLAIN = /^[a-z0-9._/가-힣-]*$/
const ESCAPE = /^%[0-9a-f]{2}/i

/**
 * A name as Hugo makes it part of a URL: lower case, and only letters, digits, marks and `. _ - / # + ~ @` stay.
 * Spaces between two of them become one hyphen unless the first is one (Hugo: helpers/path.go UnicodeSanitize).
 * @param removeAccents The site's `removePathAccents`: `é` to `e`, `ポ` to `ホ`; Hangul and `ß` stay.
 * @param keepsCase The site's `disablePathToLower`, which is about addresses: pages find each other in lower case all the same.
 */
export function urlize(name: string, removeAccents: boolean, keepsCase = false): string {
  if (PLAIN.test(name)) return name
  const text = removeAccents ? stripAccents(name) : name.normalize('NFC')
  let result = ''
  let spaces = false
  let at = 0
  for (const char of text) {
    if (KEPT.test(char) || (char === '%' && ESCAPE.test(text.slice(at, at + 3)))) {
      result += spaces && char !== '-' ? `-${char}` : char
      spaces = false
    } else if (result !== '' && !result.endsWith('-') && SPACE.test(char)) spaces = true
    at += char.length
  }
  return keepsCase ? result : result.toLowerCase()
}

function stripAccents(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
}
