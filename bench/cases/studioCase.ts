import type {Browser} from 'playwright-core'
import type {BenchCase, Contestant, Figures} from '../harness/benchCase.ts'
import {median} from '../harness/median.ts'
import {SkippedError} from '../harness/skippedError.ts'
import {preparedPath} from '../prepare/preparedPath.ts'
import type {ServerKind} from '../servers/serverKinds.ts'
import type {RunningServer} from '../servers/startServer.ts'
import {withServer} from './withServer.ts'

const visits = 5

/** Seconds from asking for the address until the first talk of the list is there. */
async function openList(browser: Browser, url: string, count: number): Promise<number[]> {
  const context = await browser.newContext()
  const seconds: number[] = []
  for (let visit = 0; visit < count; visit++) {
    const page = await context.newPage()
    const start = performance.now()
    await page.goto(`${url}/studio/structure/talk`)
    await page.getByTestId('document-list-pane').getByRole('link').first().waitFor({timeout: 120_000})
    seconds.push((performance.now() - start) / 1000)
    await page.close()
  }
  await context.close()
  return seconds
}

async function measure({url, usage}: RunningServer): Promise<Figures> {
  const {findChromium, launchChromium} = await import('../../test/support/chromium.ts')
  if (findChromium() === undefined) throw new SkippedError('No Chromium found: install it, or set CHROMIUM_PATH')
  const browser = await launchChromium()
  try {
    // The first visit compiles on both sides, and records where answers are recorded.
    await openList(browser, url, 1)
    const [cold = NaN] = await openList(browser, url, 1)
    const before = await usage()
    const [, ...warm] = await openList(browser, url, visits + 1)
    const {cpu} = await usage()
    return {'s warm': median(warm), 's cold': cold, 'server CPU ms a visit': (cpu - before.cpu) / 1000 / (visits + 1)}
  } finally {
    await browser.close()
  }
}

const studioOn = (kind: ServerKind, about: string): Contestant => ({
  about,
  needs: ['lake'],
  measure: (job) => withServer(kind, {path: preparedPath('lake', job)}, measure),
})

/** How long an editor waits for the list of talks, in a real browser. */
export const studioCase: BenchCase = {
  about: 'the Studio in Chromium, from its address to the list of talks',
  sizes: ['1k', '10k'],
  contestants: {
    lake: studioOn('studio', 'the Studio on our lake'),
    atOnce: studioOn('studioRecorded', 'the same, its answers recorded and given at once'),
  },
  targets: [
    {
      figure: 's warm',
      against: {contestant: 'atOnce'},
      atMost: 1.05,
      goal: 'the Studio opens: on answers given at once',
    },
    {
      figure: 's cold',
      against: {contestant: 'atOnce'},
      atMost: 1.05,
      goal: 'the Studio opens with nothing cached: on answers given at once',
    },
  ],
}
