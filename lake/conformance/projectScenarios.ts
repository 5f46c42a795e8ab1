import type {Scenario} from './scenario.ts'

/** Users, projects and datasets. */
export const projectScenarios: readonly Scenario[] = [
  {
    name: 'who am I, and which project is this',
    run: async ({client, projectId}) => {
      const me = await client.users.getById('me')
      const project = await client.projects.getById(projectId)
      return {
        me: [typeof me.id, typeof me.name],
        project: project.id === projectId,
        isMember: project.members.some((member) => member.id === me.id),
      }
    },
    expected: {me: ['string', 'string'], project: true, isMember: true},
  },
  {
    name: 'the dataset is listed',
    run: async ({client, dataset}) => (await client.datasets.list()).some((info) => info.name === dataset),
    expected: true,
  },
  {
    name: 'datasets are made, changed and removed',
    run: async ({client, prefix}) => {
      const name = `${prefix}set`.toLowerCase()
      const of = async () => (await client.datasets.list()).find((info) => info.name === name)?.aclMode
      await client.datasets.create(name, {aclMode: 'private'})
      const made = await of()
      await client.datasets.edit(name, {aclMode: 'public'})
      const changed = await of()
      await client.datasets.delete(name)
      return {made, changed, removed: (await of()) === undefined}
    },
    expected: {made: 'private', changed: 'public', removed: true},
    localOnly: 'hosted plans limit how many datasets there may be',
  },
]
