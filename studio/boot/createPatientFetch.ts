/** 502: a proxy finds no Lectern, which may be starting again. 503 and 507: the lake cannot read or write just now. */
const PASSING: readonly number[] = [502, 503, 507]
const READ = /^\/v[^/]+\/(?!check\/cors|ping)/
const QUERY = /^\/v[^/]+\/data\/query\//
const CHANGE = /^\/v[^/]+\/data\/(actions|mutate)\//

interface PatientFetchOptions {
  origin: string
  fetch: typeof globalThis.fetch
  /** Resolves when it is time for the next try, counted from 0; rejects when `signal` aborts. */
  wait: (attempt: number, signal: AbortSignal | null | undefined) => Promise<void>
  /** Is called while a change has not arrived, and what it returns when it has: nobody should leave the page in between. */
  hold: () => () => void
}

/**
 * A `fetch` that waits for a lost connection to come back and asks our origin again, where asking twice is as good as
 * once: reads, and changes with a transaction id. Sanity gives up a read after some seconds, which takes the form and the
 * words that are not saved yet from the screen; and when the first change of a document without a draft fails, it
 * forgets what was typed (@sanity/mutator: BufferedDocument.handleDocumentDeleted).
 */
export function createPatientFetch({origin, fetch, wait, hold}: PatientFetchOptions): typeof globalThis.fetch {
  async function askAgain(...request: Parameters<typeof fetch>): Promise<Response> {
    for (let attempt = 0; ; attempt += 1) {
      await wait(attempt, request[1]?.signal)
      const response = await tryOnce(() => fetch(...request))
      if (response !== undefined) return response
    }
  }
  return async (input, init) => {
    if (input instanceof Request) return fetch(input, init)
    const url = new URL(input, origin)
    const change = changeOf(url, init)
    if (url.origin !== origin || (change === undefined && !isRead(url, init))) return fetch(input, init)
    const response = await tryOnce(() => fetch(input, init))
    if (response !== undefined) return response
    if (change === undefined) return askAgain(input, init)
    const release = hold()
    try {
      return await settle(await askAgain(input, init), change)
    } finally {
      release()
    }
  }
}

/** The answer; undefined when there is none for now. */
async function tryOnce(ask: () => Promise<Response>): Promise<Response | undefined> {
  try {
    const response = await ask()
    return PASSING.includes(response.status) ? undefined : response
  } catch (error) {
    // How `fetch` says that the network failed; anything else, such as an abort, was meant.
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** The answer to a change that was sent before: when its transaction is known, it had arrived, and only the answer was lost. */
async function settle(response: Response, transactionId: string): Promise<Response> {
  if (response.status !== 409) return response
  const refusal = await response.clone().text()
  return refusal.includes('"transactionIDAlreadyInUseError"') ? Response.json({transactionId, results: []}) : response
}

function isRead({pathname}: URL, init: RequestInit | undefined): boolean {
  const method = init?.method?.toUpperCase() ?? 'GET'
  return method === 'POST' ? QUERY.test(pathname) : (method === 'GET' || method === 'HEAD') && READ.test(pathname)
}

/** The id of the transaction that the request is to make, if it names one. */
function changeOf({pathname}: URL, init: RequestInit | undefined): string | undefined {
  if (!CHANGE.test(pathname) || typeof init?.body !== 'string') return undefined
  const body: unknown = JSON.parse(init.body)
  const {transactionId}: {transactionId?: unknown} = typeof body === 'object' && body !== null ? body : {}
  return typeof transactionId === 'string' ? transactionId : undefined
}
