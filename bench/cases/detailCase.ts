import {queryPath} from '../clients/queryPath.ts'
import {talkFacts} from '../data/benchData.ts'
import type {BenchCase, Contestant, Job} from '../harness/benchCase.ts'
import {preparedPath} from '../prepare/preparedPath.ts'
import {loadServer} from './loadServer.ts'

const detailQuery = '*[_type == "talk" && slug.current == $slug][0]{..., "authors": authors[]->{_id, name}}'
const wholeQuery = '*[_type == "talk" && slug.current == $slug][0]'

const PAGES = 500

type PathOf = (index: number, slug: string) => string

/** Addresses of talks all over the data set, in an order without a pattern. */
const pathsOf = ({talks}: Job, path: PathOf): string[] =>
  Array.from({length: PAGES}, (_, index) => {
    const talk = (index * 7919) % talks
    return path(talk, talkFacts(talk, talks).slug)
  })

const detail = (kind: 'lake' | 'floor' | 'payload', about: string, path: PathOf): Contestant => ({
  about,
  needs: [kind],
  measure: (job) => loadServer(kind, {path: preparedPath(kind, job)}, pathsOf(job, path)),
})

/** The page of one talk. */
export const detailCase: BenchCase = {
  about: 'one talk by its slug, 16 connections',
  sizes: ['1k', '10k', '100k'],
  contestants: {
    lake: detail('lake', 'our lake: the whole document', (_, slug) => queryPath(wholeQuery, {slug})),
    lakeAuthors: detail('lake', 'our lake: the document with its authors in place', (_, slug) =>
      queryPath(detailQuery, {slug}),
    ),
    lakeDoc: detail(
      'lake',
      'our lake: the doc endpoint, by id',
      (index) => `/v2025-02-19/data/doc/production/talk-${index}`,
    ),
    passThrough: detail(
      'floor',
      'node:http and node:sqlite: the JSON text by id, untouched',
      (index) => `/id/talk-${index}`,
    ),
    floor: detail('floor', 'the same by slug with authors, parsed', (_, slug) => encodeURI(`/slug/${slug}`)),
    payload: {
      ...detail('payload', 'Payload, by slug with authors', (_, slug) =>
        encodeURI(`/api/talks?where[slug][equals]=${slug}&limit=1&depth=1`),
      ),
      sizes: ['1k', '10k'],
    },
  },
  targets: [
    {
      figure: 'requests/s',
      against: {contestant: 'passThrough'},
      atLeast: 0.5,
      goal: 'detail by slug: stored text passed through by id',
    },
    {of: 'lakeAuthors', figure: 'requests/s', against: {contestant: 'passThrough'}},
    {of: 'lakeDoc', figure: 'requests/s', against: {contestant: 'passThrough'}},
    {
      of: 'lakeAuthors',
      figure: 'requests/s',
      against: {contestant: 'payload'},
      atLeast: 10,
      sizes: ['1k', '10k'],
      goal: 'detail by slug with authors: Payload',
    },
    {of: 'lakeAuthors', figure: 'requests/s', against: {contestant: 'floor'}},
  ],
}
