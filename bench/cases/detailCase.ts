import {load} from '../clients/load.ts'
import {queryPath} from '../clients/queryPath.ts'
import {talkFacts} from '../data/benchData.ts'
import type {BenchCase, Job} from '../harness/benchCase.ts'
import {preparedPath} from '../prepare/preparedPath.ts'
import {withServer} from './withServer.ts'

const detailQuery = '*[_type == "talk" && slug.current == $slug][0]{..., "authors": authors[]->{_id, name}}'
const wholeQuery = '*[_type == "talk" && slug.current == $slug][0]'

const CONNECTIONS = 16
const PAGES = 500

/** Talks all over the data set, in an order without a pattern. */
const pages = ({talks}: Job): number[] => Array.from({length: PAGES}, (_, index) => (index * 7919) % talks)

const pathsOf = (job: Job, path: (index: number, slug: string) => string): string[] =>
  pages(job).map((index) => encodeURI(path(index, talkFacts(index, job.talks).slug)))

const lakeCase = (about: string, path: (index: number, slug: string) => string): BenchCase['contestants'][string] => ({
  about,
  needs: ['lake'],
  measure: (job) =>
    withServer('lake', {path: preparedPath('lake', job)}, (server) =>
      load(server, {
        paths: pages(job).map((index) => path(index, talkFacts(index, job.talks).slug)),
        connections: CONNECTIONS,
      }),
    ),
})

const floorCase = (about: string, path: (index: number, slug: string) => string): BenchCase['contestants'][string] => ({
  about,
  needs: ['floor'],
  measure: (job) =>
    withServer('floor', {path: preparedPath('floor', job)}, (server) =>
      load(server, {paths: pathsOf(job, path), connections: CONNECTIONS}),
    ),
})

/** The page of one talk. */
export const detailCase: BenchCase = {
  about: 'one talk by its slug, 16 connections',
  sizes: ['1k', '10k', '100k'],
  contestants: {
    lake: lakeCase('our lake: the whole document', (_, slug) => queryPath(wholeQuery, {slug})),
    lakeAuthors: lakeCase('our lake: the document with its authors in place', (_, slug) =>
      queryPath(detailQuery, {slug}),
    ),
    lakeDoc: lakeCase('our lake: the doc endpoint, by id', (index) => `/v2025-02-19/data/doc/production/talk-${index}`),
    passThrough: floorCase('node:http and node:sqlite: the JSON text by id, untouched', (index) => `/id/talk-${index}`),
    floor: floorCase('the same by slug with authors, parsed', (_, slug) => `/slug/${slug}`),
    payload: {
      about: 'Payload, by slug with authors',
      sizes: ['1k', '10k'],
      needs: ['payload'],
      measure: (job) =>
        withServer('payload', {path: preparedPath('payload', job)}, (server) =>
          load(server, {
            paths: pathsOf(job, (_, slug) => `/api/talks?where[slug][equals]=${slug}&limit=1&depth=1`),
            connections: CONNECTIONS,
          }),
        ),
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
