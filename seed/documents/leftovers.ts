import type {Reader} from './reader.ts'

/** Values that the theme's templates come with and that owners forget to change, by key. */
const LEFTOVERS: Record<string, readonly RegExp[]> = {
  event: [/^(Hugo Blox Builder|Hugo Academic Theme|Wowchemy|Academic Theme) Conference$/i],
  event_name: [/^(Hugo Blox Builder|HugoBlox|Wowchemy) Conference$/i],
  event_url: [/^https?:\/\/(www\.)?example\.(org|com)\/?$/i],
  location: [/^(Hugo Blox Builder|Wowchemy|Hugo Academic Theme|Source Themes) HQ$/i],
  title: [/^Example (Talk|Event)$/i],
  address: [/^450 Serra Mall$/i],
  slides: [/^example(-slides)?$/i],
  projects: [/^(example|internal-project|external-project)$/i],
  image: [/\[\*\*(Unsplash|Pexels)\*\*\]/i],
  url_code: [/^https:\/\/github\.com\/?$/i, /^#$/],
  url_slides: [/^https:\/\/(www\.)?slideshare\.net\/?$/i, /^#$/],
  url_video: [/^https:\/\/(www\.)?youtube\.com\/?$/i, /^#$/],
  url_pdf: [/^#$/],
  links: [/^https:\/\/twitter\.com\/georgecushen\/?$/i, /^https?:\/\/example\.(org|com)\/?$/i],
  date: [/^2030-06-01T13:00:00(\.000)?Z?$/],
}

/** Notices a value that is probably the template's own, and tells whether it is. It is kept as any other. */
export function noticeLeftover(reader: Reader, key: string, value: string): boolean {
  const isLeftover = LEFTOVERS[key]?.some((pattern) => pattern.test(value)) === true
  if (isLeftover)
    reader.notice('templateLeftover', key, `"${key}" is probably the template's own value; it was kept.`, value)
  return isLeftover
}
