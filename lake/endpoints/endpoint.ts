import type {Dataset, Identity} from '../dataset.ts'
import type {LakeDocument} from '../document.ts'

/** What every endpoint may use. */
export interface LakeContext {
  projectId: string
  /** The dataset that exists from the first start, e.g. `production`. */
  defaultDataset: string
  dataDir: string
  clock: () => Date
  createId: () => string
  /** Throws a NotFoundError for a dataset that does not exist. */
  dataset(name: string): Dataset
  /** Who may do what, as documents: `groupDocuments` of the accounts as they are now. */
  groups(): LakeDocument[]
}

/** What the server around the lake knows about a request, and no header can say. */
export interface Connection {
  /** IP address of the caller; requests without one count as coming from one place. */
  address?: string | undefined
}

export interface EndpointRequest {
  request: Request
  /** The address as the caller typed it, which behind a proxy is not always that of the request. */
  url: URL
  from: Connection
  /** Path parameters by name. */
  params: Record<string, string>
  /** Value of the `/v…` prefix: `2025-02-19`, `1` or `X`. */
  apiVersion: string
  identity: Identity
  /** Whether the caller would still be let in as who they were: for answers that go on, which outlive tokens, accounts and public datasets. */
  mayStay(): boolean
  context: LakeContext
}

/** The dataset that the path names as `:ds`. Throws a NotFoundError when there is none of that name. */
export function datasetOf({context, params}: Pick<EndpointRequest, 'context' | 'params'>): Dataset {
  return context.dataset(params['ds'] ?? '')
}

/**
 * What an identity needs: `public` nothing, `read` a public dataset or a viewer, `view` a viewer, `comment` an editor, or a viewer in the add-on
 * dataset of comments, `write` an editor, `admin` an administrator.
 */
export type Access = 'public' | 'read' | 'view' | 'comment' | 'write' | 'admin'

/** One row of what `createRim.ts` hands to the router. `path` is a Hono pattern without the `/v…` prefix. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  access: Access
  /** Largest request body in bytes, 1 MiB unless said. */
  bodyLimit?: number
  handle(request: EndpointRequest): Response | Promise<Response>
}
