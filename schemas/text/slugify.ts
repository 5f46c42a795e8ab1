/** Longest slug that is generated; Korean syllables take three bytes each and file systems allow 255 bytes. */
const MAX_LENGTH = 80

/**
 * A title as the last part of a page's address, as Hugo's `urlize` would: lower case, NFC, letters of every script kept
 * (so Hangul stays Hangul), everything else becomes one hyphen. `백엔드 개발, 짧은 견해!` gives `백엔드-개발-짧은-견해`.
 */
export function slugify(title: string): string {
  const whole = title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-')
    .replace(/^-/, '')
  return Array.from(whole).slice(0, MAX_LENGTH).join('').replace(/-$/, '')
}
