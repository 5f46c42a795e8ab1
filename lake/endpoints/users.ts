import type {Auth} from '../auth/createAuth.ts'
import {currentUserJson, profileJson} from '../auth/user.ts'
import {NotFoundError, UnauthorizedError} from '../errors.ts'
import type {Endpoint} from './endpoint.ts'

/** `/users/me` (nobody is `{}`) and `/users/:ids`, one profile or a list of those that exist. */
export function userEndpoints(auth: Auth): readonly Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/users/me',
      access: 'public',
      handle: ({request}) => {
        const {user, problem} = auth.identify(request.headers)
        if (problem === 'expired') throw new UnauthorizedError('Session has expired', 'SIO-401-AEX')
        if (problem === 'unknown' && request.headers.has('authorization')) throw new UnauthorizedError()
        return Response.json(user === undefined ? {} : currentUserJson(user))
      },
    },
    {
      method: 'GET',
      path: '/users/:ids',
      access: 'view',
      handle: ({params}) => {
        const ids = (params['ids'] ?? '').split(',')
        const users = auth.users().filter((user) => ids.includes(user.id))
        const [first] = users
        if (ids.length > 1) return Response.json(users.map(profileJson))
        if (first === undefined) throw new NotFoundError(`No user with the id ${ids.join()}`)
        return Response.json(profileJson(first))
      },
    },
  ]
}
