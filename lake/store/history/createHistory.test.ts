import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {CommitOptions, CommittedTransaction} from '../../dataset.ts'
import type {LakeDocument} from '../../document.ts'
import type {Mutation} from '../../mutations/mutation.ts'
import {addDataset, never, openTestStore} from '../fixtures/openTestStore.ts'

const editor: CommitOptions = {identity: {id: 'p', role: 'editor'}}

const id = fc.constantFrom('a', 'b')
const words = fc.array(fc.constantFrom('견해', '서버 server', '🙂'), {maxLength: 4})
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {weight: 1, arbitrary: fc.tuple(id, words).map(([_id, text]) => ({createOrReplace: {_id, _type: 't', n: 0, text}}))},
  {weight: 1, arbitrary: id.map((name) => ({delete: {id: name}}))},
  // By a query, so that a document that does not exist is no error.
  {
    weight: 8,
    arbitrary: fc.tuple(id, words).map(([name, text]) => ({
      patch: {query: `*[_id == "${name}"]`, inc: {n: 1}, set: {[`at${text.length}`]: text}},
    })),
  },
)

test('the history holds what listeners heard, and every state in between', () => {
  const store = openTestStore({after: never})
  fc.assert(
    fc.property(fc.array(fc.array(mutation, {minLength: 1, maxLength: 2}), {maxLength: 60, size: 'max'}), (commits) => {
      const dataset = addDataset(store)
      const heard: CommittedTransaction[] = []
      const states: (LakeDocument | undefined)[][] = []
      dataset.subscribe((transaction) => {
        heard.push(structuredClone(transaction))
        states.push(['a', 'b'].map((name) => structuredClone(dataset.get(name))))
      })
      for (const [index, mutations] of commits.entries()) {
        dataset.commit(mutations, {...editor, transactionId: `t${index}`})
      }
      const {history} = dataset
      const sequences = heard.map(({sequence}) => sequence)
      expect(sequences.map((sequence) => history.changesIn(sequence))).toEqual(heard.map(({changes}) => changes))
      expect(sequences.map((sequence) => history.effectsIn(sequence))).toEqual(
        heard.map(({changes}) => changes.map(({id: name, effects, mutations}) => ({id: name, effects, mutations}))),
      )
      expect(sequences.map((sequence) => ['a', 'b'].map((name) => history.stateAt(name, sequence)))).toEqual(states)
    }),
    {numRuns: 25},
  )
})
