import type {SanityClient} from '@sanity/client'
import type {Browser} from 'playwright-core'
import {afterAll, beforeEach} from 'vitest'
import {launchChromium} from './chromium.ts'
import {createDataDir, type RunningLectern, startLectern} from './startLectern.ts'

/** The Lectern and the browser of the tests of one file. */
export interface LecternUnderTest {
  lectern: () => RunningLectern
  browser: () => Browser
  dataDir: () => string
  /** The administrator's client, which sees drafts and versions as documents of their own. */
  raw: () => SanityClient
  /** Makes a talk that can be published; its slug is its id. */
  createTalk: (id: string, fields?: Record<string, unknown>) => Promise<void>
  /** Kills the server and starts it again, on the same port and data. */
  restart: () => Promise<void>
}

export interface UseLecternOptions {
  env?: Record<string, string>
  /** What the tests of the file need besides, e.g. documents, accounts and an open page. */
  arrange?: (on: LecternUnderTest) => Promise<void>
}

interface Running {
  lectern: RunningLectern
  browser: Browser
  dataDir: string
  remove: () => void
}

/**
 * Gives the tests of a file one running Lectern and one browser. For one more try of a test that failed, all of it is
 * made anew: no document, dialog or session that the first try left behind is in its way.
 */
export function useLectern({env = {}, arrange}: UseLecternOptions = {}): LecternUnderTest {
  let running: Running | undefined

  const current = (): Running => {
    if (running === undefined) throw new Error('Lectern runs only within tests and hooks.')
    return running
  }
  const open = async (): Promise<void> => {
    const {dataDir, remove} = createDataDir()
    const [lectern, browser] = await Promise.all([startLectern({dataDir, env}), launchChromium()])
    running = {lectern, browser, dataDir, remove}
    await arrange?.(on)
  }
  const close = async (): Promise<void> => {
    const closing = running
    running = undefined
    await closing?.browser.close()
    await closing?.lectern.kill()
    closing?.remove()
  }
  const on: LecternUnderTest = {
    lectern: () => current().lectern,
    browser: () => current().browser,
    dataDir: () => current().dataDir,
    raw: () => on.lectern().client().withConfig({perspective: 'raw'}),
    createTalk: async (id, fields = {}) => {
      const slug = {_type: 'slug', current: id.split('.').at(-1)}
      const start = '2024-05-01T10:00:00Z'
      await on
        .raw()
        .createOrReplace({_id: id, _type: 'talk', title: `제목 ${id}`, slug, start, timeZone: 'UTC', ...fields})
    },
    restart: async () => {
      const {lectern, dataDir} = current()
      await lectern.kill()
      current().lectern = await startLectern({dataDir, env: {...env, PORT: new URL(lectern.url).port}})
    },
  }

  beforeEach(async ({task}) => {
    const isAnotherTry = (task.result?.retryCount ?? 0) > 0
    if (isAnotherTry) await close()
    if (running === undefined) await open()
  })
  afterAll(close)
  return on
}
