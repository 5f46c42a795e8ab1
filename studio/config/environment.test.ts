import {expect, test} from 'vitest'
import {readEnvironment} from './environment.ts'

test.each([
  [{}, {projectId: 'lectern', dataset: 'production', hosted: false}],
  [
    {projectId: '', dataset: ''},
    {projectId: 'lectern', dataset: 'production', hosted: false},
  ],
  [{projectId: 'abc123'}, {projectId: 'abc123', dataset: 'production', hosted: true}],
  [
    {projectId: 'abc123', dataset: 'staging'},
    {projectId: 'abc123', dataset: 'staging', hosted: true},
  ],
])('%o', (variables, environment) => {
  expect(readEnvironment(variables)).toEqual(environment)
})
