import {koreanTalk} from './koreanTalk.ts'
import {randomNumbers} from './randomNumbers.ts'

const ENGLISH =
  'backend design data model relation client request endpoint security traffic server scaling stable message error token cache index queue worker schema release deploy monitor latency'.split(
    ' ',
  )
const TAGS = [
  'backend',
  'database',
  'security',
  'scaling',
  'api',
  'devops',
  '개발',
  '보안',
  '서버',
  '설계',
  '운영',
  'testing',
]
const PLACES = ['Seoul', 'Busan', '대전', '판교', 'Tokyo', 'Berlin']
const FIRST_DAY = Date.UTC(2016, 0, 1)
/** Talks are spread over fifteen years, so that about a quarter of them is ahead. */
const DAYS = 15 * 365

/** Share of words that are two in one, as Korean makes them: they are rare enough to be worth searching for. */
const COMPOUNDS = 0.2

export const NOW = '2027-01-01T00:00:00Z'
export const PROJECTS = 37

/** Authors of a site with that many talks. */
export const authorsOf = (talks: number): number => Math.max(20, Math.floor(talks / 50))

/** What both forms of talk number `index` of `talks` have in common: a function of the two numbers alone. */
export interface TalkFacts {
  index: number
  slug: string
  title: string
  start: string
  end: string
  authors: number[]
  tags: string[]
  place: string
  project: number
  sentence: (words: number) => string
  random: () => number
}

const talk = koreanTalk()

/** Deterministic facts, half Korean half English, made from the words of the Korean talk. */
export function talkFacts(index: number, talks: number): TalkFacts {
  const random = randomNumbers(index * 7919 + 17)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new RangeError('Nothing to pick from.')
    return item
  }
  const word = (): string => (random() < 0.5 ? pick(talk.words) : pick(ENGLISH))
  const sentence = (words: number): string =>
    Array.from({length: words}, () => (random() < COMPOUNDS ? word() + word() : word())).join(' ')
  const start = FIRST_DAY + Math.floor(random() * DAYS) * 86_400_000 + (9 + Math.floor(random() * 10)) * 3_600_000
  const authors = Array.from({length: 1 + Math.floor(random() * 3)}, () => Math.floor(random() * authorsOf(talks)))
  return {
    index,
    slug: `백엔드-talk-${index}`,
    title: `${sentence(4)} ${index}`,
    start: instant(start),
    end: instant(start + 7_200_000),
    authors: [...new Set(authors)],
    tags: [...new Set([pick(TAGS), pick(TAGS)])],
    place: pick(PLACES),
    project: Math.floor(random() * PROJECTS),
    sentence,
    random,
  }
}

const instant = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z')
