import {firstValueFrom} from 'rxjs'
import {refusal} from './outcome.ts'
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
        created: typeof project.createdAt,
        isMember: project.members.some((member) => member.id === me.id),
      }
    },
    expected: {me: ['string', 'string'], project: true, created: 'string', isMember: true},
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
  {
    name: 'a user by id, and the list of projects with as much as is wanted',
    run: async ({client, projectId}) => {
      const {id} = await client.users.getById('me')
      const user = await client.users.getById(id)
      const of = (projects: {id: string}[]) => projects.find((project) => project.id === projectId)
      const whole = of(await client.projects.list())
      const bare = of(await client.projects.list({includeMembers: false, includeFeatures: false}))
      const has = (project: object | undefined, name: string) => project !== undefined && name in project
      return {
        same: user.id === id,
        nobody: await refusal(client.users.getById('nobody-of-that-id')),
        whole: [has(whole, 'members'), has(whole, 'features')],
        bare: [has(bare, 'members'), has(bare, 'features')],
        ofOrganization: await client.projects.list({organizationId: 'conformance'}).catch(() => []),
        elsewhere: await refusal(client.projects.getById('elsewhere')),
      }
    },
    expected: {
      same: true,
      nobody: {status: 404},
      whole: [true, true],
      bare: [false, false],
      ofOrganization: [],
      elsewhere: {status: 404},
    },
  },
  {
    name: 'what a client knows without asking: who it is, and where comments of a document belong',
    run: async ({client, anonymous, projectId, dataset}) => ({
      signedIn: Object.keys(await client.getAuth()),
      anonymous: Object.keys(await anonymous.getAuth()),
      observed: Object.keys(await firstValueFrom(client.observeAuth())),
      comments: client.collaboration.comments.getTargetDocumentRef('drafts.a') === `dataset:${projectId}.${dataset}:a`,
      cloned: client.clone().config().token === client.config().token,
    }),
    expected: {signedIn: ['token'], anonymous: [], observed: ['token'], comments: true, cloned: true},
  },
]
