import {refusal} from './outcome.ts'
import type {Scenario} from './scenario.ts'

/** Drafts and publishing: https://www.sanity.io/docs/http-actions. */
export const actionScenarios: readonly Scenario[] = [
  {
    name: 'a draft is created, edited, published, unpublished and discarded',
    run: async ({client, prefix}) => {
      const publishedId = `${prefix}life`
      const draftId = `drafts.${publishedId}`
      const seen: unknown[] = []
      const look = async (): Promise<void> => {
        const documents = await client.fetch(
          '*[_id in $ids] | order(_id){_id, title}',
          {ids: [draftId, publishedId]},
          {perspective: 'raw'},
        )
        seen.push(documents)
      }
      const attributes = {_id: draftId, _type: 'talk', title: 'one'}
      await client.action({actionType: 'sanity.action.document.create', publishedId, attributes, ifExists: 'fail'})
      await look()
      await client.action({actionType: 'sanity.action.document.publish', draftId, publishedId})
      await look()
      const patch = {set: {title: 'two'}}
      await client.action({actionType: 'sanity.action.document.edit', draftId, publishedId, patch})
      await look()
      await client.action({actionType: 'sanity.action.document.discard', draftId})
      await look()
      await client.action({actionType: 'sanity.action.document.unpublish', draftId, publishedId})
      await look()
      const again = client.action({
        actionType: 'sanity.action.document.create',
        publishedId,
        attributes,
        ifExists: 'fail',
      })
      return {seen, again: await refusal(again)}
    },
    expected: {
      seen: [
        [{_id: 'drafts.~life', title: 'one'}],
        [{_id: '~life', title: 'one'}],
        [
          {_id: '~life', title: 'one'},
          {_id: 'drafts.~life', title: 'two'},
        ],
        [{_id: '~life', title: 'one'}],
        [{_id: 'drafts.~life', title: 'one'}],
      ],
      again: {status: 409, type: 'actionError', items: ['documentAlreadyExistsError']},
    },
  },
  {
    name: 'a dry run answers as if, and changes nothing',
    run: async ({client, prefix}) => {
      const publishedId = `${prefix}dry`
      const attributes = {_id: `drafts.${publishedId}`, _type: 'talk'}
      await client.action(
        {actionType: 'sanity.action.document.create', publishedId, attributes, ifExists: 'fail'},
        {dryRun: true},
      )
      return (await client.getDocument(`drafts.${publishedId}`)) ?? 'nothing'
    },
    expected: 'nothing',
  },
  {
    name: 'several actions are one transaction, and happen all or not at all',
    run: async ({client, prefix}) => {
      const create = (name: string) => ({
        actionType: 'sanity.action.document.create' as const,
        publishedId: `${prefix}${name}`,
        attributes: {_id: `drafts.${prefix}${name}`, _type: 'talk'},
        ifExists: 'fail' as const,
      })
      const transactionId = `${prefix}actions`
      const {transactionId: answered} = await client.action([create('one'), create('two')], {
        transactionId,
        skipCrossDatasetReferenceValidation: true,
        tag: 'conformance',
      })
      const revisions = await client.getDocuments([`drafts.${prefix}one`, `drafts.${prefix}two`])
      const refused = await refusal(client.action([create('three'), create('two')]))
      return {
        named: [answered, ...revisions.map((one) => one?._rev)].every((id) => id === transactionId),
        refused,
        third: (await client.getDocument(`drafts.${prefix}three`)) ?? 'nothing',
      }
    },
    expected: {
      named: true,
      refused: {status: 409, type: 'actionError', items: ['documentAlreadyExistsError']},
      third: 'nothing',
    },
  },
  {
    name: 'publishing asks for the revisions it was told of, and deleting takes the drafts it is told of',
    run: async ({client, prefix}) => {
      const publishedId = `${prefix}guarded`
      const draftId = `drafts.${publishedId}`
      const {_rev: ifDraftRevisionId} = await client.create({_id: draftId, _type: 'talk', title: 'one'})
      const publish = {actionType: 'sanity.action.document.publish' as const, draftId, publishedId}
      const stale = await refusal(client.action({...publish, ifDraftRevisionId: 'older'}))
      await client.action({...publish, ifDraftRevisionId})
      await client.action({
        actionType: 'sanity.action.document.replaceDraft',
        publishedId,
        attributes: {_id: draftId, _type: 'talk', title: 'two'},
      })
      const wrongBase = await refusal(client.action({...publish, ifPublishedRevisionId: 'older'}))
      await client.action({
        actionType: 'sanity.action.document.delete',
        publishedId,
        includeDrafts: [draftId],
      })
      return {stale, wrongBase, left: await client.getDocuments([publishedId, draftId])}
    },
    expected: {
      stale: {status: 409, type: 'actionError', items: ['documentRevisionIDDoesNotMatchError']},
      wrongBase: {status: 409, type: 'actionError', items: ['documentRevisionIDDoesNotMatchError']},
      left: [null, null],
    },
  },
]
