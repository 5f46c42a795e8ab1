import {expect, test} from 'vitest'
import {parseTokens} from '../parseTokens.ts'
import {hasHugo, renderWithHugo} from '../testing/renderWithHugo.ts'

const addresses = ['b@e.org', 'www.e.org', 'https://e.org/a']
const begins = ['', 'x', 'x ', 'x\n', 'x (', 'x\\*', 'x&amp;']
const signs = '.!#$%&\'*+,/:;=?^_`|~-<>"'
  .split('')
  .flatMap((sign) => [1, 2, 3, 4, 5].map((count) => sign.repeat(count)))
const texts = begins.flatMap((begin) =>
  ['', ...signs].flatMap((sign) => addresses.map((address) => `${begin}${sign}${address} y`)),
)

const ends = '?!.,:;*_~\'")]}>`&#/-'.split('')
const tails = ['', ...ends, ...ends.flatMap((end) => ['.', '"', ')'].map((last) => end + last))]
const tailed = ['https://e.org/a', 'www.e.org', 'https://e.org/a(b'].flatMap((address) =>
  tails.flatMap((tail) => ['', ' y', '가'].map((rest) => address + tail + rest)),
)

const bracketed = addresses.flatMap((a) =>
  addresses.flatMap((b) => [
    `[x ${a}] ${b}`,
    `${a} [${b}`,
    `${a} ![${b}`,
    `[x] ${a} [ ${b} ] y`,
    `[ [ ${a} ] ${b} ] y`,
    `] ${a} [x ${b}`,
    `[x ${a}](u) ${b}`,
    `[*x* ${a}] ${b}`,
    `\\[ ${a} [ ${b}`,
    `![x ${a}] ${b}`,
  ]),
)

/** The texts of the links that Hugo makes. */
function linksIn(html: string): string[] {
  return [...html.matchAll(/<a href="[^"]*">(.*?)<\/a>/g)].map(([, text = '']) => plain(text))
}

function plain(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** The texts of the links that Lectern makes. */
function linksOf(markdown: string): string[] {
  const environment = {references: {}, footnotes: new Set<string>()}
  const tokens = parseTokens(markdown, 'wowchemy', environment).flatMap(({children}) => children ?? [])
  return tokens.flatMap(({type}, index) => (type === 'link_open' ? [tokens[index + 1]?.content ?? ''] : []))
}

test.for<[where: string, texts: readonly string[]]>([
  ['begins behind the same signs', texts],
  ['ends before the same signs', tailed],
  ['is one beside and between the same brackets', bracketed],
])('a link of a bare address %s as in Hugo', {timeout: 120_000}, ([, some], {skip}) => {
  if (!hasHugo()) skip('hugo is not installed (Debian: apt install hugo)')
  const html = renderWithHugo(some)
  const inHugo = some.map((text, index) => ({text, links: linksIn(html[index] ?? '')}))
  expect(some.map((text) => ({text, links: linksOf(text)}))).toEqual(inHugo)
})
