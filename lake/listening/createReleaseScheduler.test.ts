import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import type {CommitOptions} from '../dataset.ts'
import {StorageError} from '../errors.ts'
import {createStore, type Store} from '../store/createStore.ts'
import {createReleaseScheduler, type ReleaseScheduler} from './createReleaseScheduler.ts'

const editor: CommitOptions = {identity: {id: 'pEditor', role: 'editor'}}
const version = {_id: 'versions.r1.talk-1', _type: 'talk', title: 'x'}
let dataDir: string
let now: number
let timers: {at: number; callback: () => void}[]
let store: Store
let scheduler: ReleaseScheduler

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lake-releases-'))
  now = Date.UTC(2026, 10, 22, 9)
  timers = []
  store = open()
  store.datasets.create('production', {aclMode: 'public'})
  scheduler = schedule()
  const dataset = store.dataset('production')
  dataset.commitActions(
    [
      {actionType: 'sanity.action.release.create', releaseId: 'r1', metadata: {releaseType: 'scheduled'}},
      {actionType: 'sanity.action.document.version.create', publishedId: 'talk-1', document: version},
      {actionType: 'sanity.action.release.schedule', releaseId: 'r1', publishAt: '2026-11-22T10:00:00.000Z'},
    ],
    editor,
  )
})
afterEach(() => {
  scheduler.stop()
  store.close()
  rmSync(dataDir, {recursive: true})
})

const clock = () => new Date(now)
const after = (milliseconds: number, callback: () => void) => {
  const timer = {at: now + milliseconds, callback}
  timers.push(timer)
  return () => void (timers = timers.filter((other) => other !== timer))
}

const open = (): Store => createStore({dataDir, clock, after})

function schedule(
  dataset = store.dataset('production'),
  onError = (error: unknown): void => {
    throw error
  },
): ReleaseScheduler {
  return createReleaseScheduler({dataset, clock, after, onError})
}

/** Lets time pass, timer by timer. */
function pass(milliseconds: number): void {
  const end = now + milliseconds
  for (;;) {
    const next = timers.toSorted((a, b) => a.at - b.at).find(({at}) => at <= end)
    if (next === undefined) break
    timers = timers.filter((timer) => timer !== next)
    now = Math.max(now, next.at)
    next.callback()
  }
  now = end
}

test('a scheduled release is published at its time, not before', () => {
  pass(59 * 60 * 1000)
  expect(store.dataset('production').get('talk-1')).toBe(undefined)
  pass(60 * 1000)
  expect(store.dataset('production').get('talk-1')?.['title']).toBe('x')
  expect(store.dataset('production').get('_.releases.r1')?.['state']).toBe('published')
})

/** While a computer sleeps, its clock goes on and its timers stand still. */
function sleep(milliseconds: number): void {
  now += milliseconds
  for (const timer of timers) timer.at += milliseconds
}

test('a release whose time came while the computer slept is published within a minute of its waking', () => {
  pass(60 * 1000)
  sleep(3 * 60 * 60 * 1000)
  pass(60 * 1000)
  expect(store.dataset('production').get('_.releases.r1')?.['state']).toBe('published')
})

test('a release that the storage could not take is published when it can', () => {
  scheduler.stop()
  const dataset = store.dataset('production')
  const told: unknown[] = []
  const full = new StorageError('storage_full', 'The disk is full')
  let isFull = true
  const commitActions: typeof dataset.commitActions = (...commit) => {
    if (isFull) throw full
    return dataset.commitActions(...commit)
  }
  scheduler = schedule({...dataset, commitActions}, (error) => told.push(error))
  pass(61 * 60 * 1000)
  expect([told[0], dataset.get('_.releases.r1')?.['state']]).toEqual([full, 'scheduled'])
  isFull = false
  pass(60 * 1000)
  expect(dataset.get('_.releases.r1')?.['state']).toBe('published')
})

test('a release that cannot be stored keeps no other from its time', () => {
  scheduler.stop()
  const dataset = store.dataset('production')
  dataset.commitActions(
    [
      {actionType: 'sanity.action.release.create', releaseId: 'r0', metadata: {releaseType: 'scheduled'}},
      {actionType: 'sanity.action.release.schedule', releaseId: 'r0', publishAt: '2026-11-22T09:30:00.000Z'},
    ],
    editor,
  )
  const commitActions: typeof dataset.commitActions = (actions, options) => {
    if (actions.some(({releaseId}) => releaseId === 'r0')) throw new StorageError('storage_error', 'It fails')
    return dataset.commitActions(actions, options)
  }
  scheduler = schedule({...dataset, commitActions}, () => undefined)
  pass(60 * 60 * 1000)
  expect(['_.releases.r0', '_.releases.r1'].map((id) => dataset.get(id)?.['state'])).toEqual(['scheduled', 'published'])
})

test('a scheduled release is published in the name of whoever set its time', () => {
  const dataset = store.dataset('production')
  const publishAt = '2026-11-22T09:30:00.000Z'
  const reschedule = {actionType: 'sanity.action.release.schedule', releaseId: 'r1', publishAt}
  const edit = {actionType: 'sanity.action.release.edit', releaseId: 'r1', patch: {set: {'metadata.title': 'Summer'}}}
  dataset.commitActions([reschedule], {identity: {id: 'pOther', role: 'editor'}})
  dataset.commitActions([edit], editor)
  pass(30 * 60 * 1000)
  expect(dataset.history.transactionById(dataset.get('talk-1')?._rev ?? '')?.author).toBe('pOther')
})

test('a release whose time came while the lake was down is published at the next start', () => {
  scheduler.stop()
  store.close()
  timers = []
  now += 3 * 60 * 60 * 1000
  store = open()
  scheduler = schedule()
  expect(store.dataset('production').get('_.releases.r1')?.['state']).toBe('published')
  expect(store.dataset('production').get('versions.r1.talk-1')).toBe(undefined)
})

test('a release that cannot be published is open again and says why', () => {
  const dataset = store.dataset('production')
  dataset.commit([{create: {_id: 'talk-2', _type: 'talk'}}], editor)
  dataset.commit([{create: {_id: 'talk-3', _type: 'talk', other: {_ref: 'talk-2'}}}], editor)
  const unpublish = {versionId: 'versions.r1.talk-2', publishedId: 'talk-2'}
  for (const action of [
    {actionType: 'sanity.action.release.unschedule', releaseId: 'r1'},
    {actionType: 'sanity.action.document.version.unpublish', ...unpublish},
    {actionType: 'sanity.action.release.schedule', releaseId: 'r1', publishAt: '2026-11-22T10:00:00.000Z'},
  ])
    dataset.commitActions([action], editor)
  pass(2 * 60 * 60 * 1000)
  const release = dataset.get('_.releases.r1')
  expect(release?.['state']).toBe('active')
  expect(release?.['error']).toEqual({
    message: 'The action(s) failed: Document "talk-2" cannot be deleted as there are references to it from "talk-3"',
  })
  expect(dataset.get('talk-1')).toBe(undefined)
})
