import type {Text} from './say.ts'

/** What is wrong with a link's address, and how wrong. */
export interface UrlProblem {
  level: 'error' | 'warning'
  text: Text
}

const UNSAFE = /^(javascript|vbscript|data):/i
const MISSING_SCHEME = /^(www\.|[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|org|net|io|dev|kr|edu|gov|me|ai|app|co)(\/|$))/i

/**
 * Checks an address as Hugo Blox accepts it: absolute (`https:`, `mailto:` …), from the site's root (`/uploads/a.pdf`),
 * the name of a file beside the page (`slides.pdf`), or `#section`. Undefined when it is fine.
 */
export function checkLinkUrl(url: string): UrlProblem | undefined {
  if (UNSAFE.test(url.trim())) return problem('error', UNSAFE_TEXT)
  if (url !== url.trim()) return problem('error', SPACE_TEXT)
  if (/^https?:/i.test(url)) return /\s/.test(url) || !canParse(url) ? problem('error', BROKEN_TEXT) : undefined
  return MISSING_SCHEME.test(url) ? problem('warning', SCHEME_TEXT) : undefined
}

function canParse(url: string): boolean {
  return URL.canParse(url) && /^https?:\/\/[^/]/i.test(url)
}

function problem(level: UrlProblem['level'], text: Text): UrlProblem {
  return {level, text}
}

const UNSAFE_TEXT: Text = {
  ko: '이 주소는 방문자의 브라우저에서 코드를 실행할 수 있어 사이트에 표시되지 않습니다. https:// 주소를 넣어 주세요.',
  en: 'This address could run code in a visitor’s browser, so the site does not show it. Use an https:// address.',
}
const SPACE_TEXT: Text = {
  ko: '주소 앞뒤의 빈칸을 지워 주세요.',
  en: 'Remove the spaces before or after the address.',
}
const BROKEN_TEXT: Text = {
  ko: '주소를 다시 확인해 주세요. 예: https://example.org/발표',
  en: 'Check the address; it should look like https://example.org/talk',
}
const SCHEME_TEXT: Text = {
  ko: '다른 사이트의 주소라면 앞에 https:// 를 붙여 주세요. 없으면 이 사이트 안의 파일로 여깁니다.',
  en: 'If this is another site, start it with https://. Without it, the site looks for a file of its own.',
}
