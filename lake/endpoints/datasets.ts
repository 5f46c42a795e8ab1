import type {JsonValue} from '../document.ts'
import {BadRequestError, ConflictError} from '../errors.ts'
import type {DatasetCatalog, DatasetInfo} from './datasetCatalog.ts'
import type {Endpoint, EndpointRequest} from './endpoint.ts'
import {readJsonObject} from './readJson.ts'

/** Datasets as the CLI, Vision and `client.datasets` use them, and the add-on dataset of comments and tasks. */
export function datasetEndpoints(catalog: DatasetCatalog): readonly Endpoint[] {
  const list = ({url}: EndpointRequest): Response => {
    const profile = url.searchParams.get('datasetProfile')
    const addonFor = url.searchParams.get('addonFor')
    const found = catalog
      .list()
      .filter(
        (info) => (profile === null || info.profile === profile) && (addonFor === null || info.addonFor === addonFor),
      )
    return Response.json(found.map(datasetJson))
  }
  return [
    {method: 'GET', path: '/datasets', access: 'view', handle: list},
    {method: 'GET', path: '/projects/:pid/datasets', access: 'view', handle: list},
    ...changes('/datasets/:name', catalog),
    ...changes('/projects/:pid/datasets/:name', catalog),
    {
      method: 'POST',
      path: '/comments/:ds/setup',
      access: 'write',
      handle: (request) => setUpComments(request, catalog),
    },
  ]
}

function changes(path: string, catalog: DatasetCatalog): Endpoint[] {
  return [
    {
      method: 'PUT',
      path,
      access: 'admin',
      handle: async ({params, request}) => {
        const datasetName = params['name'] ?? ''
        const aclMode = readAclMode(await readJsonObject(request)) ?? 'public'
        catalog.create(datasetName, {aclMode})
        return Response.json({datasetName, aclMode})
      },
    },
    {
      method: 'PATCH',
      path,
      access: 'admin',
      handle: async ({params, request}) => {
        const datasetName = params['name'] ?? ''
        const aclMode = readAclMode(await readJsonObject(request))
        if (aclMode === undefined) throw new BadRequestError('Nothing to change: expected {"aclMode"}')
        catalog.setAclMode(datasetName, aclMode)
        return Response.json({datasetName, aclMode})
      },
    },
    {
      method: 'DELETE',
      path,
      access: 'admin',
      handle: ({params, context}) => {
        const name = params['name'] ?? ''
        if (name === context.defaultDataset) {
          throw new ConflictError(`The dataset ${name} is this server's own and cannot be deleted`)
        }
        catalog.remove(name)
        return Response.json({deleted: true})
      },
    },
  ]
}

/** Makes `<dataset>-comments` unless it is there. */
function setUpComments({params, context}: EndpointRequest, catalog: DatasetCatalog): Response {
  const base = context.dataset(params['ds'] ?? '').name
  const datasetName = `${base}-comments`
  if (!catalog.list().some((info) => info.name === datasetName)) {
    catalog.create(datasetName, {aclMode: 'private', profile: 'comments', addonFor: base})
  }
  return Response.json({datasetName})
}

function datasetJson({name, aclMode, profile, addonFor, createdAt}: DatasetInfo): Record<string, unknown> {
  return {
    name,
    aclMode,
    createdAt,
    createdByUserId: null,
    addonFor: addonFor ?? null,
    datasetProfile: profile ?? null,
    features: [],
    tags: [],
  }
}

function readAclMode({aclMode}: {[key: string]: JsonValue}): DatasetInfo['aclMode'] | undefined {
  if (aclMode === undefined) return undefined
  if (aclMode === 'public' || aclMode === 'private' || aclMode === 'custom') return aclMode
  throw new BadRequestError('"aclMode" must be public, private or custom')
}
