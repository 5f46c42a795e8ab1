import type {Auth} from '../auth/createAuth.ts'
import {grantsOfRole} from '../auth/groups.ts'
import {memberJson} from '../auth/user.ts'
import type {Identity} from '../dataset.ts'
import type {DatasetCatalog} from '../datasetCatalog.ts'
import type {JsonValue} from '../document.ts'
import {releasesPrefix} from '../documentIds.ts'
import {NotFoundError} from '../errors.ts'
import {isObject} from '../isObject.ts'
import type {Endpoint, EndpointRequest} from './endpoint.ts'

/** The project, what its members may do and where its Studio is, as the Studio asks for them at its start. */
export function projectEndpoints(
  auth: Auth,
  catalog: DatasetCatalog,
  publicOrigin: string | undefined,
): readonly Endpoint[] {
  const project = ({identity, context}: EndpointRequest): Record<string, unknown> => ({
    id: context.projectId,
    displayName: context.projectId,
    // Without an organization the Studio leaves dashboard, media library and canvas alone.
    organizationId: null,
    studioHost: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    // As old as its first dataset.
    createdAt: catalog
      .list()
      .map((dataset) => dataset.createdAt)
      .sort()[0],
    members: auth.users().map((user) => memberJson(user, identity.id)),
    metadata: {},
    features: [],
  })
  return [
    {
      method: 'GET',
      path: '/projects',
      access: 'view',
      handle: (request) => Response.json(listed(project(request), request.url.searchParams)),
    },
    {
      method: 'GET',
      path: '/projects/:pid',
      access: 'view',
      handle: (request) => ofThisProject(request, () => project(request)),
    },
    {
      method: 'GET',
      path: '/projects/:pid/datasets/:ds/acl',
      access: 'view',
      handle: (request) => ofThisProject(request, () => grantsOfRole(request.identity.role)),
    },
    {
      method: 'GET',
      path: '/projects/:pid/grants',
      access: 'view',
      handle: (request) => ofThisProject(request, () => grantsOf(request.identity.role)),
    },
    {
      method: 'GET',
      path: '/projects/:pid/user-applications',
      access: 'view',
      handle: (request) => ofThisProject(request, () => [studioAt(publicOrigin ?? request.url.origin)]),
    },
    {
      method: 'GET',
      path: '/projects/:pid/new-content-release-allowed',
      access: 'view',
      handle: (request) => ofThisProject(request, () => ({data: releaseLimits(request)})),
    },
    {
      method: 'GET',
      path: '/subscriptions/project/:pid',
      access: 'view',
      handle: (request) => ofThisProject(request, () => subscription),
    },
  ]
}

/**
 * The Studio on this lake's own origin, as one that is registered: without one it warns of that at its help menu and leads to
 * the hosted service. With a project it would work out a description of itself at each start. The scheme in capitals means
 * the same (RFC 3986, 3.1), but begins with other letters than the page's origin: for an address that begins with the same
 * ones the Studio asks for the manifest of a canvas, and reports to the console that there is none.
 */
function studioAt(origin: string) {
  return {
    id: 'local',
    type: 'studio',
    urlType: 'external',
    appHost: origin.replace(/^https?/, (scheme) => scheme.toUpperCase()),
  }
}

/** No plan, and history is kept for ever: the Studio would name the days for which an archived release is kept. */
const subscription = {
  id: null,
  plan: null,
  resources: {},
  featureTypes: {retention: {features: [{attributes: {maxRetentionDays: null}}]}},
}

/** How many releases are open, of how many. Scheduled drafts, releases of one document, are not metered. */
function releaseLimits({context}: EndpointRequest): Record<string, unknown> {
  const dataset = context.dataset(context.defaultDataset)
  const releases = dataset.idsWithPrefix(releasesPrefix).map((id) => dataset.get(id))
  const active = releases.filter((release) => release?.['state'] === 'active' || release?.['state'] === 'scheduled')
  return {
    orgActiveReleaseCount: active.length,
    orgMeteredActiveReleaseCount: active.filter((release) => !isOfOneDocument(release?.['metadata'])).length,
    datasetReleaseLimit: Number.MAX_SAFE_INTEGER,
    orgActiveReleaseLimit: null,
  }
}

function isOfOneDocument(metadata: JsonValue | undefined): boolean {
  return isObject(metadata) && metadata['cardinality'] === 'one'
}

/** The project belongs to no organization, so none has it. */
function listed({members, features, ...project}: Record<string, unknown>, options: URLSearchParams): unknown[] {
  if (options.has('organizationId')) return []
  return [
    {
      ...project,
      ...(options.get('includeMembers') === 'false' ? {} : {members}),
      ...(options.get('includeFeatures') === 'false' ? {} : {features}),
    },
  ]
}

/** Nobody deploys a Studio to this lake, so that no Studio spends a second on a manifest when it opens. */
function grantsOf(role: Identity['role']): Record<string, unknown> {
  if (role !== 'administrator') return {}
  return {'sanity.project.datasets': [{grants: [{name: 'create', params: {}}]}]}
}

function ofThisProject({params, context}: EndpointRequest, answer: () => unknown): Response {
  if (params['pid'] !== context.projectId) throw new NotFoundError(`No project with the id ${params['pid'] ?? ''}`)
  return Response.json(answer())
}
