import {oneByOne} from '../clients/oneByOne.ts'
import {queryPath} from '../clients/queryPath.ts'
import type {BenchCase, Contestant} from '../harness/benchCase.ts'
import {preparedPath} from '../prepare/preparedPath.ts'
import {withServer} from './withServer.ts'

const REQUESTS = 25

/** The same question with ever another number in it, so that no answer can come from a cache. */
const pathsOf = (query: (index: number) => string, requests: number): {path: string}[] =>
  Array.from({length: requests}, (_, index) => ({path: queryPath(query(index))}))

const lake = (query: (index: number) => string): Contestant => ({
  about: 'our lake',
  needs: ['lake'],
  measure: (job) =>
    withServer('lake', {path: preparedPath('lake', job)}, ({url}) => oneByOne(url, pathsOf(query, REQUESTS))),
})

const groqJs = (query: (index: number) => string): Contestant => ({
  about: 'plain groq-js over everything in memory',
  measure: (job) => withServer('groqJs', {talks: job.talks}, ({url}) => oneByOne(url, pathsOf(query, REQUESTS))),
})

const unindexed = (index: number): string => `count(*[length(title) % ${index + 3} == 1 && count(tags) == 2])`
/** Two words in one, which few titles and bodies hold: what somebody searches for. Ever other ones, as nobody asks for one thing all the time. */
const FIRST = ['취약점', '스케일링', '데이터베이스', '엔드포인트', '트래픽']
const SECOND = ['token', 'cache', 'queue', 'index', 'worker']
const word = (index: number): string => `${FIRST[index % 5] ?? ''}${SECOND[Math.floor(index / 5) % 5] ?? ''}`
const titleMatch = (index: number): string =>
  `*[_type == "talk" && title match "${word(index)}*"]{_id, title, "asked": ${index}}`
const bodyText = (index: number): string =>
  `*[_type == "talk" && pt::text(body) match "${word(index)}*"]{_id, "asked": ${index}}`
const fullText = (index: number): string =>
  `*[_type == "talk" && title match text::query("${word(index)}")]{_id, title, "asked": ${index}}`

/** Words that many titles and nearly all bodies hold. */
const COMMON =
  '서버 데이터 server 보안 backend 백엔드 design 사용자 model 트래픽 client 안정적인 request 스케일링 security 구조 traffic 모델 stable 메시지 token 설계 cache 개발 queue'.split(
    ' ',
  )
const common = (index: number): string => COMMON[index % COMMON.length] ?? ''
const commonMatch = (index: number): string =>
  `*[_type == "talk" && title match "${common(index)}*"] | order(start desc)[0...20]{_id, title, "asked": ${index}}`
const commonText = (index: number): string =>
  `*[_type == "talk" && title match text::query("${common(index)}")] | order(start desc)[0...20]{_id, title, "asked": ${index}}`
const commonCount = (index: number): string =>
  `count(*[_type == "talk" && title match "${common(index)}*" && ${index} >= 0])`

/** Questions that no index of attributes answers. */
export const scanCases = {
  unindexed: {
    about: 'a filter that no index helps, one connection',
    sizes: ['1k', '10k', '100k'],
    contestants: {lake: lake(unindexed), groqJs: groqJs(unindexed)},
    targets: [
      {
        figure: 'p50 ms',
        against: {contestant: 'groqJs'},
        atMost: 1 / 3,
        goal: 'a filter that no index helps: plain groq-js',
      },
    ],
  },
  match: {
    about: 'title match with the beginning of a rare word, one connection',
    sizes: ['1k', '10k', '100k'],
    contestants: {lake: lake(titleMatch), groqJs: groqJs(titleMatch)},
    targets: [
      {
        figure: 'p50 ms',
        against: {contestant: 'groqJs'},
        atMost: 1 / 20,
        sizes: ['10k', '100k'],
        goal: 'title match: plain groq-js',
      },
    ],
  },
  matchBody: {
    about: 'pt::text(body) match, one connection',
    sizes: ['1k', '10k'],
    contestants: {lake: lake(bodyText), groqJs: groqJs(bodyText)},
    targets: [
      {
        figure: 'p50 ms',
        against: {contestant: 'groqJs'},
        atMost: 1 / 20,
        sizes: ['10k'],
        goal: 'match in the body: plain groq-js',
      },
    ],
  },
  commonMatch: {
    about: 'the newest 20 of the talks with a common word in the title, one connection',
    sizes: ['1k', '10k', '100k'],
    contestants: {
      lake: lake(commonMatch),
      lakeCount: lake(commonCount),
      lakeText: lake(commonText),
      groqJs: groqJs(commonMatch),
    },
    targets: [
      {
        figure: 'p50 ms',
        against: {contestant: 'groqJs'},
        atMost: 1 / 20,
        sizes: ['10k', '100k'],
        goal: 'title match, a common word, the newest 20: plain groq-js',
      },
      {
        of: 'lakeText',
        figure: 'p50 ms',
        against: {contestant: 'groqJs'},
        atMost: 1 / 20,
        sizes: ['10k', '100k'],
        goal: 'text::query, a common word, the newest 20: plain groq-js, nearest match',
      },
      {of: 'lakeCount', figure: 'p50 ms', against: {contestant: 'groqJs'}},
    ],
  },
  textQuery: {
    about: 'text::query; groq-js, which lacks it, answers the nearest match, one connection',
    sizes: ['1k', '10k', '100k'],
    contestants: {lake: lake(fullText), groqJs: groqJs(titleMatch)},
    targets: [
      {
        figure: 'p50 ms',
        against: {contestant: 'groqJs'},
        atMost: 1 / 20,
        sizes: ['10k', '100k'],
        goal: 'text::query: plain groq-js, nearest match',
      },
    ],
  },
} satisfies Record<string, BenchCase>
