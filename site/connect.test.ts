import {expect, test} from 'vitest'
import {connect} from './connect.ts'

function connected(env: NodeJS.ProcessEnv) {
  const {client, local} = connect({LECTERN_DATA: '/nowhere', ...env})
  const {projectId, dataset, perspective, url, token} = client.config()
  return {projectId, dataset, perspective, url, token, local}
}

test('what is published is asked of the lake of this machine, or of a hosted project', () => {
  expect(connected({SANITY_AUTH_TOKEN: 'secret'})).toEqual({
    projectId: 'lectern',
    dataset: 'production',
    perspective: 'published',
    url: 'http://localhost:3333/v2025-02-19',
    token: 'secret',
    local: 'http://localhost:3333',
  })
  expect(connected({SANITY_STUDIO_PROJECT_ID: 'abc123', SANITY_STUDIO_DATASET: 'talks'})).toEqual({
    projectId: 'abc123',
    dataset: 'talks',
    perspective: 'published',
    url: 'https://abc123.api.sanity.io/v2025-02-19',
    token: undefined,
    local: undefined,
  })
})
