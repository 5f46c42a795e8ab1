import {refusal} from './outcome.ts'
import type {Scenario} from './scenario.ts'

const contentOf = ({_id, _rev, _createdAt, _updatedAt, ...content}: Record<string, unknown>): object => content

/** Every option and operation of writing: https://www.sanity.io/docs/http-reference/mutation. */
export const mutationScenarios: readonly Scenario[] = [
  {
    name: 'what a write answers: the first or all, documents or ids',
    run: async ({client, prefix}) => {
      const document = (n: number) => ({_id: `${prefix}answer-${n}`, _type: 'note', n})
      const first = await client.create(document(1), {returnDocuments: false})
      const all = await client.create(document(2), {returnFirst: false})
      const ids = await client.createOrReplace(document(3), {returnFirst: false, returnDocuments: false})
      const known = await client.createIfNotExists(document(3), {returnFirst: true, returnDocuments: false})
      const deleted = await client.delete(`${prefix}answer-3`)
      return {first, all: all.map(contentOf), ids, known, deleted}
    },
    expected: {
      first: {
        transactionId: '<revision>',
        documentId: '~answer-1',
        results: [{id: '~answer-1', operation: 'create'}],
      },
      all: [{_type: 'note', n: 2}],
      ids: {
        transactionId: '<revision>',
        documentIds: ['~answer-3'],
        results: [{id: '~answer-3', operation: 'create'}],
      },
      known: {
        transactionId: '<revision>',
        documentId: '~answer-3',
        results: [{id: '~answer-3', operation: 'none'}],
      },
      deleted: {
        transactionId: '<revision>',
        documentIds: ['~answer-3'],
        results: [{id: '~answer-3', operation: 'delete'}],
      },
    },
  },
  {
    name: 'ids are made when none is given, or only how it begins',
    run: async ({client}) => {
      const free = await client.create({_type: 'note'})
      const draft = await client.create({_id: 'drafts.', _type: 'note'})
      await client.delete(free._id)
      await client.delete(draft._id)
      return {free: free._id.includes('.'), draft: /^drafts\.[^.]+$/.test(draft._id)}
    },
    expected: {free: false, draft: true},
  },
  {
    name: 'a dry run answers as if, and stores nothing',
    run: async ({client, prefix}) => {
      const _id = `${prefix}dry`
      const {_type, text} = await client.create({_id, _type: 'note', text: 'dry'}, {dryRun: true})
      return {answered: {_type, text}, stored: (await client.getDocument(_id)) ?? 'nothing'}
    },
    expected: {answered: {_type: 'note', text: 'dry'}, stored: 'nothing'},
  },
  {
    name: 'array keys are made where they are missing, and only when asked for',
    run: async ({client, prefix}) => {
      const list = [
        {_type: 'item', deep: [{_type: 'item'}]},
        {_type: 'item', _key: 'mine'},
      ]
      const without = await client.create({_id: `${prefix}keyless`, _type: 'note', list})
      const created = await client.create({_id: `${prefix}keyed`, _type: 'note', list}, {autoGenerateArrayKeys: true})
      const patched = await client
        .patch(created._id)
        .append('list', [{_type: 'item'}])
        .commit<{list: {_key: string}[]}>({autoGenerateArrayKeys: true})
      return {
        without: without.list.map((item) => typeof item._key),
        keys: patched.list.map((item) => typeof item._key),
        deep: created.list.flatMap((item) => item.deep ?? []).map((item) => Object.keys(item).sort()),
        kept: created.list[1]?._key,
        distinct: new Set(patched.list.map((item) => item._key)).size,
      }
    },
    expected: {
      without: ['undefined', 'string'],
      keys: ['string', 'string', 'string'],
      deep: [['_key', '_type']],
      kept: 'mine',
      distinct: 3,
    },
  },
  {
    name: 'with every visibility the document is there afterwards',
    run: async ({client, prefix}) => {
      const isThere = []
      for (const visibility of ['sync', 'async', 'deferred'] as const) {
        const _id = `${prefix}visible-${visibility}`
        await client.create(
          {_id, _type: 'note'},
          {visibility, tag: 'conformance', skipCrossDatasetReferenceValidation: true},
        )
        isThere.push((await client.getDocument(_id)) !== undefined)
      }
      return isThere
    },
    expected: [true, true, true],
  },
  {
    name: 'a transaction id becomes the revision, and is taken once',
    run: async ({client, prefix}) => {
      const transactionId = `${prefix}once`
      const [a, b] = [`${prefix}once-a`, `${prefix}once-b`]
      const {transactionId: answered} = await client
        .transaction([{create: {_id: a, _type: 'note'}}])
        .transactionId(transactionId)
        .commit()
      const revision = (await client.getDocument(a))?._rev
      const again = client.mutate([{create: {_id: b, _type: 'note'}}], {transactionId})
      return {answered: answered === transactionId, revision: revision === transactionId, again: await refusal(again)}
    },
    expected: {
      answered: true,
      revision: true,
      again: {status: 409, type: 'mutationError', items: ['transactionIDAlreadyInUseError']},
    },
  },
  {
    name: 'everything a transaction can do, in its order',
    run: async ({client, prefix}) => {
      const id = (name: string) => `${prefix}trx-${name}`
      const transaction = client
        .transaction()
        .create({_id: id('a'), _type: 'note', n: 1})
        .createIfNotExists({_id: id('a'), _type: 'note', n: 2})
        .createOrReplace({_id: id('b'), _type: 'note', n: 3})
        .patch(id('a'), {inc: {n: 10}})
        .patch(id('b'), (patch) => patch.dec({n: 1}))
        .patch(client.patch(id('b')).set({text: 'x'}))
        .patch({query: '*[_id == $id]', params: {id: id('b')}}, {set: {byQuery: true}})
        .create({_id: id('c'), _type: 'note'})
        .delete(id('c'))
      const same = JSON.stringify(transaction.serialize()) === JSON.stringify(transaction.toJSON())
      const emptied = transaction.clone().reset().serialize().length
      const {results} = await transaction.commit()
      const stored = await client.getDocuments([id('a'), id('b'), id('c')])
      return {
        same,
        emptied,
        operations: results.map((one) => one.operation),
        stored: stored.map((one) => one && contentOf(one)),
      }
    },
    expected: {
      same: true,
      emptied: 0,
      operations: ['create', 'none', 'create', 'update', 'update', 'update', 'update', 'create', 'delete'],
      stored: [{_type: 'note', n: 11}, {_type: 'note', n: 2, text: 'x', byQuery: true}, null],
    },
  },
  {
    name: 'every operation of a patch',
    run: async ({client, prefix}) => {
      const _id = `${prefix}operations`
      await client.create({_id, _type: 'note', title: '안녕 세상', list: ['b', 'c', 'x'], n: 5, gone: 1, keep: 'old'})
      const patch = client
        .patch(_id)
        .set({'deep.er': true})
        .setIfMissing({keep: 'new', fresh: 'new'})
        .unset(['gone', 'list[-1]'])
        .dec({n: 2})
        .diffMatchPatch({title: '@@ -1,5 +1,6 @@\n %EC%95%88%EB%85%95\n+!\n  %EC%84%B8%EC%83%81\n'})
        .prepend('list', ['a'])
      const serialized = patch.clone().serialize()
      const emptied = Object.keys(patch.clone().reset().toJSON())
      await patch.commit()
      await client
        .patch(_id, {set: {more: [1, 2, 3, 4]}})
        .append('list', ['d'])
        .commit()
      await client.patch(_id).splice('more', 1, 2, ['two', 'three']).commit()
      await client.patch(_id).insert('replace', 'more[0]', ['one']).commit()
      const stored = await client.patch(_id).insert('before', 'more[-1]', ['between']).commit()
      return {named: Object.keys(serialized).sort(), emptied, stored: contentOf(stored)}
    },
    expected: {
      named: ['dec', 'diffMatchPatch', 'id', 'insert', 'set', 'setIfMissing', 'unset'],
      emptied: ['id'],
      stored: {
        _type: 'note',
        title: '안녕! 세상',
        list: ['a', 'b', 'c', 'd'],
        n: 3,
        keep: 'old',
        fresh: 'new',
        deep: {er: true},
        more: ['one', 'two', 'three', 'between', 4],
      },
    },
  },
  {
    name: 'patches and deletes of several documents, by their ids and by a query',
    run: async ({client, prefix}) => {
      const ids = ['1', '2', '3'].map((n) => `${prefix}several-${n}`)
      const [one = '', two = ''] = ids
      const type = `several${prefix.replaceAll('-', '')}`
      await client.mutate(ids.map((_id) => ({create: {_id, _type: type}})))
      await client.patch([one, two]).set({by: 'ids'}).commit()
      const selection = {query: '*[_type == $type && !defined(by)]', params: {type}}
      const patched = await client.patch(selection).set({by: 'query'}).commit({returnDocuments: false})
      const before = await client.fetch('*[_type == $type] | order(_id){by}', {type})
      const deleted = await client.delete({query: '*[_type == $type]', params: {type}})
      return {
        patched: patched.results,
        before,
        deleted: deleted.documentIds.length,
        left: await client.fetch('count(*[_type == $type])', {type}),
      }
    },
    expected: {
      patched: [{id: '~several-3', operation: 'update'}],
      before: [{by: 'ids'}, {by: 'ids'}, {by: 'query'}],
      deleted: 3,
      left: 0,
    },
  },
  {
    name: 'mutate takes mutations, a patch or a transaction',
    run: async ({client, prefix}) => {
      const _id = `${prefix}mutated`
      const created = await client.mutate([{create: {_id, _type: 'note', text: 'a'}}], {
        returnFirst: true,
        returnDocuments: true,
      })
      const patched = await client.mutate(client.patch(_id).set({text: 'b'}), {
        returnFirst: false,
        returnDocuments: true,
      })
      const replaced = await client.mutate(client.transaction().createOrReplace({_id, _type: 'note', text: 'c'}))
      return {
        texts: [created['text'], ...patched.map((one) => one['text'])],
        replaced: replaced.results.map((one) => one.operation),
        now: (await client.getDocument(_id))?.['text'],
      }
    },
    expected: {texts: ['a', 'b'], replaced: ['update'], now: 'c'},
  },
  {
    name: 'a patch of what does not exist is refused',
    run: ({client, prefix}) => refusal(client.patch(`${prefix}missing`).set({a: 1}).commit()),
    expected: {status: 409, type: 'mutationError', items: ['documentNotFoundError']},
  },
]
