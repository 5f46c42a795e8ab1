import type {PageFile} from '../bundle/findPages.ts'
import {findSites} from '../bundle/findSites.ts'
import {readText} from '../bundle/readText.ts'
import {type Refusal, formatRefusal} from '../bundle/refusal.ts'
import {placeAssets} from '../documents/assets.ts'
import {fieldOf, seal} from '../documents/fingerprint.ts'
import {fromDocument} from '../documents/fromDocument.ts'
import {type Page, readPage} from '../documents/page.ts'
import {type SiteView, createSiteView} from '../documents/site.ts'
import {toDocument} from '../documents/toDocument.ts'
import type {AnyDocument} from '../documents/types.ts'
import {FrontMatterError} from '../frontMatter/frontMatterError.ts'
import {serializeBlocks} from '../markdown/serializeBlocks.ts'
import {type Notice, countNotices} from '../notices.ts'
import {countOf} from '../report/countOf.ts'
import {RAW_BLOCKS} from '../report/tally.ts'
import {describeEnd} from './describeEnd.ts'
import {tryReadSite} from './tryReadSite.ts'

/** What became of every page of every site below a folder. */
export interface CorpusReport {
  sites: number
  pages: number
  refused: Refusal[]
  identical: number
  /** Pages that do not come back as they were, which is silent loss, and sites that ended with an error. */
  lost: Array<{path: string; reason: string}>
  /** Body blocks by type. */
  blocks: Record<string, number>
  notices: Notice[]
  lines: string[]
}

/**
 * Reads each page of each site below a folder into a document, as JSON and back, and writes it again: nobody edited
 * it, so its bytes must be the same. Needs no lake: conversion and comparison are pure.
 */
export function checkCorpus(folder: string): CorpusReport {
  const report: CorpusReport = {
    sites: 0,
    pages: 0,
    refused: [],
    identical: 0,
    lost: [],
    blocks: {},
    notices: [],
    lines: [],
  }
  for (const path of findSites(folder)) {
    try {
      checkSite(path, report)
    } catch (error) {
      report.lost.push({path, reason: describeEnd(error)})
    }
  }
  report.lines = describe(report)
  return report
}

function checkSite(folder: string, report: CorpusReport): void {
  const site = tryReadSite(folder)
  if (!site) return
  report.sites++
  const view = createSiteView(site.pages, site.config, {files: site.files, templateNames: site.templateNames})
  report.notices.push(...site.notices)
  for (const file of site.pages) {
    report.pages++
    try {
      checkPage(readPage(file, readText(folder, file.path)), view, report)
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error
      report.refused.push({path: `${folder}/${file.path}`, line: error.line, message: error.message})
    }
  }
}

function checkPage(page: Page, view: SiteView, report: CorpusReport): void {
  const {document, draft, assets, notices} = toDocument(page, view)
  const ids = new Map(assets.map(({_ref}) => [_ref, _ref]))
  const sealed = seal(placeAssets(document, ids), {converter: '', source: '', files: '', draft, assets: {}})
  const stored: AnyDocument = JSON.parse(JSON.stringify(sealed))
  const sources = {
    nameOf: () => undefined,
    fileName: () => undefined,
    assetId: (path: string) => `lectern-file:${path}`,
  }
  const {text} = fromDocument({document: stored, draft, page, site: view, sources, assets: ids})
  if (text === page.text) report.identical++
  else report.lost.push({path: page.file.path, reason: 'does not come back byte for byte'})
  report.notices.push(...notices)
  countBlocks(document, page.file, report)
}

function countBlocks(document: AnyDocument, file: PageFile, report: CorpusReport): void {
  const body = fieldOf(document, 'body')
  for (const block of Array.isArray(body) ? body : []) {
    const type = String(fieldOf(block, '_type'))
    const kind = type === 'block' ? blockKind(block) : type
    report.blocks[kind] = (report.blocks[kind] ?? 0) + 1
  }
  if (!('body' in document) || document.body === undefined) return
  const printed = serializeBlocks(document.body, {
    path: file.path,
    line: 1,
    dialect: document.hugo?.dialect ?? 'wowchemy',
  })
  const empty = printed.findIndex((text) => text.trim() === '')
  if (empty >= 0) report.lost.push({path: file.path, reason: `block ${empty + 1} prints as nothing`})
}

function blockKind(block: object): string {
  const item = fieldOf(block, 'listItem')
  return typeof item === 'string' ? `block ${item} list` : `block ${String(fieldOf(block, 'style'))}`
}

function describe(report: CorpusReport): string[] {
  const {sites, pages, refused, identical, lost, blocks, notices} = report
  const all = Object.values(blocks).reduce((sum, count) => sum + count, 0)
  const raw = Object.entries(blocks).reduce((sum, [type, count]) => sum + (RAW_BLOCKS.has(type) ? count : 0), 0)
  return [
    ...refused.map(formatRefusal),
    ...lost.map(({path, reason}) => `LOST: ${path}: ${reason}`),
    `${countOf(sites, 'site')}, ${countOf(pages, 'page')}: ${identical} byte-identical, ${refused.length} refused, ${lost.length} lost.`,
    `${countOf(all, 'block')}: ${all - raw} structured, ${raw} kept as written.`,
    ...Object.entries(blocks)
      .sort(([, a], [, b]) => b - a)
      .map(([type, count]) => `  ${String(count).padStart(6)}  ${type}`),
    `${countOf(notices.length, 'notice')}:`,
    ...countNotices(notices).map(([kind, count]) => `  ${String(count).padStart(6)}  ${kind}`),
  ]
}
