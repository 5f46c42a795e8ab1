import {refusal} from './outcome.ts'
import type {Scenario} from './scenario.ts'

const stored = (id: string, content: object): object => ({
  _id: id,
  _rev: '<revision>',
  _createdAt: '<time>',
  _updatedAt: '<time>',
  ...content,
})

/** Reading and writing documents: https://www.sanity.io/docs/http-mutations and https://www.sanity.io/docs/http-query. */
export const documentScenarios: readonly Scenario[] = [
  {
    name: 'a created document is answered, read by id and found by a query',
    run: async ({client, prefix}) => {
      const _id = `${prefix}talk`
      const created = await client.create({_id, _type: 'talk', title: '개발'})
      return {
        created,
        byId: await client.getDocument(_id),
        byIds: await client.getDocuments([_id, `${prefix}missing`]),
        missing: (await client.getDocument(`${prefix}missing`)) ?? 'nothing',
        found: await client.fetch('*[_id == $id]{title, "type": _type}', {id: _id}),
      }
    },
    expected: {
      created: stored('~talk', {_type: 'talk', title: '개발'}),
      byId: stored('~talk', {_type: 'talk', title: '개발'}),
      byIds: [stored('~talk', {_type: 'talk', title: '개발'}), null],
      missing: 'nothing',
      found: [{title: '개발', type: 'talk'}],
    },
  },
  {
    name: 'create refuses an id that is taken; createIfNotExists and createOrReplace do what they say',
    run: async ({client, prefix}) => {
      const document = {_id: `${prefix}same`, _type: 'note', text: 'first'}
      await client.create(document)
      return {
        again: await refusal(client.create(document)),
        ifNotExists: await client.createIfNotExists({...document, text: 'second'}),
        replaced: await client.createOrReplace({_id: document._id, _type: 'note', other: true}),
      }
    },
    expected: {
      again: {status: 409, type: 'mutationError', items: ['documentAlreadyExistsError']},
      ifNotExists: stored('~same', {_type: 'note', text: 'first'}),
      replaced: stored('~same', {_type: 'note', other: true}),
    },
  },
  {
    name: 'patches set, unset, count and insert',
    run: async ({client, prefix}) => {
      const _id = `${prefix}patched`
      await client.create({_id, _type: 'note', count: 1, old: true, list: ['a', 'd']})
      return client
        .patch(_id)
        .set({title: 'x', 'deep.er': 1})
        .setIfMissing({title: 'y', tags: []})
        .unset(['old'])
        .inc({count: 5})
        .insert('after', 'list[0]', ['b', 'c'])
        .commit()
    },
    expected: stored('~patched', {
      _type: 'note',
      count: 6,
      list: ['a', 'b', 'c', 'd'],
      title: 'x',
      deep: {er: 1},
      tags: [],
    }),
  },
  {
    name: 'a patch of an older revision is refused',
    run: async ({client, prefix}) => {
      const _id = `${prefix}revised`
      await client.create({_id, _type: 'note'})
      return refusal(client.patch(_id).ifRevisionId('older').set({a: 1}).commit())
    },
    expected: {status: 409, type: 'mutationError', items: ['documentRevisionIDDoesNotMatchError']},
  },
  {
    name: 'a transaction happens as a whole or not at all, and gives its documents one revision',
    run: async ({client, prefix}) => {
      const [a, b] = [`${prefix}a`, `${prefix}b`]
      const done = await client.transaction().create({_id: a, _type: 'note'}).create({_id: b, _type: 'note'}).commit()
      const failed = await refusal(client.transaction().delete(a).create({_id: b, _type: 'note'}).commit())
      const left = await client.fetch<{_id: string; _rev: string}[]>('*[_id in $ids] | order(_id)', {ids: [a, b]})
      return {
        ids: done.documentIds,
        failed,
        left: left.map((document) => document._id),
        revisions: new Set(left.map((document) => document._rev)).size,
      }
    },
    expected: {
      ids: ['~a', '~b'],
      failed: {status: 409, type: 'mutationError', items: ['documentAlreadyExistsError']},
      left: ['~a', '~b'],
      revisions: 1,
    },
  },
  {
    name: 'a document that others refer to keeps its type; another may be replaced by one of any type',
    run: async ({client, prefix}) => {
      const [target, referrer] = [`${prefix}typed`, `${prefix}typed-by`]
      await client.create({_id: target, _type: 'note', text: 'first'})
      await client.create({_id: referrer, _type: 'note', to: {_type: 'reference', _ref: target}})
      const refused = await refusal(client.createOrReplace({_id: target, _type: 'memo'}))
      await client.createOrReplace({_id: target, _type: 'note', text: 'second'})
      await client.delete(referrer)
      const {_type, text} = await client.createOrReplace({_id: target, _type: 'memo', text: 'third'})
      return {refused, replaced: {_type, text}}
    },
    expected: {
      refused: {status: 409, type: 'mutationError', items: ['documentHasExistingReferencesError']},
      replaced: {_type: 'memo', text: 'third'},
    },
    localOnly: 'the hosted service documents that it refuses this, and not how',
  },
  {
    name: 'a document that others refer to is not deleted; a weak reference is no hindrance',
    run: async ({client, prefix}) => {
      const [target, strong, weak] = [`${prefix}target`, `${prefix}strong`, `${prefix}weak`]
      const reference = {_type: 'reference', _ref: target}
      await client.create({_id: target, _type: 'note'})
      await client.create({_id: strong, _type: 'note', to: reference})
      await client.create({_id: weak, _type: 'note', to: {...reference, _weak: true}})
      const refused = await refusal(client.delete(target))
      await client.delete(strong)
      await client.delete(target)
      return {refused, gone: (await client.getDocument(target)) === undefined}
    },
    expected: {
      refused: {status: 409, type: 'mutationError', items: ['documentHasExistingReferencesError']},
      gone: true,
    },
  },
  {
    name: 'references are followed in queries',
    run: async ({client, prefix}) => {
      await client.create({_id: `${prefix}author`, _type: 'author', name: '김유나'})
      const authors = [{_key: 'a', _type: 'reference', _ref: `${prefix}author`}]
      await client.create({_id: `${prefix}by`, _type: 'talk', authors})
      return client.fetch('*[references($id)]{_id, "authors": authors[]->name}', {id: `${prefix}author`})
    },
    expected: [{_id: '~by', authors: ['김유나']}],
  },
  {
    name: 'a query that is none is refused with its place',
    run: ({client}) => refusal(client.fetch('*[_type==')),
    expected: {status: 400, type: 'queryParseError'},
  },
  {
    name: 'drafts: perspectives, and nobody sees them without credentials',
    run: async ({client, anonymous, prefix}) => {
      const id = `${prefix}draft`
      await client.create({_id: id, _type: 'note', text: 'published'})
      await client.create({_id: `drafts.${id}`, _type: 'note', text: 'draft'})
      const query =
        '*[_type == "note" && text in ["published", "draft"] && (_id == $id || _id == "drafts." + $id)] | order(_id){_id, text}'
      const read = (perspective: 'raw' | 'drafts' | 'published') => client.fetch(query, {id}, {perspective})
      return {
        raw: await read('raw'),
        drafts: await read('drafts'),
        published: await read('published'),
        unsaid: await client.fetch(query, {id}),
        anonymous: await anonymous.fetch(query, {id}, {perspective: 'raw'}),
        anonymousById: await anonymous
          .getDocuments([id, `drafts.${id}`])
          .then((all) => all.map((one) => one?._id ?? null)),
      }
    },
    expected: {
      raw: [
        {_id: '~draft', text: 'published'},
        {_id: 'drafts.~draft', text: 'draft'},
      ],
      drafts: [{_id: '~draft', text: 'draft'}],
      published: [{_id: '~draft', text: 'published'}],
      unsaid: [{_id: '~draft', text: 'published'}],
      anonymous: [{_id: '~draft', text: 'published'}],
      anonymousById: ['~draft', null],
    },
  },
  {
    name: 'nobody writes without credentials',
    run: ({anonymous, prefix}) => refusal(anonymous.create({_id: `${prefix}nobody`, _type: 'note'})),
    expected: {status: 401},
    localOnly: 'the hosted service answers 403 for a public dataset',
  },
]
