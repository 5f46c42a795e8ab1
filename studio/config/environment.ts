/** Which Content Lake the Studio talks to. */
export interface StudioEnvironment {
  projectId: string
  dataset: string
  /** A project on Sanity's own service, instead of the lake that serves this Studio. */
  hosted: boolean
}

/** Sanity's own variable names choose a hosted project; without them the Studio uses the lake on its own origin. */
export function readEnvironment(variables: {
  projectId?: string | undefined
  dataset?: string | undefined
}): StudioEnvironment {
  const {projectId, dataset} = variables
  if (projectId === undefined || projectId === '' || projectId === 'lectern')
    return {projectId: 'lectern', dataset: dataset || 'production', hosted: false}
  return {projectId, dataset: dataset || 'production', hosted: true}
}

/** The environment baked in when the Studio was built: the names are written out so that the build can replace them. */
export function builtEnvironment(): StudioEnvironment {
  return readEnvironment({
    projectId: process.env.SANITY_STUDIO_PROJECT_ID,
    dataset: process.env.SANITY_STUDIO_DATASET,
  })
}
