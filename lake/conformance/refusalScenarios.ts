import type {SanityClient} from '@sanity/client'
import {refusal, refusedAnswer} from './outcome.ts'
import type {Scenario} from './scenario.ts'

const httpError = (statusCode: number, error: string, errorCode?: string): object => ({
  status: statusCode,
  body: {statusCode, error, message: '<string>', ...(errorCode === undefined ? {} : {errorCode})},
})

const ourShape = 'the hosted service documents the status and not the body'

/** Status and body of what is refused: https://www.sanity.io/docs/http-reference. */
const errorScenarios: readonly Scenario[] = [
  {
    name: 'a query that cannot be read: its place',
    run: ({client}) => refusedAnswer(client.fetch('*[_type == ')),
    expected: {
      status: 400,
      body: {error: {type: 'queryParseError', description: '<string>', query: '*[_type == ', start: 10, end: 11}},
    },
  },
  {
    name: 'another revision: which one is there, and which one was expected',
    run: async ({client, prefix}) => {
      const _id = `${prefix}bodies`
      const {_rev} = await client.create({_id, _type: 'note'})
      const answer = await refusedAnswer(client.patch(_id).ifRevisionId('older').set({a: 1}).commit())
      return JSON.parse(JSON.stringify(answer).replaceAll(_rev, '<current>'))
    },
    expected: {
      status: 409,
      body: {
        error: {
          type: 'mutationError',
          description: '<string>',
          items: [
            {
              index: 0,
              error: {
                type: 'documentRevisionIDDoesNotMatchError',
                id: '~bodies',
                currentRevisionID: '<current>',
                expectedRevisionID: 'older',
                description: '<string>',
              },
            },
          ],
        },
      },
    },
  },
  {
    name: 'mutations and actions that are none',
    run: async ({client}) => {
      const post = (operation: string, body: unknown) =>
        refusal(client.request({url: client.getDataUrl(operation), method: 'POST', body}))
      return {
        mutation: await post('mutate', {mutations: [{nonsense: {}}]}),
        mutations: await post('mutate', {mutations: 'all'}),
        json: await post('mutate', '{"mutations": ['),
        action: await post('actions', {actions: [{actionType: 'sanity.action.nonsense'}]}),
        id: await refusal(client.create({_id: 'white space', _type: 'note'})),
      }
    },
    expected: {
      mutation: {status: 400},
      mutations: {status: 400},
      json: {status: 400},
      action: {status: 400},
      id: {status: 400, type: 'mutationError', items: ['validationError']},
    },
  },
  {
    name: 'a dataset that does not exist',
    run: async ({client}) => {
      const elsewhere = client.withConfig({dataset: 'conformance-nowhere'})
      return [
        await refusedAnswer(elsewhere.fetch('*')),
        await refusedAnswer(elsewhere.getDocument('a')),
        await refusedAnswer(elsewhere.create({_type: 'note'})),
      ]
    },
    expected: [httpError(404, 'Not Found'), httpError(404, 'Not Found'), httpError(404, 'Not Found')],
  },
  {
    name: 'a token that is none',
    run: async ({client}) => {
      const stranger = client.withConfig({token: 'sk-nobody'})
      return [await refusedAnswer(stranger.fetch('*')), await refusedAnswer(stranger.create({_type: 'note'}))]
    },
    expected: [httpError(401, 'Unauthorized', 'SIO-401-ANF'), httpError(401, 'Unauthorized', 'SIO-401-ANF')],
  },
  {
    name: 'a path or a method that does not exist, and too much of a body',
    run: async ({client}) => [
      await refusedAnswer(client.request({url: '/data/nonsense/production'})),
      await refusedAnswer(client.request({url: client.getDataUrl('mutate'), method: 'DELETE'})),
      await refusedAnswer(
        client.request({
          url: '/users/me/keyvalue',
          method: 'PUT',
          body: [{key: 'conformance', value: 'x'.repeat(2 ** 20)}],
        }),
      ),
    ],
    expected: [httpError(404, 'Not Found'), httpError(405, 'Method Not Allowed'), httpError(413, 'Payload Too Large')],
    localOnly: ourShape,
  },
]

