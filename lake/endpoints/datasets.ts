import {type AclMode, commentsProfile, type DatasetCatalog, type DatasetInfo} from '../datasetCatalog.ts'
import type {JsonObject} from '../document.ts'
import {BadRequestError, ConflictError} from '../errors.ts'
import {datasetOf, type Endpoint, type EndpointRequest} from './endpoint.ts'
import {readJsonObject} from './readJson.ts'

/** Datasets as the CLI, Vision and `client.datasets` use them, and the add-on dataset of comments and tasks. */
export function datasetEndpoints(catalog: DatasetCatalog): readonly Endpoint[] {
  const list = ({url, context}: EndpointRequest): Response => {
    const profile = url.searchParams.get('datasetProfile')
    const addonFor = url.searchParams.get('addonFor')
    if (profile === commentsProfile && addonFor !== null) ensureComments(context.dataset(addonFor).name, catalog)
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
      access: 'view',
      handle: ({params, context}) =>
        Response.json({datasetName: ensureComments(datasetOf({context, params}).name, catalog)}),
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
        const addOns = catalog.list().filter(({addonFor}) => addonFor === name)
        for (const dataset of [...addOns, {name}]) catalog.remove(dataset.name)
        return Response.json({deleted: true})
      },
    },
  ]
}

/**
 * Makes `<dataset>-comments` unless it is there. Asking for it is enough: a Studio that was told there is none does not listen to it when another
 * one makes it, and would miss the first comments.
 */
function ensureComments(base: string, catalog: DatasetCatalog): string {
  const name = `${base}-comments`
  const datasets = catalog.list()
  if (datasets.some((info) => info.name === base && info.profile === commentsProfile)) {
    throw new BadRequestError(`${base} holds comments itself`)
  }
  if (!datasets.some((info) => info.name === name)) {
    catalog.create(name, {aclMode: 'private', profile: commentsProfile, addonFor: base})
  }
  return name
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

function readAclMode({aclMode}: JsonObject): AclMode | undefined {
  if (aclMode === undefined) return undefined
  if (aclMode === 'public' || aclMode === 'private' || aclMode === 'custom') return aclMode
  throw new BadRequestError('"aclMode" must be public, private or custom')
}
