import type {Browser, Page} from 'playwright-core'

/** A browser page that remembers everything that should not happen. */
export interface WatchedPage {
  page: Page
  /** Console errors and warnings, failed requests, and requests to another host than the one under test. */
  problems: string[]
  /** Forgets what happened so far, and throws when it should not have happened. */
  assertQuiet(): void
}

/** What is printed or not as chance has it, and why it means nothing. */
const HARMLESS = [
  // Chromium's, about the Studio's presence when a page is left: on `beforeunload` Sanity's socket client closes its
  // WebSocket and Sanity's presence then says goodbye over it, if the page does not go first.
  'WebSocket is already in CLOSING or CLOSED state.',
  // Sanity's, when a document changes while its preview asks for it: the answer has the change that is then skipped.
  'Document out of sync, skipping mutation',
]

/**
 * What Sanity says when the browser was so busy that the initial value of a new document, which takes no time to make,
 * took more than ten seconds (sanity: RESOLVE_INITIAL_VALUE_TIMEOUT_MS). It goes on without one.
 */
const BUSY = /^Failed to resolve initial value for template "\w+": (TimeoutError|Error$)/

/** Opens a page as a Korean editor's browser would, in a profile of its own. */
export async function openWatchedPage(browser: Browser, origin: string, locale = 'ko-KR'): Promise<WatchedPage> {
  const context = await browser.newContext({locale, timezoneId: 'Asia/Seoul', viewport: {width: 1500, height: 1000}})
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => {
    if (HARMLESS.includes(message.text()) || BUSY.test(message.text())) return
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== origin)
      problems.push(`another host: ${request.url()}`)
  })
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== new URL(origin).host) problems.push(`another host: ${socket.url()}`)
  })
  const assertQuiet = (): void => {
    const found = problems.splice(0)
    if (found.length > 0) throw new Error(`The page was not quiet:\n${found.join('\n')}`)
  }
  return {page, problems, assertQuiet}
}
