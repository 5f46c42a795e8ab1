import {queryPath} from '../clients/queryPath.ts'
import {NOW, talkFacts} from '../data/benchData.ts'
import type {BenchCase, Job} from '../harness/benchCase.ts'
import {preparedPath} from '../prepare/preparedPath.ts'
import {loadServer} from './loadServer.ts'

const listQuery = `*[_type == "talk" && start >= $from] | order(start asc) [0...20] {
  _id, title, "slug": slug.current, start, end, location, "event": event.name, "authors": authors[]->name
}`

/** Different starts of the list that are asked for in turn. */
const LISTS = 200

const starts = ({talks}: Job): string[] =>
  Array.from({length: LISTS}, (_, index) => {
    const {start} = talkFacts(index, talks)
    return start < NOW ? start : NOW
  })

/** Ever another list: a cache of answers is of no use. */
const everNewPaths = ({talks}: Job): string[] =>
  Array.from({length: 10_000}, (_, index) => {
    const {start} = talkFacts(index % LISTS, talks)
    const seconds = `${String(Math.floor(index / LISTS)).padStart(2, '0')}Z`
    return queryPath(listQuery, {from: (start < NOW ? start : NOW).replace(/00Z$/, seconds)})
  })

const queryPaths = (job: Job): string[] => starts(job).map((from) => queryPath(listQuery, {from}))

const payloadPaths = (job: Job): string[] =>
  starts(job).map((from) => {
    const fields = ['title', 'slug', 'start', 'end', 'location', 'event', 'authors'].map(
      (name) => `select[${name}]=true`,
    )
    return `/api/talks?where[start][greater_than_equal]=${from}&sort=start&limit=20&depth=1&${fields.join('&')}`
  })

/** The list page of a frontend. */
export const listCase: BenchCase = {
  about: 'list of 20 talks from a date on, with the names of their authors, 16 connections',
  sizes: ['1k', '10k', '100k'],
  contestants: {
    lake: {
      about: 'our lake, the whole HTTP API',
      needs: ['lake'],
      measure: (job) => loadServer('lake', {path: preparedPath('lake', job)}, queryPaths(job)),
    },
    lakeEverNew: {
      about: 'our lake, every request with another parameter',
      needs: ['lake'],
      measure: (job) => loadServer('lake', {path: preparedPath('lake', job)}, everNewPaths(job)),
    },
    handWritten: {
      about: 'one closure over a sorted index, on the same HTTP layer',
      measure: (job) => loadServer('handWritten', {talks: job.talks}, queryPaths(job)),
    },
    groqJs: {
      about: 'plain groq-js over everything in memory',
      sizes: ['1k', '10k'],
      measure: (job) => loadServer('groqJs', {talks: job.talks}, queryPaths(job), {seconds: 10}),
    },
    floor: {
      about: 'node:http and node:sqlite with an index, rows parsed per request',
      needs: ['floor'],
      measure: (job) =>
        loadServer(
          'floor',
          {path: preparedPath('floor', job)},
          starts(job).map((from) => `/list/${from}`),
        ),
    },
    payload: {
      about: 'Payload with its SQLite adapter, without Next.js',
      sizes: ['1k', '10k'],
      needs: ['payload'],
      measure: (job) => loadServer('payload', {path: preparedPath('payload', job)}, payloadPaths(job)),
    },
  },
  targets: [
    {
      figure: 'requests/s',
      against: {contestant: 'groqJs'},
      atLeast: 120,
      sizes: ['10k'],
      goal: 'list of 20 with authors: plain groq-js over everything',
    },
    {
      figure: 'requests/s',
      against: {contestant: 'handWritten'},
      atLeast: 0.5,
      goal: 'list of 20 with authors: a hand-written index in the same server',
    },
    {
      figure: 'requests/s',
      against: {contestant: 'payload'},
      atLeast: 10,
      sizes: ['1k', '10k'],
      goal: 'list of 20 with authors: Payload',
    },
    {figure: 'requests/s', against: {contestant: 'floor'}},
    {
      of: 'lakeEverNew',
      figure: 'requests/s',
      against: {contestant: 'groqJs'},
      atLeast: 120,
      sizes: ['10k'],
      goal: 'list of 20 with authors, no answer kept: plain groq-js over everything',
    },
    {of: 'lakeEverNew', figure: 'requests/s', against: {contestant: 'handWritten'}},
    {
      of: 'lakeEverNew',
      figure: 'requests/s',
      against: {size: '10k'},
      atLeast: 1 / 1.3,
      sizes: ['100k'],
      goal: 'list of 20 with authors, no answer kept: ten times as many talks',
    },
    {figure: 'requests/s', against: {size: '10k'}, atLeast: 1 / 1.3, sizes: ['100k']},
    {figure: 'p99 ms', atMost: 15},
  ],
}