/** Calls of features this lake does not have: each must be refused with the feature's name. */
const absent: Record<string, (client: SanityClient) => Promise<unknown>> = {
  'agent.action.generate': (client) =>
    client.agent.action.generate({
      schemaId: 'schema',
      instruction: 'write',
      targetDocument: {operation: 'create', _type: 'a'},
    }),
  'agent.action.transform': (client) =>
    client.agent.action.transform({schemaId: 'schema', documentId: 'a', instruction: 'shorten'}),
  'agent.action.translate': (client) =>
    client.agent.action.translate({schemaId: 'schema', documentId: 'a', toLanguage: {id: 'ko'}}),
  'agent.action.prompt': (client) => client.agent.action.prompt({instruction: 'say'}),
  'agent.action.patch': (client) =>
    client.agent.action.patch({
      schemaId: 'schema',
      documentId: 'a',
      target: {path: 'title', operation: 'set', value: 'b'},
    }),
  'collaboration.comments.create': (client) =>
    client.collaboration.comments.create({parentCommentId: 'a', message: []}),
  'collaboration.comments.update': (client) => client.collaboration.comments.update('a', {message: []}),
  'collaboration.comments.delete': (client) => client.collaboration.comments.delete('a'),
  'collaboration.comments.addReaction': (client) => client.collaboration.comments.addReaction('a', ':eyes:'),
  'collaboration.comments.removeReaction': (client) => client.collaboration.comments.removeReaction('a', ':eyes:'),
  'collaboration.comments.fetch': (client) => client.collaboration.comments.fetch('*'),
  'context.request': (client) => client.context.request('GET /knowledge-bases', {query: {organizationId: 'a'}}),
  'context.requestBytes': (client) =>
    client.context.requestBytes('GET /knowledge-bases', {query: {organizationId: 'a'}}),
  'context.uploadFile': (client) =>
    client.context.uploadFile({knowledgeBaseId: 'a', sourceId: 'b', filename: 'a.pdf', file: Buffer.from('a')}),
  'context.createFileSource': (client) =>
    client.context.createFileSource({
      knowledgeBaseId: 'a',
      type: 'files',
      title: 'a',
      filename: 'a.pdf',
      file: Buffer.from('a'),
    }),
  'context.fetch': (client) => client.context.fetch('*'),
  'datasets.getEmbeddingsSettings': (client) => client.datasets.getEmbeddingsSettings('production'),
  'datasets.editEmbeddingsSettings': (client) => client.datasets.editEmbeddingsSettings('production', {enabled: true}),
  'fetch of a variant': (client) => client.fetch('*', {}, {variant: 'other'}),
  'fetch of variant conditions': (client) => client.fetch('*', {}, {variant: {audience: 'other'}}),
  'functions.invoke': (client) => client.functions.invoke('a', {stackId: 'stack'}),
  'functions.durables.callbackSuccess': (client) => client.functions.durables.callbackSuccess('a', {done: true}),
  'functions.durables.callbackFailure': (client) => client.functions.durables.callbackFailure('a', new Error('failed')),
  'mediaLibrary.video.getPlaybackInfo': (client) =>
    client.mediaLibrary.video.getPlaybackInfo('media-library:mlLibrary:video-a'),
}

const absentScenarios: readonly Scenario[] = [
  {
    name: 'what this lake does not have is refused by name',
    run: async ({client}) => {
      const configured = client.withConfig({
        collaboration: {organizationId: 'organization'},
        context: {organizationId: 'organization'},
      })
      const answers = await Promise.all(Object.values(absent).map((call) => refusal(call(configured))))
      return Object.fromEntries(Object.keys(absent).map((name, index) => [name, answers[index]]))
    },
    expected: Object.fromEntries(Object.keys(absent).map((name) => [name, {status: 501}])),
    localOnly: 'the hosted service has them',
  },
]

export const refusalScenarios: readonly Scenario[] = [...errorScenarios, ...absentScenarios]
