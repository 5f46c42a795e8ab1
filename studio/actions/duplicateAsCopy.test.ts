import type {DocumentActionComponent, DuplicateActionProps} from 'sanity'
import {expect, test} from 'vitest'
import {asCopy} from './asCopy.ts'
import {duplicateAsCopy} from './duplicateAsCopy.ts'

test('the duplicate makes a copy, the others stay, and both are the same at every rendering', () => {
  const given: unknown[] = []
  const duplicate: DocumentActionComponent = (props: DuplicateActionProps) => {
    given.push(props.mapDocument)
    return null
  }
  duplicate.action = 'duplicate'
  const other: DocumentActionComponent = () => null
  const [copy, same] = duplicateAsCopy([duplicate, other])
  copy?.({id: 'a', type: 'talk'} as DuplicateActionProps)
  expect([copy?.action, given, same]).toEqual(['duplicate', [asCopy], other])
  expect(duplicateAsCopy([duplicate])).toEqual([copy])
})
