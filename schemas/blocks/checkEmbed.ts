import type {Text} from '../text/say.ts'

/** An embed as an editor fills it in. `syntax` is there when it came from a file, where another theme may read it otherwise. */
export interface EmbedFields {
  provider?: unknown
  id?: unknown
  url?: unknown
  syntax?: unknown
}

interface Problem {
  /** The field that has to change. */
  field: 'id' | 'url'
  text: Text
}

/** What the address of a service has to hold for the export to find in it what Hugo's shortcode takes. */
const ADDRESSES: Readonly<Record<string, RegExp>> = {
  youtube: /youtu\.be\/|youtube(-nocookie)?\.com\//,
  vimeo: /vimeo\.com\/(video\/)?\d/,
  bilibili: /bilibili\.com\/video\/BV/,
  instagram: /instagram\.com\/(p|reel)\//,
  x: /(twitter|x)\.com\/\w+\/status\/\d/,
  gist: /gist\.github\.com\/[\w-]+\/\w/,
}

/**
 * Why Hugo could not show what an editor embeds, undefined when it could. Its shortcodes stop the whole build of the
 * site over an address in place of an ID, and over a post of X whose author is not told.
 */
export function checkEmbed({provider, id, url, syntax}: EmbedFields): Problem | undefined {
  const address = ADDRESSES[String(provider)]
  if (syntax !== undefined || address === undefined) return undefined
  if (typeof id === 'string' && /:\/\/|\.\w+\//.test(id)) return {field: 'id', text: ADDRESS_AS_ID}
  if (typeof url === 'string' && !address.test(url)) return {field: 'url', text: FOREIGN_ADDRESS}
  return provider === 'x' && typeof id === 'string' && url === undefined ? {field: 'url', text: X_ADDRESS} : undefined
}

const ADDRESS_AS_ID: Text = {
  ko: '여기에는 번호만 넣습니다. 주소는 "주소" 칸에 넣어 주세요.',
  en: 'Only the ID belongs here. Put the address into “Address”.',
}
const FOREIGN_ADDRESS: Text = {
  ko: '고른 서비스의 주소가 아닙니다. 서비스나 주소를 바꿔 주세요.',
  en: 'This is not an address of the chosen service. Change the one or the other.',
}
const X_ADDRESS: Text = {
  ko: 'X의 글은 번호만으로 보일 수 없습니다. 번호를 지우고 글의 주소를 넣어 주세요. 예: https://x.com/이름/status/번호',
  en: 'A post of X cannot be shown by its ID alone. Clear the ID and enter its address, e.g. https://x.com/name/status/1.',
}
