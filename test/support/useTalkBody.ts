import {mkdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {Locator} from 'playwright-core'
import {afterEach, beforeEach, expect} from 'vitest'
import {type StudioPage, studioPage} from './studioPage.ts'
import {type LecternUnderTest, useLectern} from './useLectern.ts'
import {openWatchedPage, type WatchedPage} from './watchedPage.ts'

/** The id of the talk. */
export const TALK = 'talk-body'

const cell = (key: string, text: string) => {
  const children = [{_type: 'span', _key: `${key}s`, text, marks: []}]
  return {
    _type: 'tableCell',
    _key: key,
    content: [{_type: 'block', _key: `${key}b`, style: 'normal', markDefs: [], children}],
  }
}
const body = [
  {
    _type: 'block',
    _key: 'p1',
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: 'p1s', text: '머리말', marks: []}],
  },
  {
    _type: 'table',
    _key: 't1',
    header: true,
    rows: [
      {_type: 'tableRow', _key: 'r1', cells: [cell('c1', '이름'), cell('c2', '값')]},
      {_type: 'tableRow', _key: 'r2', cells: [cell('c3', '지연'), cell('c4', '3초')]},
    ],
  },
]

interface BodyEditor {
  text: Locator
  button(name: string): Locator
  /** Presses a button that leaves the focus in the text. */
  press(name: string): Promise<void>
}

interface Open {
  watched: WatchedPage
  studio: StudioPage
}

/** Before each test the Studio shows a talk whose body is a paragraph and a table of two rows; its site is an empty folder. */
export function useTalkBody() {
  return openBeforeEach(useLectern())
}

function openBeforeEach({lectern, browser, dataDir}: LecternUnderTest) {
  let opened: Open | undefined

  const current = (): Open => {
    if (opened === undefined) throw new Error('The Studio is open only within tests.')
    return opened
  }
  const site = () => join(dataDir(), '../site')
  const open = async (): Promise<void> => {
    const watched = await openWatchedPage(browser(), lectern().url)
    const studio = studioPage(watched.page, lectern().url)
    opened = {watched, studio}
    // Wide enough for every button of the toolbar: what does not fit goes into a menu.
    await watched.page.setViewportSize({width: 2000, height: 1000})
    const slug = {_type: 'slug', current: 'body'}
    const talk = {_id: TALK, _type: 'talk', title: '본문', slug, start: '2024-05-01T10:00:00Z', timeZone: 'UTC', body}
    await lectern().client().transaction().createOrReplace(talk).delete(`drafts.${TALK}`).commit()
    rmSync(site(), {recursive: true, force: true})
    mkdirSync(site())
    await studio.open('talk', TALK)
  }
  const close = async (): Promise<void> => {
    const {watched} = current()
    opened = undefined
    await watched.page.context().close()
    watched.assertQuiet()
  }
  beforeEach(open)
  afterEach(close)
  const studio = () => current().studio
  return {lectern, dataDir, site, studio, expandBody: () => expandBody(studio())}
}

async function expandBody(studio: StudioPage): Promise<BodyEditor> {
  const {page} = studio
  await studio.field('body').getByTestId('fullscreen-button-expand').click()
  const editor = page.locator('[data-testid=pt-editor][data-fullscreen=true]')
  const text = editor.getByRole('textbox')
  const button = (name: string) => editor.getByTestId(name).filter({visible: true})
  return {
    text,
    button,
    press: async (name) => {
      await button(name).click()
      await expect.poll(() => text.evaluate((element) => element === document.activeElement)).toBe(true)
    },
  }
}
