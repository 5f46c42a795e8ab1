import type {Endpoint} from './endpoint.ts'

/**
 * What this lake really supports, in the names of the Studio: each switches a feature on instead of its advertisement. Without the last one, Sanity's
 * command line makes public datasets where private ones were asked for.
 */
const features = ['contentReleases', 'singleDocRelease', 'studioComments', 'sanityTasks', 'privateDataset']

/** The Studio's questions at its start that have the same answer every time. */
export const bootEndpoints: readonly Endpoint[] = [
  {method: 'GET', path: '/ping', access: 'public', handle: () => new Response('pong')},
  {
    method: 'GET',
    path: '/check/cors',
    access: 'public',
    handle: () => Response.json({result: {allowed: true, withCredentials: true}}),
  },
  {method: 'GET', path: '/features', access: 'public', handle: () => Response.json(features)},
  {
    method: 'GET',
    path: '/help',
    access: 'public',
    handle: () => Response.json({resources: {title: '', sectionArray: []}}),
  },
  {method: 'GET', path: '/journey/announcements', access: 'public', handle: () => Response.json([])},
  {method: 'GET', path: '/journey/trial', access: 'public', handle: () => Response.json([])},
  {method: 'GET', path: '/journey/:name', access: 'public', handle: () => Response.json(null)},
  // Roles are given on the command line: nobody has asked for another one here.
  {method: 'GET', path: '/access/requests/me', access: 'view', handle: () => Response.json([])},
  {
    method: 'GET',
    path: '/intake/telemetry-status',
    access: 'public',
    handle: () => Response.json({status: 'denied'}),
  },
  {method: 'POST', path: '/intake/batch', access: 'public', handle: () => Response.json({status: 'denied'})},
  {
    method: 'GET',
    path: '/schedules/:pid/:ds',
    access: 'public',
    handle: () => Response.json({schedules: []}),
  },
  {
    method: 'POST',
    path: '/descriptors/claim',
    access: 'view',
    handle: () => Response.json({synchronization: {type: 'complete'}}),
  },
]
